// Particulars of made-up consultations for looking at: a phone's back camera, figures of a call, long names, a full contact.
import type { VisitContact } from '#contract/consultation'
import type { View } from '#domain/plan'
import type { Measured } from '../../src/web/media/engine.ts'
import type { CameraAbility } from '../../src/web/media/local.ts'
import { TALKING } from '../made-up-plan.ts'

export const BACK: CameraAbility = { facing: 'back', flip: true, zoomIn: true, zoomOut: true, light: 'off' }
export const MEASURED: Measured = {
  roundTripMs: 62,
  loss: 0.004,
  upKbps: 2280,
  downKbps: 1940,
  receivedHeight: 720,
  receivedFps: 29,
  path: 'relayed',
}
export const CONTACT: VisitContact = {
  phone: '07700 900123',
  phoneConfirmedAt: Date.now(),
  address: 'Flat 3, 12 Mill Lane, Ashby-de-la-Zouch, Leicestershire LE65 1AB',
  addressConfirmedAt: null,
  companions: [
    { name: 'Ann, daughter', onCamera: true },
    { name: 'Peter Featherstonehaugh-Cholmondeley, support worker', onCamera: false },
  ],
}
export const LONG = {
  firstName: 'Wilhelmina-Alexandrina',
  lastName: 'Featherstonehaugh-Cholmondeley',
  dateOfBirth: '1948-03-12',
  phone: '07700 900123',
}
export const planAs = (basedOn: string, view: View) => ({ ...TALKING, id: basedOn, basedOn, view })
