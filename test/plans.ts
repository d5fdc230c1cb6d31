// What is said of devices and plans, complete, as a page sends it.
import type { ContactBody } from '#contract/consultation'
import type { DeviceTalkBody, PlanBody } from '#contract/plan'
import type { ArriveBody } from '#contract/visit'
import { NO_WORDING } from '#domain/plan'

export const TALK: DeviceTalkBody = {
  answers: {
    devices: ['smartphone', 'tablet'],
    preference: 'tablet',
    canHold: 'short-time',
    canMoveDevice: true,
    alone: false,
    helperCanHold: true,
    stand: false,
    ownKit: ['peak-flow-meter'],
  },
  agreed: null,
}

export const PLAN: PlanBody = {
  basedOn: 'walking-and-balance',
  view: 'whole-body',
  devices: { first: ['tablet'], second: ['laptop'], avoid: ['desktop'] },
  wording: { ...NO_WORDING, name: 'Frame walkers', wear: 'Wear the shoes you go out in.' },
}

/** Where this patient is, and who is with them: said with words that nobody else has. */
export const contactOf = ({ typed }: { readonly typed: Pick<ArriveBody, 'lastName' | 'phone'> }): ContactBody => ({
  phone: typed.phone,
  phoneConfirmed: true,
  address: `12 ${typed.lastName} Lane`,
  addressConfirmed: true,
  companions: [{ name: `Old ${typed.lastName}`, onCamera: false }],
})
