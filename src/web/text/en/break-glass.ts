// Words of break-glass: opening a service in which one has no role, the mark while it lasts, and looking at it afterwards.
import { typed } from '../typed.ts'

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

export const words = {
  title: 'Open a service in an emergency',
  lead: 'Break the glass: see a service that is not yours, because patients there have nobody else now.',
  meaning: [
    'You see who waits there, with all that they told, and you can join them.',
    'It lasts 60 minutes. You can give it back before.',
    'Your administrators are told now. All that you do there is written down as done this way.',
  ],
  service: 'Which service?',
  areas: (names: readonly string[]) => `Waiting areas: ${names.join(', ')}`,
  reason: 'Why is it needed?',
  reasonHint: 'In your own words, for your administrators. Do not name a patient.',
  faults: {
    service: 'Choose a service',
    reason: 'Write the reason: ten letters at least',
  },
  confirm: 'Open it for 60 minutes',
  opening: 'Opening',
  cancel: 'Do not open it',
  failed: 'It is not open',
  looking: 'Looking which services there are',
  again: 'Try again',
  offTitle: 'Your organisation has switched this off',
  offText: 'Ask an administrator to give you a role in the service.',
  noneTitle: 'You see every service already',
  noneText: 'There is nothing to open.',
  back: 'Today',
  way: 'Open a service in an emergency',
  wayHint: 'For when patients of another service have nobody else. Your administrators are told.',
  bar: {
    label: 'Break-glass',
    open: (service: string, minutes: number) =>
      minutes > 0
        ? `${typed(service)} is open to you, ${minutes === 1 ? '1 more minute' : `${minutes} more minutes`}. All that you do there is written down.`
        : `${typed(service)} stays open to you until this visit ends.`,
    inCall: (service: string, minutes: number) =>
      minutes > 0
        ? `${typed(service)} by break-glass: ${minutes} min`
        : `${typed(service)} by break-glass: to the end of this call`,
    close: (service: string) => `Give ${typed(service)} back now`,
    closing: 'Giving it back',
    failed: 'It is still open. Try again.',
  },
  openings: {
    title: 'Opened by break-glass',
    lead: 'Practitioners who opened a service in which they have no role, and why.',
    none: 'Nobody has done so yet.',
    loading: 'Looking who broke the glass',
    failed: 'This cannot be shown now',
    when: (from: number, until: number) => `${day.format(new Date(from))} to ${time.format(new Date(until))}`,
    now: 'Open now',
    reasonGone: 'The reason is no longer kept.',
    allow: 'Practitioners may open other services for a stated reason',
    allowHint: 'For 60 minutes. Administrators get a letter each time. Switched off, what is open is closed at once.',
    saving: 'Saving',
    saved: 'Saved',
    notSaved: 'Not saved',
  },
}
