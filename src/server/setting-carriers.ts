// The variables that say who carries e-mails and text messages. settings.ts lists them with all others.
import { mailServerAddress } from './setting-addresses.ts'
import { longSecret, Mistake, mailAddress, oneOf, optional, optionally, webhook } from './setting-values.ts'

interface Read<T> {
  readonly names: readonly string[]
  readonly fallback: string
  readonly parse: (text: string) => T
  readonly meaning: string
  readonly secret: boolean
}
type Plain = <T>(names: readonly string[], fallback: string, parse: (text: string) => T, meaning: string) => Read<T>
type Secret = <T>(name: string, parse: (text: string) => T, meaning: string) => Read<T | null>

export const carrierSettings = (setting: Plain, secret: Secret) => ({
  emailBy: setting(
    ['BEDSIDE_EMAIL_BY'],
    '',
    optionally(oneOf(['smtp', 'notify', 'webhook'] as const)),
    'Who carries e-mails: `smtp` (unset, where there is `BEDSIDE_SMTP_URL`), `notify` (GOV.UK Notify) or `webhook`. Nobody: they stay in the outbox, where administrators read them and follow their links.',
  ),
  smsBy: setting(
    ['BEDSIDE_SMS_BY'],
    '',
    optionally(oneOf(['notify', 'twilio', 'smpp', 'webhook'] as const)),
    'Who carries text messages: `notify` (GOV.UK Notify), `twilio`, `smpp` (a telephone company or an aggregator) or `webhook`. Unset: they stay in the outbox.',
  ),
  smtpUrl: secret(
    'BEDSIDE_SMTP_URL',
    mailServerAddress,
    'A mail server: `smtps://name:password@mail.example.org` or `smtp://mail.example.org:587` (STARTTLS). Signs in the password are percent-encoded.',
  ),
  mailFrom: setting(
    ['BEDSIDE_MAIL_FROM'],
    '',
    optionally(mailAddress),
    'Whom e-mails come from: `video@example.org` or `Hillside Health <video@example.org>`.',
  ),
  webhookUrl: setting(
    ['BEDSIDE_WEBHOOK_URL'],
    '',
    optionally(webhook),
    'A server of your own that takes each message as JSON (`id`, `channel`, `to`, `subject`, `text`) and passes it on. It answers 2xx once it has it, also where it had that `id` before. 400, 404, 413 and 422 say that this message will never go; after anything else it is tried again.',
  ),
  webhookSecret: secret(
    'BEDSIDE_WEBHOOK_SECRET',
    longSecret,
    'What each of these is signed with: `Bedside-Signature: t=<seconds>,v1=<HMAC-SHA256 of "<seconds>.<body>", hex>`. At least 16 characters.',
  ),
  notifyKey: secret(
    'BEDSIDE_NOTIFY_KEY',
    notifyKey,
    'The API key of your service at GOV.UK Notify, as it is shown there: its name and two ids.',
  ),
  notifySmsTemplate: setting(
    ['BEDSIDE_NOTIFY_SMS_TEMPLATE'],
    '',
    optionally(uuid),
    'The id of a text message template at Notify that holds `((text))` and nothing else.',
  ),
  notifyEmailTemplate: setting(
    ['BEDSIDE_NOTIFY_EMAIL_TEMPLATE'],
    '',
    optionally(uuid),
    'The id of an e-mail template at Notify with `((subject))` as its subject and `((text))` as its message.',
  ),
  notifyCallback: secret(
    'BEDSIDE_NOTIFY_CALLBACK_TOKEN',
    longSecret,
    'The bearer token that you typed at Notify under API integration, Callbacks, for delivery receipts and received text messages. They go to `/api/open/carrier/sms` and `/api/open/carrier/email`. Unset: what is said there is not believed, and messages are not known to be delivered.',
  ),
  notifyUrl: setting(['BEDSIDE_NOTIFY_URL'], 'https://api.notifications.service.gov.uk', webhook, 'Where Notify is.'),
  twilioAccount: setting(
    ['BEDSIDE_TWILIO_ACCOUNT'],
    '',
    optionally(twilioAccount),
    'The SID of your account at Twilio: `AC…`.',
  ),
  twilioToken: secret('BEDSIDE_TWILIO_TOKEN', longSecret, 'Its auth token. Twilio also signs with it what it reports.'),
  twilioFrom: setting(
    ['BEDSIDE_TWILIO_FROM'],
    '',
    optional,
    'What text messages come from: a number such as `+441632960000`, a messaging service (`MG…`), or a name.',
  ),
  smppUrl: setting(
    ['BEDSIDE_SMPP_URL'],
    '',
    optionally(smppAddress),
    'The SMPP 3.4 server of your telephone company or aggregator: `ssmpp://sms.example.org:3550` (over TLS), or `smpp://sms.example.org:2775` within a private network. Bedside stays connected as a transceiver, and hears there what became of messages and what comes in.',
  ),
  smppSystemId: setting(['BEDSIDE_SMPP_SYSTEM_ID'], '', optional, 'Who you are there, at most 15 characters.'),
  smppPassword: secret('BEDSIDE_SMPP_PASSWORD', (text) => text, 'Your password there, at most 8 characters.'),
  smppFrom: setting(
    ['BEDSIDE_SMPP_FROM'],
    '',
    optional,
    'What text messages come from: a number such as `+441632960000`, a short one, or a name of at most 11 letters, to which nobody can answer STOP.',
  ),
  twilioUrl: setting(['BEDSIDE_TWILIO_URL'], 'https://api.twilio.com', webhook, 'Where Twilio is.'),
})

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const UUID_LENGTH = 36

function uuid(text: string): string {
  if (UUID.test(text)) return text.toLowerCase()
  throw new Mistake('must be the id of a template, such as f33517ff-2a88-4f6e-b855-c550268ce08a', text)
}

function notifyKey(text: string): string {
  const [service, key] = [text.slice(-2 * UUID_LENGTH - 1, -UUID_LENGTH - 1), text.slice(-UUID_LENGTH)]
  if (UUID.test(service) && UUID.test(key)) return text
  throw new Mistake('must be an API key as Notify shows it: a name and two ids, with hyphens between')
}

function smppAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  const plain = url && !url.username && !url.password && /^\/?$/.test(url.pathname)
  if (plain && url.hostname && (url.protocol === 'smpp:' || url.protocol === 'ssmpp:')) return text
  throw new Mistake('must be the address of an SMPP server, such as ssmpp://sms.example.org:3550', text)
}

function twilioAccount(text: string): string {
  if (/^AC[0-9a-f]{32}$/.test(text)) return text
  throw new Mistake('must be the SID of an account: AC and 32 digits', text)
}
