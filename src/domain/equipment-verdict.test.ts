import { describe, expect, it, test } from 'vitest'
import { found } from '../../test/made-up-equipment.ts'
import type { CameraFinding, EquipmentFindings, MicrophoneFinding } from './equipment.ts'
import { type About, ITEMS, type Item, type Step } from './equipment-judged.ts'
import { judgeEquipment } from './equipment-verdict.ts'

const ABOUT: About = { role: 'patient', participants: 2, view: 'face' }
const judge = (findings: EquipmentFindings | null, about: Partial<About> = {}) =>
  judgeEquipment(findings, { ...ABOUT, ...about })
function item(name: Item, findings: EquipmentFindings | null, about: Partial<About> = {}) {
  const one = judge(findings, about).items.find((each) => each.item === name)
  return one && { verdict: one.verdict, step: one.step, limits: one.limits }
}

test('[EQ1] every item stands in one order, with its figures, whatever is known', () => {
  for (const findings of [null, found()]) expect(judge(findings).items.map((each) => each.item)).toEqual([...ITEMS])
  expect(judge(found()).items.find((each) => each.item === 'camera')?.figures).toEqual({ lines: 1080, fps: 30 })
})

describe('[EQ2] the whole', () => {
  it('is good when all is, and leaves nothing to do', () =>
    expect(judge(found())).toMatchObject({ overall: 'good', means: 'video', next: null }))
  it('is the worst of its items', () => {
    expect(judge(found({ camera: { lines: 720 } })).overall).toBe('ok')
    expect(judge(found({ camera: { lines: 719 } })).overall).toBe('poor')
    expect(judge(found({ microphone: { state: 'none' } })).overall).toBe('not-suitable')
  })
  it('is unknown while something it needs is, unless something is worse', () => {
    expect(judge(null).overall).toBe('unknown')
    expect(judge({ ...found({ camera: { lines: 720 } }), connection: null }).overall).toBe('unknown')
    expect(judge({ ...found(), connection: null }).overall).toBe('unknown')
    expect(judge({ ...found({ camera: { lines: 700 } }), connection: null }).overall).toBe('poor')
  })
  it('is not held up by a battery or light that nobody can know', () => {
    const device = { batteryPercent: null, charging: null }
    expect(judge(found({ device, camera: { light: null, brightness: null } })).overall).toBe('good')
  })
  it('names the step of the worst, sound before picture', () => {
    const both = found({ camera: { lines: 480 }, connection: { upMbps: 1 } })
    expect(judge(both).next).toBe('move-nearer-wifi')
    expect(judge(found({ camera: { lines: 480 }, microphone: { state: 'refused' } })).next).toBe('allow-microphone')
  })
})

describe('[EQ3] nobody is locked out', () => {
  it.each([
    ['video', found()],
    ['video', found({ connection: { upMbps: 0.384 } })],
    ['sound-first', found({ connection: { upMbps: 0.383 } })],
    ['sound-first', found({ camera: { state: 'none' } })],
    ['sound-first', found({ camera: { state: 'covered' } })],
    ['phone', found({ microphone: { state: 'refused' } })],
    ['phone', found({ microphone: { state: 'none' }, camera: { state: 'none' } })],
    ['phone', found({ connection: { state: 'offline', upMbps: null, downMbps: null } })],
    ['phone', found({ device: { supported: 'no' } })],
  ] as const)('%s', (means, findings) => expect(judge(findings).means).toBe(means))
})

