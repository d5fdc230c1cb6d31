import { describe, expect, it } from 'vitest'
import { answers, found, input, NOW, purpose } from '../../test/made-up-equipment.ts'
import type { AdviceInput, RuleFacts, RuleId } from './advice.ts'
import { adviseDevice } from './advice-rules.ts'

function ruled<R extends RuleId>(id: R, changes: Partial<AdviceInput>) {
  const rule = adviseDevice(input(changes)).fired.find((each) => each.id === id)
  return rule ? { verdict: rule.verdict, about: rule.about, facts: rule.facts as RuleFacts[R] } : null
}
const line = (upMbps: number | null, downMbps: number | null) => found({ connection: { upMbps, downMbps } })

describe('[R16] no camera', () => {
  it('leaves the sound', () =>
    expect(ruled('R16', { equipment: found({ camera: { state: 'none', lines: null } }) })?.verdict).toBe('poor'))
  it('is not said of one that works, is refused, or was not looked at', () => {
    expect(ruled('R16', {})).toBeNull()
    expect(ruled('R16', { equipment: found({ camera: { state: 'refused', lines: null } }) })).toBeNull()
    expect(ruled('R16', { equipment: { ...found(), camera: null } })).toBeNull()
  })
})

describe('[R17] both cameras', () => {
  it('are shown side by side, whichever is known', () => {
    const small = found({ camera: { lines: 480 } })
    expect(ruled('R17', { role: 'practitioner', other: small })).toMatchObject({
      about: 'practitioner',
      facts: { own: 'good', other: 'poor' },
    })
    expect(ruled('R17', { equipment: null, other: small })?.facts).toEqual({ own: 'unknown', other: 'poor' })
  })
  it('are not spoken of when neither is known', () => expect(ruled('R17', { equipment: null, other: null })).toBeNull())
})

describe('[R18] the lines of the camera', () => {
  it.each([
    [719, 'poor'],
    [720, 'ok'],
    [721, 'ok'],
    [1079, 'ok'],
    [1080, 'good'],
    [1081, 'good'],
  ] as const)('%i are %s', (lines, verdict) =>
    expect(ruled('R18', { equipment: found({ camera: { lines } }) })?.verdict).toBe(verdict),
  )
  it('are not judged before a frame was delivered', () =>
    expect(ruled('R18', { equipment: found({ camera: { lines: null } }) })).toBeNull())
})

describe('[R19] a camera that zooms or turns', () => {
  it.each([
    { zoom: true, panTilt: false },
    { zoom: false, panTilt: true },
  ])('%o', (camera) => expect(ruled('R19', { equipment: found({ camera }) })?.facts).toEqual(camera))
  it('is not promised otherwise', () => expect(ruled('R19', {})).toBeNull())
})

describe('[R20] a camera that is disabled', () => {
  it('gets the steps for this system and browser', () =>
    expect(ruled('R20', { equipment: found({ camera: { state: 'refused' } }) })).toMatchObject({
      verdict: 'poor',
      facts: { system: 'windows', browser: 'edge' },
    }))
  it('is not said of one that works', () => expect(ruled('R20', {})).toBeNull())
})

describe('[R21] headphones', () => {
  it('are suggested to a patient without', () =>
    expect(ruled('R21', { equipment: found({ speaker: { headset: false } }) })).toMatchObject({
      verdict: 'ok',
      facts: { matters: false },
    }))
  it('matter most where speech is what it is about', () => {
    const speech = { purpose: purpose('speech'), equipment: found({ speaker: { headset: false } }) }
    expect(ruled('R21', speech)?.facts.matters).toBe(true)
  })
  it('are not to one who wears them, nor where that is not known', () => {
    expect(ruled('R21', {})).toBeNull()
    expect(ruled('R21', { equipment: found({ speaker: { headset: null } }) })).toBeNull()
    expect(ruled('R21', { role: 'practitioner', equipment: found({ speaker: { headset: false } }) })).toBeNull()
  })
})

describe("[R22] a practitioner's headset", () => {
  const without = { role: 'practitioner', equipment: found({ speaker: { headset: false } }) } as const
  it('is a suggestion, and more in a shared office or with a patient who is hard of hearing', () => {
    expect(ruled('R22', without)?.verdict).toBe('ok')
    expect(ruled('R22', { ...without, circumstances: { sharedOffice: true } })?.verdict).toBe('poor')
    expect(ruled('R22', { ...without, circumstances: { hardOfHearingPatient: true } })).toMatchObject({
      verdict: 'poor',
      facts: { sharedOffice: false, hardOfHearing: true },
    })
  })
  it('is not spoken of to who wears one, nor to a patient', () => {
    expect(ruled('R22', { role: 'practitioner', circumstances: { sharedOffice: true } })).toBeNull()
    expect(ruled('R22', { ...without, role: 'patient' })).toBeNull()
  })
})

describe('[R23] a connection that is not steady', () => {
  const lost = (lossPercent: number | null, reconnects?: number) =>
    ruled('R23', { equipment: found({ connection: { lossPercent } }), reconnects })
  it('loses more than 5 in a hundred, or broke off more than once', () => {
    expect(lost(5.01)?.verdict).toBe('poor')
    expect(lost(0, 2)?.verdict).toBe('poor')
    expect(lost(null, 2)?.facts).toEqual({ lossPercent: null, reconnects: 2 })
  })
  it('is steady at 5 and below, and after one break', () =>
    expect([lost(5), lost(4.99), lost(null), lost(0, 1)]).toEqual([null, null, null, null]))
})

