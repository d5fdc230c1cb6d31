// HTTP of a patient's personal link. The secret stands in the body and in no address of ours.
import {
  ArriveInvitedBody,
  CalendarReply,
  InvitationView,
  OpenedBody,
  OpenInvitationBody,
  OwnPreparation,
  PrepareBody,
} from '#contract/appointment'
import { PatientView } from '#contract/visit'
import { VISIT_COOKIE, VISIT_COOKIE_SECONDS } from '../platform/caller.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { Invitations } from './invitation.ts'
import type { Preparations } from './preparation.ts'

/** Says that this device passed the check of a personal link; which one, the database knows. */
const INVITED_COOKIE = 'bedside_invited'
const INVITED_SECONDS = 400 * 24 * 60 * 60

/** For other slices: the appointment of a personal link that this device has opened. */
export const openedBy =
  (invitations: Invitations) =>
  (secret: string, cookies: { get(name: string): string | undefined }): Promise<string> =>
    invitations.appointmentOf(secret, cookies.get(INVITED_COOKIE))

/** `arrived`: of the visit that this browser had before, and the one it has now. */
export function invitationRoutes(
  invitations: Invitations,
  preparations: Preparations,
  arrived: (before: string | undefined, visitId: string) => Promise<void>,
) {
  const opened = openedBy(invitations)
  return [
    endpoint({
      method: 'PUT',
      url: '/api/open/invitation/preparation',
      surface: 'open',
      action: 'invitation.prepare',
      body: PrepareBody,
      reply: OwnPreparation,
      perMinute: 120,
      handle: async ({ body, cookies }) => preparations.keep(await opened(body.secret, cookies), body),
    }),
    endpoint({
      method: 'POST',
      url: '/api/open/invitation/calendar',
      surface: 'open',
      action: 'invitation.prepare',
      body: OpenedBody,
      reply: CalendarReply,
      perMinute: 60,
      handle: async ({ body: { secret }, cookies }) => ({
        text: await preparations.calendar(await opened(secret, cookies), secret),
      }),
    }),
    endpoint({
      method: 'POST',
      url: '/api/open/invitation',
      surface: 'open',
      action: 'invitation.open',
      body: OpenInvitationBody,
      reply: InvitationView,
      perMinute: 60,
      keeps: true,
      async handle({ body, cookies }) {
        const { view, device } = await invitations.open(body.secret, body.dateOfBirth, cookies.get(INVITED_COOKIE))
        cookies.set(INVITED_COOKIE, device, INVITED_SECONDS)
        return view
      },
    }),
    endpoint({
      method: 'POST',
      url: '/api/open/invitation/visit',
      surface: 'open',
      action: 'visit.arrive',
      body: ArriveInvitedBody,
      reply: PatientView,
      perMinute: 120,
      keeps: true,
      async handle({ body, cookies }) {
        const { view, cookie } = await invitations.arrive(body, cookies.get(INVITED_COOKIE))
        await arrived(cookies.get(VISIT_COOKIE), view.visitId)
        cookies.set(VISIT_COOKIE, cookie, VISIT_COOKIE_SECONDS)
        return view
      },
    }),
  ]
}