describe('[EQ4] the connection, by the guide', () => {
  const line = (mbps: number, more = {}) => found({ connection: { upMbps: mbps, downMbps: 20, ...more } })
  it.each([
    [2, 1.99, 'poor', 'move-nearer-wifi'],
    [2, 2, 'good', null],
    [2, 2.01, 'good', null],
    [3, 2.99, 'poor', 'move-nearer-wifi'],
    [3, 3, 'good', null],
    [3, 3.01, 'good', null],
    [2, 0.385, 'poor', 'move-nearer-wifi'],
    [2, 0.384, 'poor', 'move-nearer-wifi'],
    [2, 0.383, 'not-suitable', 'move-nearer-wifi'],
  ] as const)('%i people, %f Mbps: %s', (participants, mbps, verdict, step) => {
    expect(item('connection', line(mbps), { participants })).toMatchObject({ verdict, step })
    const other = found({ connection: { upMbps: 20, downMbps: mbps } })
    expect(item('connection', other, { participants })?.verdict).toBe(verdict)
  })
  it.each([
    [99, 'good'],
    [100, 'ok'],
    [101, 'ok'],
    [5000, 'ok'],
  ] as const)('%i ms alone: %s', (roundTripMs, verdict) =>
    expect(item('connection', line(10, { roundTripMs }))).toMatchObject({ verdict, limits: 'video' }),
  )
  it.each([
    [4.99, 'good'],
    [5, 'good'],
    [5.01, 'poor'],
  ] as const)('%f in a hundred lost: %s', (lossPercent, verdict) =>
    expect(item('connection', line(10, { lossPercent }))?.verdict).toBe(verdict),
  )
  it('that is blocked for UDP works, the slower way', () => {
    expect(item('connection', line(10, { open: ['tcp', 'tls'] }))).toMatchObject({ verdict: 'poor', step: 'leave-vpn' })
    expect(item('connection', line(10, { open: null }))?.verdict).toBe('good')
  })
  it('names the data saver where it is on', () => {
    const saving = found({ device: { dataSaver: true }, connection: { upMbps: 1 } })
    expect(item('connection', saving)?.step).toBe('data-saver-off')
  })
  it.each([
    ['offline', 'not-suitable', 'check-internet'],
    ['captive-portal', 'not-suitable', 'sign-in-to-wifi'],
    ['interrupted', 'unknown', 'check-again'],
    ['skipped', 'unknown', 'run-check'],
  ] as const)('%s: %s, %s', (state, verdict, step) =>
    expect(item('connection', line(10, { state, upMbps: null, downMbps: null }))).toMatchObject({ verdict, step }),
  )
  it.each([
    { upMbps: null, downMbps: 20 },
    { upMbps: 20, downMbps: null },
  ])('measured one way only is not known: %o', (ways) =>
    expect(item('connection', found({ connection: ways }))).toMatchObject({ verdict: 'unknown', step: 'run-check' }),
  )
  it('says by which figure it was judged', () => {
    const rules = (participants: number) =>
      judge(found(), { participants }).items.find((each) => each.item === 'connection')?.rules
    expect([rules(2), rules(3), rules(4)]).toEqual([
      ['R24', 'R26'],
      ['R25', 'R26'],
      ['R25', 'R26'],
    ])
  })
  it('that broke off after both ways were measured is judged by them', () =>
    expect(item('connection', line(10, { state: 'interrupted' }))?.verdict).toBe('good'))
})

describe('[EQ5] the camera', () => {
  it.each([
    [719, 'poor', 'use-other-device'],
    [720, 'ok', null],
    [1079, 'ok', null],
    [1080, 'good', null],
  ] as const)('%i lines: %s', (lines, verdict, step) =>
    expect(item('camera', found({ camera: { lines } }))).toMatchObject({ verdict, step }),
  )
  it.each([
    ['covered', 'uncover-camera'],
    ['frozen', 'restart-camera'],
    ['lost', 'restart-camera'],
    ['off', 'switch-on-camera'],
    ['refused', 'allow-camera'],
    ['busy', 'close-other-app'],
    ['unsupported', 'use-other-browser'],
    ['none', 'connect-camera'],
  ] satisfies [CameraFinding['state'], Step][])('%s: %s', (state, step) =>
    expect(item('camera', found({ camera: { state } }))).toEqual({ verdict: 'poor', step, limits: 'sound-first' }),
  )
  it.each(['whole-body', 'mixed', 'group'] as const)(
    'moves too slowly for %s in poor light, or on a busy device',
    (view) => {
      expect(item('camera', found({ camera: { fps: 15, light: 'dark' } }), { view })?.step).toBe('turn-light-on')
      expect(item('camera', found({ camera: { fps: 15 } }), { view })?.step).toBe('close-other-app')
    },
  )
  it('that works and was not measured is ok, by no rule', () => {
    const camera = judge(found({ camera: { lines: null } })).items.find((each) => each.item === 'camera')
    expect(camera).toMatchObject({ verdict: 'ok', rules: [] })
    expect(judge(found()).items.find((each) => each.item === 'camera')?.rules).toEqual(['R18'])
  })
  it('cannot be plugged into a phone', () =>
    expect(item('camera', found({ device: { kind: 'smartphone' }, camera: { state: 'none' } }))?.step).toBe(
      'use-other-device',
    ))
  it.each([
    [11, 'poor'],
    [12, 'ok'],
    [23, 'ok'],
    [24, 'good'],
  ] as const)('%i frames a second of movement: %s', (fps, verdict) => {
    expect(item('camera', found({ camera: { fps } }), { view: 'whole-body' })?.verdict).toBe(verdict)
    expect(item('camera', found({ camera: { fps } }))?.verdict).toBe('good')
  })
})

describe('[EQ6] the light', () => {
  it.each([
    ['good', 'good', null],
    ['dark', 'poor', 'turn-light-on'],
    ['behind', 'poor', 'turn-light-to-face'],
    [null, 'unknown', null],
  ] as const)('%s: %s', (light, verdict, step) =>
    expect(item('light', found({ camera: { light } }))).toMatchObject({ verdict, step }),
  )
})

