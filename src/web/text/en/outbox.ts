// Words of the outbox: every message that goes out, or would.
import type { NotificationKind } from '#domain/notification'

const kinds: Record<NotificationKind, string> = {
  staff: 'About a sign-in',
  recall: 'It is their turn',
  invitation: 'Appointment booked',
  'link-again': 'Link again',
  moved: 'Appointment moved',
  cancelled: 'Appointment cancelled',
  'reminder-day': 'Reminder, a day before',
  'reminder-hour': 'Reminder, an hour before',
  late: 'Running late',
  'on-time': 'On time again',
  missed: 'Appointment missed',
}

export const words = {
  title: 'Outbox',
  look: 'Look again',
  loading: 'Opening the outbox',
  failed: 'The outbox cannot be shown now',
  leadKept:
    'Nobody carries messages here yet, so e-mails and text messages stay. Read them as a phone would show them, follow their links, and give people theirs yourself.',
  leadSends:
    'Messages that go out. One that does not get through is tried again for a day and a half. What patients are written is between them and their team, and links are for those who get them.',
  leadEmails:
    'E-mails go out; one that does not get through is tried again for a day and a half. Nobody carries text messages here yet, so they stay: read them, and follow their links.',
  leadTexts:
    'Text messages go out; one that does not get through is tried again for a day and a half. Nobody carries e-mails here yet, so they stay: read them, and follow their links.',
  emptyTitle: 'Nothing has been written yet',
  emptyText:
    'Messages to patients and links for your staff appear here, the newest first. They are deleted after 30 days.',
  at: (day: string, time: string) => `${day}, ${time}`,
  channels: { email: 'E-mail', sms: 'Text' },
  kinds,
  from: 'Your organisation',
  private: 'This message is between the patient and their team. They see it at the appointment.',
  states: {
    kept: 'Stays here',
    'on-its-way': 'On its way',
    again: 'Will be tried again',
    sent: 'Sent',
    delivered: 'Delivered',
    failed: 'Did not get through',
    uncertain: 'May not have arrived',
    overtaken: 'Not needed any more',
  },
  linkHint:
    'The link opens a sign-in for its receiver. To follow it yourself and stay signed in here, use a private window.',
  patientLinkHint: 'The link opens as it does for the patient. The first device that opens it keeps it.',
  linkHidden: '[a link that only its receiver is shown]',
  linkOver: '[the link was used, or is over]',
  failedSince: (count: number, fault: string, time: string) =>
    `Failed ${count === 1 ? 'once' : `${count} times`} (${fault}). The next try is at ${time}.`,
  failedFor: (fault: string) => `It was refused (${fault}). Check the address or the number, or the settings.`,
  uncertain: (fault: string) =>
    `It was handed over, and no answer came (${fault}). To be sure that nobody gets it twice, it is not sent again by itself. Ask its receiver.`,
  arrived: 'It has arrived',
  sendAgain: 'Send it again',
  sending: 'Sending',
}
