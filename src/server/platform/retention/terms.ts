// The terms of retention: when rows fall due. Tables that share a term are deleted together: all of them or none.
import { DAY_MS } from '#domain/retention'
import { ATTEMPTS_WINDOW_MS } from '../attempts.ts'
import type { Term } from './entry.ts'

export const VISIT_ENDED: Term = {
  moment: 'the end of the visit',
  kept: { setBy: 'organisation', setting: 'detailsMinutes' },
}

export const NOTE_SIGNED: Term = {
  moment: 'it was signed',
  kept: { setBy: 'organisation', setting: 'signedNoteDays' },
}

export const ADDRESS_USED: Term = {
  moment: 'the request',
  kept: { setBy: 'installation', setting: 'auditAddresses' },
}

export const GLASS_OPENED: Term = {
  moment: 'the service was opened',
  kept: { setBy: 'installation', setting: 'glassReasons' },
}

const byProduct = (ms: number, moment: string): Term => ({ moment, kept: { setBy: 'product', ms } })

/** Whoever did not come may still, and is phoned the same day. */
export const APPOINTMENT_OVER = byProduct(DAY_MS, 'the time of the appointment')
export const MESSAGE_WRITTEN = byProduct(30 * DAY_MS, 'it was written')
export const MESSAGE_LINK_OVER = byProduct(0, 'its link has run out')
/** As long as browsers keep the cookie that tells them apart. */
export const DEVICE_USED = byProduct(400 * DAY_MS, 'the browser was last used')
export const SIGN_IN_OVER = byProduct(0, 'the sign-in has run out')
export const ATTEMPT_MADE = byProduct(ATTEMPTS_WINDOW_MS, 'the attempt')
export const SECOND_STEP_OVER = byProduct(0, 'the time to finish the sign-in is over')
export const PASSKEY_REQUEST_OVER = byProduct(0, 'the time to answer is over')
export const RESET_REQUESTED = byProduct(DAY_MS, 'the request')
export const RESET_LINK_OVER = byProduct(DAY_MS, 'the link ran out')
export const LOGOUT_OVER = byProduct(0, 'the token has run out')
