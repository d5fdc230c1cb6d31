import { describe, expect, it } from 'vitest'
import { type EquipmentFindings, NOTHING_FOUND } from '#domain/equipment'
import type { LiveFindings } from '#domain/equipment-judged'
import { judgeLive } from '#domain/equipment-verdict'
import { words } from '#text/readiness'
import { words as steps } from '#text/readiness-steps'
import { someFindings, weakFindings } from '../../../../test/made-up-findings.ts'
import { compactReadiness, readinessCard, type Side } from './readiness-model.ts'
import { sideOf } from './sides.ts'

const patient = (found: EquipmentFindings | null) => sideOf('patient', found, null)
const own = (found: EquipmentFindings | null) => sideOf('practitioner', found, null)
const CAMERA_SEEN = {
  ...{ lines: null, fps: null, brightness: null, light: null },
  ...{ zoom: false, panTilt: false, torch: false, canFlip: false },
}
const texts = (figures: readonly { text: string }[]) => figures.map(({ text }) => text)

describe('the readiness card', () => {
  it('[PD1] shows both people item by item, with the figures', () => {
    const card = readinessCard(patient(weakFindings(1)), own(someFindings(2)))
    const line = card.lines.find(({ item }) => item === 'connection')
    expect(line?.patient).toMatchObject({ verdict: 'poor', word: words.verdicts.poor })
    expect(texts(line?.patient.figures ?? [])).toEqual(['4.1 / 0.9 Mbps', '138 ms', '1.5% lost'])
    expect(texts(line?.own.figures ?? [])).toEqual(['48 / 12 Mbps', '24 ms'])
    expect(card.patient.checkedAt).toBe(1)
  })

  it('[PD1] what is not known never passes for good, and is left out where neither end is known', () => {
    const noBattery = someFindings(1)
    const desktop = { ...noBattery, device: noBattery.device && { ...noBattery.device, batteryPercent: null } }
    const card = readinessCard(patient(null), own(desktop))
    expect(card.patient).toMatchObject({ verdict: 'unknown', word: words.unknown, next: null })
    expect(card.lines.every((line) => line.patient.verdict === 'unknown' && line.patient.quiet)).toBe(true)
    expect(card.lines.map(({ item }) => item)).not.toContain('power')
    expect(readinessCard(patient(null), own(null)).lines).toEqual([])
  })

  it('[PD1] a check that is half done is not ready', () => {
    const half = { ...someFindings(1), connection: null }
    expect(readinessCard(patient(half), own(null)).patient).toMatchObject({ verdict: 'unknown', word: words.partly })
  })

  it('[PD2] says what to ask of the patient and what to do oneself, one step each', () => {
    const deaf = someFindings(1)
    const bare = { ...deaf, speaker: deaf.speaker && { ...deaf.speaker, headset: false } }
    const card = readinessCard(patient(weakFindings(1)), own(bare))
    expect(card.patient.next).toBe(steps['move-nearer-wifi'].them)
    expect(card.own.next).toBe(steps['wear-headset'].you)
    expect(readinessCard(patient(someFindings(1)), own(null)).patient.next).toBeNull()
  })

  it('[PD3] one line of the queue: ready, what is wrong with what to ask, or not checked', () => {
    expect(compactReadiness(patient(someFindings(1)))).toEqual({ verdict: 'good', text: 'Ready' })
    expect(compactReadiness(patient(weakFindings(1)))).toEqual({
      verdict: 'poor',
      text: 'Slow connection · ask them to move nearer the wifi',
    })
    expect(compactReadiness(patient(null))).toEqual({ verdict: 'unknown', text: 'Not measured yet' })
  })

  it('[PD4] what a call measures stands before what the check found, and what it cannot measure stays', () => {
    const live: LiveFindings = {
      lines: 540,
      fps: 24,
      upMbps: null,
      downMbps: 1.1,
      roundTripMs: 61,
      lossPercent: 2,
      path: 'relayed',
      picture: 'showing',
      sound: 'on',
    }
    const found = someFindings(1)
    const about = { role: 'patient', participants: 2, view: 'face' } as const
    const side: Side = { readiness: judgeLive(live, found, about), found, live }
    const { lines, patient: head } = readinessCard(side, own(null))
    const of = (item: string) => texts(lines.find((line) => line.item === item)?.patient.figures ?? [])
    expect(of('camera')).toEqual(['540p', '24 frames a second'])
    expect(of('connection')).toEqual(['1.1 Mbps down', '61 ms', '2% lost', 'relayed'])
    expect(of('speaker')).toEqual(['headset'])
    expect(head).toMatchObject({ live: true, checkedAt: null })
  })
})

describe('the proofs at the door', () => {
  const entry: EquipmentFindings = {
    ...NOTHING_FOUND,
    camera: { ...CAMERA_SEEN, state: 'works' },
    microphone: { state: 'works', peakDb: null, noiseDb: null, clipped: null },
    speaker: { heard: true, echoDb: null, echo: null, headset: null, canChoose: false },
  }

  it('[EC47] count: picture, microphone and speaker are known, and the whole is partly checked', () => {
    const card = readinessCard(patient(entry), own(null))
    const verdict = (item: string) => card.lines.find((line) => line.item === item)?.patient.verdict
    expect(['camera', 'microphone', 'speaker'].map(verdict)).toEqual(['ok', 'good', 'good'])
    expect(card.patient.word).toBe(words.partly)
    const deaf = { ...entry, speaker: entry.speaker && { ...entry.speaker, heard: false } }
    expect(readinessCard(patient(deaf), own(null)).patient.next).toBe(steps['turn-sound-up'].them)
  })
})

describe('[EC48] in frame', () => {
  const plan = {
    basedOn: 'walking-and-balance',
    view: 'whole-body',
    devices: { first: [], second: [], avoid: [] },
  } as const
  const wanted = ['head', 'shoulders', 'hips', 'knees', 'feet'] as const
  const figures = (inFrame: EquipmentFindings['inFrame'], of: Parameters<typeof sideOf>[2] = plan) => {
    const found = { ...someFindings(1), ...(inFrame ? { inFrame } : {}) }
    const card = readinessCard(sideOf('patient', found, of), own(null))
    return texts(card.lines.find(({ item }) => item === 'camera')?.patient.figures ?? [])
  }

  it('is said where all that the plan wants was in the picture', () => {
    expect(figures(wanted)).toContain(words.figures.inFrame)
  })

  it('is not said where a part is missing, nobody looked, or the plan wants none', () => {
    expect(figures(['head', 'shoulders'])).not.toContain(words.figures.inFrame)
    expect(figures(undefined)).not.toContain(words.figures.inFrame)
    expect(figures(wanted, { ...plan, basedOn: 'talking', view: 'face' })).not.toContain(words.figures.inFrame)
  })
})
