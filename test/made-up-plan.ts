// The plan, the talk and the contact of a made-up visit, before anybody said or changed anything: for tests and examples.
import type { VisitContact } from '#contract/consultation'
import type { DeviceTalk, PlanView } from '#contract/plan'
import { NO_ANSWERS } from '#domain/advice'
import { NO_WORDING } from '#domain/plan'

export const TALKING: PlanView = {
  id: 'talking',
  basedOn: 'talking',
  view: 'face',
  devices: { first: ['desktop', 'laptop'], second: ['tablet'], avoid: [] },
  wording: NO_WORDING,
}

export const NO_TALK: DeviceTalk = { answers: NO_ANSWERS, agreed: null }

export const contactOn = (phone: string): VisitContact => ({
  phone,
  phoneConfirmedAt: null,
  address: '',
  addressConfirmedAt: null,
  companions: [],
})
