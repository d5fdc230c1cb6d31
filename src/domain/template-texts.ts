// The texts that are shipped, one for each occasion. They name no patient, no service and nothing of what an appointment is
// for: others read over shoulders, and mail servers read everything. Each line is left out where its field is empty.
import type { MessageText, TemplateKind } from './template.ts'

const PHONE_SMS = 'Questions? Phone {{phone}}.'
const COME_IN = 'To come in, open this link: {{link}}'

/** An e-mail's paragraphs: what happened, the link and what it needs, and whom to ask. */
function email(news: string, aboutLink: string | null): string {
  return [
    news,
    ...(aboutLink === null
      ? []
      : [
          'Open this link on the phone, tablet or computer that you will use:',
          '{{link}}',
          aboutLink,
          'This link is yours alone. Please do not pass it on.',
        ]),
    'Do you have questions? Phone {{phone}}.',
    'If you do not know what this is about, do nothing.',
  ].join('\n\n')
}

const sms = (...lines: readonly string[]) => [...lines, PHONE_SMS].join('\n')

const BEFORE =
  'You can come in 30 minutes before. You will be asked for your date of birth. You need no app and no account.'
const STILL = 'You can still come in today. You will be asked for your date of birth.'

function text(subject: string, news: string, aboutLink: string | null): MessageText {
  return {
    sms: aboutLink === null ? sms(news) : sms(news, COME_IN),
    subject: `{{organisation}}: ${subject}`,
    email: email(news, aboutLink),
  }
}

export const SHIPPED_TEXTS: Readonly<Record<TemplateKind, MessageText>> = {
  invitation: text(
    'your video appointment',
    'You have been invited to a video appointment with {{organisation}} on {{date}} at {{time}}.',
    BEFORE,
  ),
  'reminder-day': text(
    'your video appointment is soon',
    'A reminder: your video appointment with {{organisation}} is on {{date}} at {{time}}.',
    BEFORE,
  ),
  'reminder-hour': text(
    'your video appointment is today',
    'A reminder: your video appointment with {{organisation}} is today at {{time}}.',
    BEFORE,
  ),
  moved: text(
    'your video appointment has a new time',
    'Your video appointment with {{organisation}} has a new time: {{date}} at {{time}}.',
    BEFORE,
  ),
  cancelled: text(
    'your video appointment is cancelled',
    'Your video appointment with {{organisation}} on {{date}} at {{time}} is cancelled.',
    null,
  ),
  late: text(
    'we are running late',
    'We are running about {{minutes}} minutes late. Your video appointment with {{organisation}} at {{time}} will begin later.',
    'You can come in at your time, or a little later. You will be asked for your date of birth.',
  ),
  'on-time': text(
    'we are on time again',
    'We are on time again. Your video appointment with {{organisation}} is at {{time}}.',
    BEFORE,
  ),
  'link-again': text(
    'here is your link again',
    'Here is the link again to your video appointment with {{organisation}} on {{date}} at {{time}}.',
    'You will be asked for your date of birth. You need no app and no account.',
  ),
  missed: text(
    'we missed you',
    'We missed you at your video appointment with {{organisation}} on {{date}} at {{time}}.',
    STILL,
  ),
}
