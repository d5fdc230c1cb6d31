// What a patient is written about an appointment, in English. It names no patient, no service and nothing of what the
// appointment is for: others read over shoulders, and mail servers read everything.
import { type ChannelName, LINK_MARK, typed } from '#domain/notification'

export type PatientKind = 'invitation' | 'moved' | 'cancelled' | 'missed'

export interface MessageFacts {
  readonly organisation: string
  readonly startsAt: Date
  readonly timeZone: string
  readonly phone: string
}

/** A link is of use only where the patient may still come. */
export const carriesLink = (kind: PatientKind) => kind !== 'cancelled'

export function patientMessage(kind: PatientKind, channel: ChannelName, facts: MessageFacts) {
  return channel === 'sms' ? { subject: '', text: textMessage(kind, facts) } : email(kind, facts)
}

function whenOf({ startsAt, timeZone }: MessageFacts): string {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long', day: 'numeric', month: 'long' })
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
  return `${day.format(startsAt).replace(',', '')} at ${clock.format(startsAt)}`
}

/** What happened, in one sentence. */
function news(kind: PatientKind, facts: MessageFacts): string {
  const [name, when] = [typed(facts.organisation), whenOf(facts)]
  switch (kind) {
    case 'invitation':
      return `You have been invited to a video appointment with ${name} on ${when}.`
    case 'moved':
      return `Your video appointment with ${name} has a new time: ${when}.`
    case 'cancelled':
      return `Your video appointment with ${name} on ${when} is cancelled.`
    case 'missed':
      return `We missed you at your video appointment with ${name} on ${when}.`
  }
}

const SUBJECTS: Record<PatientKind, string> = {
  invitation: 'your video appointment',
  moved: 'your video appointment has a new time',
  cancelled: 'your video appointment is cancelled',
  missed: 'we missed you',
}

function textMessage(kind: PatientKind, facts: MessageFacts): string {
  return [
    news(kind, facts),
    ...(carriesLink(kind) ? [`To come in, open this link: ${LINK_MARK}`] : []),
    ...(facts.phone ? [`Questions? Phone ${typed(facts.phone)}.`] : []),
  ].join(' ')
}

function email(kind: PatientKind, facts: MessageFacts) {
  const before =
    'You can come in 30 minutes before. You will be asked for your date of birth. You need no app and no account.'
  const late = 'You can still come in today. You will be asked for your date of birth.'
  return {
    subject: `${typed(facts.organisation)}: ${SUBJECTS[kind]}`,
    text: [
      news(kind, facts),
      ...(carriesLink(kind)
        ? [
            'Open this link on the phone, tablet or computer that you will use:',
            LINK_MARK,
            kind === 'missed' ? late : before,
            'This link is yours alone. Please do not pass it on.',
          ]
        : []),
      ...(facts.phone ? [`Do you have questions? Phone ${typed(facts.phone)}.`] : []),
      'If you do not know what this is about, do nothing.',
    ].join('\n\n'),
  }
}
