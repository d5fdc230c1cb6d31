// The e-mail with a patient's personal link, in English as other letters are. It names no patient, no service and nothing of
// what the appointment is for: others read over shoulders, and mail servers read everything.
import { LINK_MARK, typed } from '#domain/notification'

export interface InvitationFacts {
  readonly organisation: string
  readonly startsAt: Date
  readonly timeZone: string
  readonly phone: string
}

export function invitationEmail({ organisation, startsAt, timeZone, phone }: InvitationFacts) {
  const name = typed(organisation)
  const day = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long', day: 'numeric', month: 'long' })
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
  return {
    subject: `${name}: your video appointment`,
    text: [
      `You have been invited to a video appointment with ${name} on ${day.format(startsAt).replace(',', '')} at ${clock.format(startsAt)}.`,
      'Open this link on the phone, tablet or computer that you will use:',
      LINK_MARK,
      'You can come in 30 minutes before. You will be asked for your date of birth. You need no app and no account.',
      'This link is yours alone. Please do not pass it on.',
      ...(phone ? [`Do you have questions? Phone ${typed(phone)}.`] : []),
      'If you do not know what this is about, do nothing.',
    ].join('\n\n'),
  }
}
