// What the tab is called: the page, who it belongs to, and how many newcomers nobody has looked at. No patient's name.
import { words as account } from '#text/account'
import { words as appointments } from '#text/appointments'
import { words as audit } from '#text/audit'
import { words as breakGlass } from '#text/break-glass'
import { words as clinicList } from '#text/clinic-list'
import { words as console } from '#text/console'
import { words as factors } from '#text/factors'
import { words as feedback } from '#text/feedback-staff'
import { words as notes } from '#text/notes'
import { words as outbox } from '#text/outbox'
import { words as people } from '#text/people-admin'
import { words as plans } from '#text/plans-staff'
import { words as provider } from '#text/provider'
import { words as settings } from '#text/settings'
import { words as signIns } from '#text/sign-ins'
import { words } from '#text/staff'
import { words as waysIn } from '#text/ways-in'
import type { Route } from './router.ts'

/** `organisation` is null while nobody is signed in. `count` is 0 where nothing is to be counted. */
export function pageTitle(route: Route, organisation: string | null, count: number): string {
  const title = plainTitle(route, organisation)
  return organisation && count > 0 ? words.title.counted(count, title) : title
}

function plainTitle(route: Route, organisation: string | null): string {
  if (route.page === 'first' || route.page === 'code') return words.title.first
  if (route.page === 'setup') return words.title.setup
  if (route.page === 'sample') return words.title.sample
  if (route.page === 'invitation') return words.title.invitation
  if (route.page === 'reset') return words.title.reset
  if (route.page === 'provider' || route.page === 'again' || !organisation) return words.title.signIn
  const page = {
    console: console.title,
    appointments: appointments.title,
    'appointment-week': appointments.title,
    'appointment-list': appointments.title,
    'clinic-list': clinicList.title,
    visit: words.title.call,
    notes: notes.title,
    note: notes.title,
    settings: settings.title,
    'sign-in-settings': provider.page.title,
    plans: plans.page.title,
    people: people.title,
    outbox: outbox.title,
    feedback: feedback.title,
    audit: audit.title,
    'ways-in': waysIn.title,
    poster: waysIn.poster.title,
    'sign-ins': signIns.title,
    account: account.title,
    email: account.confirm.title,
    'break-glass': breakGlass.title,
    factors: factors.title,
    missing: words.missing.title,
  }[route.page]
  return words.title.plain(page, organisation)
}
