// The page of a personal link, joined to the browser. Fetched only at its own address.
import { render } from 'preact'
import type { InvitationPage, InvitationView } from '#contract/appointment'
import type { ArriveBody, PatientView } from '#contract/visit'
import { later } from '../kit/later.ts'
import { call } from '../net/api.ts'
import type { Typed } from './arrive/typed.ts'
import { createInvitation } from './invitation/invitation-model.ts'
import { InvitationScreen } from './invitation/invitation-screen.tsx'

/** What a journey that begins at a personal link knows already. */
export interface InvitedPatient {
  readonly slug: string
  readonly visitId: string | null
  readonly typed: Typed
  arrive(body: ArriveBody): Promise<PatientView>
}

export function showInvitation(
  app: HTMLElement,
  secret: string,
  page: InvitationPage | null,
  goOn: (invited: InvitedPatient) => void,
): void {
  const model = createInvitation({
    page,
    open: (dateOfBirth) =>
      call('POST', '/api/open/invitation', { secret, ...(dateOfBirth === undefined ? {} : { dateOfBirth }) }),
    goOn: (view) => goOn(invitedOf(secret, view)),
    later,
  })
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  render(<InvitationScreen model={model} page={page} ownZone={timeZone} />, app)
}

function invitedOf(secret: string, view: InvitationView): InvitedPatient {
  const { firstName, lastName, dateOfBirth, phone, slug, visitId } = view
  const [year = '', month = '', day = ''] = dateOfBirth.split('-')
  return {
    slug,
    visitId,
    typed: { firstName, lastName, birth: { day, month, year }, phone, consent: true },
    arrive: ({ phone: typed, picture, sound, phoneMe }) =>
      call('POST', '/api/open/invitation/visit', { secret, phone: typed, consent: true, picture, sound, phoneMe }),
  }
}