describe('[R24] one to one', () => {
  it.each([
    [1.99, 'poor'],
    [2, 'good'],
    [2.01, 'good'],
  ] as const)('%f Mbps is %s, whichever way is the weaker', (mbps, verdict) => {
    expect(ruled('R24', { equipment: line(mbps, 50) })).toMatchObject({ verdict, facts: { mbps, needed: 2 } })
    expect(ruled('R24', { equipment: line(50, mbps) })?.verdict).toBe(verdict)
  })
  it('is silent for three, and before it was measured', () => {
    expect(ruled('R24', { participants: 3 })).toBeNull()
    expect(ruled('R24', { equipment: line(null, null) })).toBeNull()
  })
})

describe('[R25] more than two people', () => {
  it.each([
    [2.99, 'poor'],
    [3, 'good'],
    [3.01, 'good'],
  ] as const)('%f Mbps is %s for three', (mbps, verdict) =>
    expect(ruled('R25', { participants: 3, equipment: line(mbps, 50) })).toMatchObject({
      verdict,
      facts: { needed: 3 },
    }),
  )
  it('is silent for two', () => expect(ruled('R25', {})).toBeNull())
})

describe('[R26] the round trip', () => {
  it.each([
    [99, 'good'],
    [100, 'ok'],
    [101, 'ok'],
    [900, 'ok'],
  ] as const)('%i ms is %s', (roundTripMs, verdict) =>
    expect(ruled('R26', { equipment: found({ connection: { roundTripMs } }) })?.verdict).toBe(verdict),
  )
  it('is silent before it was measured', () =>
    expect(ruled('R26', { equipment: found({ connection: { roundTripMs: null } }) })).toBeNull())
})

describe('[R27] a slow line where something has to be seen', () => {
  const slow = line(1.99, 50)
  it('gives up lines for movement, and movement for a close look', () => {
    const walking = { purpose: purpose('walking-and-balance'), equipment: slow }
    expect(ruled('R27', walking)?.facts.favour).toBe('frame-rate')
    expect(ruled('R27', { ...walking, role: 'practitioner' })).not.toBeNull()
    expect(ruled('R27', { purpose: purpose('skin'), equipment: slow })?.facts.favour).toBe('resolution')
  })
  it('is silent at the figure, and in talking', () => {
    expect(ruled('R27', { purpose: purpose('skin'), equipment: line(2, 2) })).toBeNull()
    expect(ruled('R27', { equipment: slow })).toBeNull()
  })
})

describe("[R28] the patient's own connection", () => {
  it.each([
    [0.383, true],
    [0.384, false],
    [0.385, false],
    [1.99, false],
  ])('at %f Mbps: sound alone %s', (mbps, soundFirst) =>
    expect(ruled('R28', { equipment: line(mbps, 50) })).toMatchObject({ verdict: 'poor', facts: { soundFirst } }),
  )
  it("is not spoken of when it is fast enough, nor when it is the practitioner's", () => {
    expect(ruled('R28', { equipment: line(2, 2) })).toBeNull()
    expect(ruled('R28', { role: 'practitioner', equipment: line(1, 1) })).toBeNull()
  })
})

describe('[R29] testing before', () => {
  const day = 24 * 60 * 60_000
  it('is asked for when it was more than a day ago, broken off, or never', () => {
    expect(ruled('R29', { equipment: found({ at: NOW - day - 1 }) })?.facts).toEqual({ before: true })
    expect(ruled('R29', { equipment: null })?.facts).toEqual({ before: false })
    expect(ruled('R29', { equipment: found({ connection: { state: 'interrupted' } }) })).not.toBeNull()
  })
  it('is not within a day', () => {
    expect(ruled('R29', { equipment: found({ at: NOW - day }) })).toBeNull()
    expect(ruled('R29', { equipment: found({ at: NOW - day + 1 }) })).toBeNull()
  })
})

describe('[R30] a second screen for notes', () => {
  const on = (screens: number | null) =>
    ruled('R30', {
      role: 'practitioner',
      circumstances: { needsNotes: true },
      equipment: found({ device: { screens } }),
    })
  it('is good, and one is enough', () =>
    expect([1, 2, 3].map((screens) => on(screens)?.verdict)).toEqual(['ok', 'good', 'good']))
  it('is not spoken of to a patient, without notes, or where it is not known', () => {
    expect(on(null)).toBeNull()
    expect(ruled('R30', { role: 'practitioner' })).toBeNull()
    expect(ruled('R30', { circumstances: { needsNotes: true } })).toBeNull()
  })
})

describe('[R31] nothing to download', () => {
  it('is said to the patient', () => expect(ruled('R31', {})?.verdict).toBe('good'))
  it('is not to a practitioner', () => expect(ruled('R31', { role: 'practitioner' })).toBeNull())
})

describe('[R46] a headset where hearing or an office asks for it', () => {
  const unseen = { equipment: null }
  it('is advised to a patient who finds it hard to hear, before anything was checked', () =>
    expect(ruled('R21', { ...unseen, answers: answers({ devices: ['laptop'], hardOfHearing: true }) })?.facts).toEqual({
      matters: true,
      hardOfHearing: true,
    }))
  it('is not, where they hear well or have not said', () => {
    for (const hardOfHearing of [false, null])
      expect(ruled('R21', { ...unseen, answers: answers({ devices: ['laptop'], hardOfHearing }) })).toBeNull()
  })
  it.each(['sharedOffice', 'hardOfHearingPatient'] as const)('is advised to a practitioner: %s', (circumstance) =>
    expect(ruled('R22', { ...unseen, role: 'practitioner', circumstances: { [circumstance]: true } })?.verdict).toBe(
      'poor',
    ),
  )
})