describe('[EQ7] the microphone', () => {
  it.each([
    [{ peakDb: -42 }, 'good', null],
    [{ peakDb: -43 }, 'poor', 'speak-up'],
    [{ peakDb: -30, noiseDb: -40 }, 'good', null],
    [{ peakDb: -30, noiseDb: -39 }, 'poor', 'go-where-quiet'],
    [{ noiseDb: -38 }, 'good', null],
    [{ noiseDb: -37 }, 'ok', 'wear-headset'],
    [{ clipped: 0.01 }, 'good', null],
    [{ clipped: 0.011 }, 'ok', 'move-back-from-microphone'],
    [{ peakDb: null, noiseDb: null, clipped: null }, 'good', null],
  ] satisfies [Partial<MicrophoneFinding>, string, Step | null][])('%o: %s', (microphone, verdict, step) =>
    expect(item('microphone', found({ microphone }))).toEqual({ verdict, step, limits: 'video' }),
  )
  it.each([
    ['refused', 'allow-microphone'],
    ['off', 'switch-on-microphone'],
    ['none', 'connect-microphone'],
    ['busy', 'close-other-app'],
    ['unsupported', 'use-other-browser'],
    ['lost', 'restart-microphone'],
  ] satisfies [MicrophoneFinding['state'], Step][])('%s: %s', (state, step) =>
    expect(item('microphone', found({ microphone: { state } }))).toEqual({
      verdict: 'not-suitable',
      step,
      limits: 'phone',
    }),
  )
  it('that is not there in a phone or tablet leaves the phone', () => {
    const tablet = found({ device: { kind: 'tablet' }, microphone: { state: 'none' } })
    expect(item('microphone', tablet)?.step).toBe('phone-instead')
  })
  it('that hears nothing may be somebody who says nothing', () =>
    expect(item('microphone', found({ microphone: { state: 'silent' } }))).toEqual({
      verdict: 'poor',
      step: 'speak-up',
      limits: 'video',
    }))
})

describe('[EQ8] the speaker', () => {
  it.each([
    [{ heard: false }, 'patient', 'poor', 'turn-sound-up'],
    [{ headset: false, echo: 'strong' }, 'patient', 'poor', 'wear-headset'],
    [{ headset: false, echo: 'some' }, 'patient', 'ok', 'wear-headset'],
    [{ headset: true, echo: 'strong' }, 'patient', 'good', null],
    [{ headset: false }, 'patient', 'good', null],
    [{ headset: false }, 'practitioner', 'ok', 'wear-headset'],
    [{ headset: null }, 'practitioner', 'good', null],
    [{ headset: null, heard: null }, 'patient', 'unknown', 'run-check'],
  ] as const)('%o of a %s: %s', (speaker, role, verdict, step) =>
    expect(item('speaker', found({ speaker }), { role })).toMatchObject({ verdict, step }),
  )
})

describe('[EQ9] the device', () => {
  it.each([
    [{ supported: 'no' }, {}, 'not-suitable', 'use-other-browser'],
    [{ supported: 'in-app' }, {}, 'poor', 'open-in-browser'],
    [{ supported: 'too-old' }, {}, 'poor', 'update-browser'],
    [{ memoryGiB: 1.99 }, {}, 'poor', 'close-other-app'],
    [{ memoryGiB: 2 }, {}, 'good', null],
    [{ kind: 'desktop' }, { view: 'whole-body' }, 'poor', 'use-other-device'],
    [{ kind: 'desktop' }, { view: 'face' }, 'good', null],
    [{ kind: 'desktop' }, { view: 'whole-body', role: 'practitioner' }, 'good', null],
    [{ kind: 'laptop' }, { view: 'home-tour', avoid: ['laptop', 'desktop'] }, 'poor', 'use-other-device'],
    [{ clockAheadMs: 300_000 }, {}, 'good', null],
    [{ clockAheadMs: 300_001 }, {}, 'ok', 'set-clock'],
    [{ clockAheadMs: -86_400_000 }, {}, 'ok', 'set-clock'],
    [{ storage: false }, {}, 'good', null],
  ] as const)('%o, %o: %s', (device, about, verdict, step) =>
    expect(item('device', found({ device }), about)).toMatchObject({ verdict, step }),
  )
})

describe('[EQ10] the battery', () => {
  it.each([
    [50, false, 'good'],
    [49, false, 'ok'],
    [20, false, 'ok'],
    [19, false, 'poor'],
    [19, true, 'good'],
    [19, null, 'good'],
    [null, null, 'unknown'],
  ] as const)('%s percent, charging %s: %s', (batteryPercent, charging, verdict) =>
    expect(item('power', found({ device: { batteryPercent, charging } }))?.verdict).toBe(verdict),
  )
})
