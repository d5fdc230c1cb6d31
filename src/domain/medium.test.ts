import { describe, expect, test } from 'vitest'
import { type Held, mediumFor, patientChose, practitionerAskedVideo } from './medium.ts'

const VIDEO: Held = { medium: 'video', videoAsk: null }
const phone = (videoAsk: Held['videoAsk'] = null): Held => ({ medium: 'phone', videoAsk })

describe('by what a consultation is held', () => {
  test('[PHC1] it begins as the patient chose', () => {
    expect([mediumFor(true), mediumFor(false)]).toEqual(['phone', 'video'])
  })

  test('[PHC6] the patient alone brings it to the phone', () => {
    expect(patientChose(VIDEO, true)).toEqual(phone())
    expect(patientChose(VIDEO, false)).toEqual(VIDEO)
  })

  test.each([
    [null, phone('patient')],
    ['patient', phone('patient')],
    ['declined', phone('patient')],
    ['practitioner', VIDEO],
  ] as const)('[PHC7] the patient wants video after %s', (videoAsk, next) => {
    expect(patientChose(phone(videoAsk), false)).toEqual(next)
  })

  test.each([
    [null, phone()],
    ['patient', phone()],
    ['declined', phone()],
    ['practitioner', phone('declined')],
  ] as const)('[PHC7] the patient stays on the phone after %s', (videoAsk, next) => {
    expect(patientChose(phone(videoAsk), true)).toEqual(next)
  })

  test.each([
    [null, phone('practitioner')],
    ['declined', phone('practitioner')],
    ['practitioner', phone('practitioner')],
    ['patient', VIDEO],
  ] as const)('[PHC7] the practitioner wants video after %s', (videoAsk, next) => {
    expect(practitionerAskedVideo(phone(videoAsk))).toEqual(next)
    expect(practitionerAskedVideo(VIDEO)).toEqual(VIDEO)
  })
})
