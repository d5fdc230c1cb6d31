// The page of a personal link, joined to the browser. Fetched only at its own address.
import type { InvitationPage, InvitationView } from '#contract/appointment'
import type { ArriveBody, PatientView } from '#contract/visit'
import { later } from '../kit/later.ts'
import { lazily } from '../kit/lazily.ts'
import { call } from '../net/api.ts'
import type { Typed } from './arrive/typed.ts'
import { createInvitation, type InvitationModel } from './invitation/invitation-model.ts'

export { InvitationScreen } from './invitation/invitation-screen.tsx'

/** The forms of this appointment, fetched once somebody has opened the link. */
export const formsBehind = (secret: string) =>
  lazily(() => import('./forms-part.ts').then((part) => part.invitedForms(secret)))

/** Getting ready before the day, fetched once somebody has opened the link too early to come in. */
export const preparationBehind = (secret: string, model: InvitationModel) =>
  lazily(async () => {
    const part = await import('./preparation-part.ts')
    const state = model.state.get()
    if (state.at !== 'opened') throw new Error('the link is not open')
    return part.openPreparation(secret, state.view)
  })

/** What a journey that begins at a personal link knows already. */
export interface InvitedPatient {
  readonly slug: string
  readonly visitId: string | null
  readonly typed: Typed
  arrive(body: ArriveBody): Promise<PatientView>
}

export function openInvitation(
  secret: string,
  page: InvitationPage | null,
  goOn: (invited: InvitedPatient) => void,
): InvitationModel {
  return createInvitation({
    page,
    open: (dateOfBirth) =>
      call('POST', '/api/open/invitation', { secret, ...(dateOfBirth === undefined ? {} : { dateOfBirth }) }),
    goOn: (view) => goOn(invitedOf(secret, view)),
    later,
  })
}

function invitedOf(secret: string, view: InvitationView): InvitedPatient {
  const { firstName, lastName, dateOfBirth, phone, slug, visitId } = view
  const [year = '', month = '', day = ''] = dateOfBirth.split('-')
  return {
    slug,
    visitId,
    typed: { firstName, lastName, birth: { day, month, year }, phone, answers: {}, consent: true },
    arrive: ({ phone: typed, picture, sound, phoneMe, cannotTalk, usesText }) =>
      call('POST', '/api/open/invitation/visit', {
        ...{ secret, phone: typed, consent: true, picture, sound, phoneMe, cannotTalk, usesText },
      }),
  }
}
