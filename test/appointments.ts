// An appointment that the practitioner here booked, and the phone on which its patient opens the link.
import { randomUUID } from 'node:crypto'
import type { AppointmentBody, AppointmentSaved, InvitationView } from '#contract/appointment'
import { type Browser, openBrowser } from './browser.ts'
import type { Clinic } from './clinic.ts'

export async function bookAppointment(
  { server, here, area }: Clinic,
  inMinutes: number,
  change: Partial<AppointmentBody> = {},
) {
  const at = new Date(server.clock.now().getTime() + inMinutes * 60_000)
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' })
  const [date = '', time = ''] = text.format(at).split(' ')
  const url = `/api/staff/areas/${area.id}/appointments`
  const { body, status } = await here.call<AppointmentSaved>('POST', url, {
    ...{ date, time, minutes: 20, practitionerId: here.me.personId, planId: 'home' },
    ...{ firstName: 'Jean', lastName: `Ellis${randomUUID().slice(0, 6)}`, dateOfBirth: '1948-03-03' },
    ...{ phone: '01632 960001', email: '', reason: '', ...change },
  })
  if (status !== 200) throw new Error(`not booked: ${status}`)
  const { appointment } = body
  const one = `${url}/${appointment.id}`
  const link = await here.call<{ url: string }>('GET', `${one}/link`)
  return { appointment, url: one, secret: link.body.url.split('/v/')[1] ?? '' }
}

/** A phone on which the link was opened by the date of birth. */
export async function openedOn({ server }: Clinic, secret: string, born = '3 3 1948'): Promise<Browser> {
  const browser = openBrowser(server)
  await browser.call('GET', '/api/open/kept')
  await browser.call<InvitationView>('POST', '/api/open/invitation', { secret, dateOfBirth: born })
  return browser
}
