// The settings of whoever carries messages, put together: which belong to each other, and which are missing. Only config.ts
// uses it.
import type { Carrier, CarrierSettings } from './integrations/channels/open.ts'
import type { Values } from './settings.ts'

type Channel = keyof CarrierSettings
type By = Carrier['by']

/** Null for a channel whose messages stay in the outbox, and where `mistakes` got something to say. */
export function carriersOf(values: Values, mistakes: string[]): CarrierSettings {
  const wrong = (variable: string) => mistakes.some((mistake) => mistake.startsWith(variable))
  const needs = (who: string, variable: string, value: unknown, why: string) => {
    if (!value && !wrong(variable)) mistakes.push(`${who} needs ${variable}: ${why}`)
    return Boolean(value)
  }
  const { smtpUrl, mailFrom } = values
  if (smtpUrl) needs('BEDSIDE_SMTP_URL', 'BEDSIDE_MAIL_FROM', mailFrom, 'whom e-mails come from.')
  if (mailFrom && !smtpUrl && !wrong('BEDSIDE_SMTP_URL'))
    mistakes.push('BEDSIDE_MAIL_FROM needs BEDSIDE_SMTP_URL (or _FILE): without a mail server no e-mail leaves.')
  const chosen: Readonly<Record<Channel, By | null>> = {
    email: values.emailBy ?? (smtpUrl ? 'smtp' : null),
    sms: values.smsBy,
  }
  const names = { email: 'BEDSIDE_EMAIL_BY', sms: 'BEDSIDE_SMS_BY' } as const

  const carrier = (channel: Channel): Carrier | null => {
    const by = chosen[channel]
    const who = `${names[channel]}=${by}`
    switch (by) {
      case null:
        return null
      case 'smtp':
        needs(who, 'BEDSIDE_SMTP_URL', smtpUrl, 'the mail server.')
        return smtpUrl && mailFrom ? { by, url: smtpUrl, from: mailFrom } : null
      case 'webhook': {
        const { webhookUrl: url, webhookSecret: secret } = values
        needs(who, 'BEDSIDE_WEBHOOK_URL', url, 'where messages are sent.')
        needs(who, 'BEDSIDE_WEBHOOK_SECRET', secret, 'what it is sent is signed.')
        return url && secret ? { by, url, secret } : null
      }
      case 'notify': {
        const {
          notifyUrl: url,
          notifyKey: key,
          notifySmsTemplate: smsTemplate,
          notifyEmailTemplate: emailTemplate,
        } = values
        const template = channel === 'sms' ? smsTemplate : emailTemplate
        const variable = channel === 'sms' ? 'BEDSIDE_NOTIFY_SMS_TEMPLATE' : 'BEDSIDE_NOTIFY_EMAIL_TEMPLATE'
        needs(who, 'BEDSIDE_NOTIFY_KEY', key, 'the API key of your service.')
        needs(who, variable, template, 'the id of a template at Notify that holds ((text)).')
        return key && template
          ? { by, url, key, smsTemplate, emailTemplate, callbackToken: values.notifyCallback }
          : null
      }
      case 'smpp': {
        const { smppUrl: url, smppSystemId: systemId, smppPassword: password, smppFrom: from } = values
        needs(who, 'BEDSIDE_SMPP_URL', url, 'the server.')
        needs(who, 'BEDSIDE_SMPP_SYSTEM_ID', systemId, 'who you are there.')
        needs(who, 'BEDSIDE_SMPP_PASSWORD', password, 'your password there.')
        needs(who, 'BEDSIDE_SMPP_FROM', from, 'what text messages come from.')
        return url && systemId && password && from ? { by, url, systemId, password, from } : null
      }
      case 'twilio': {
        const { twilioUrl: url, twilioAccount: account, twilioToken: token, twilioFrom: from, publicUrl } = values
        needs(who, 'BEDSIDE_TWILIO_ACCOUNT', account, 'the SID of your account.')
        needs(who, 'BEDSIDE_TWILIO_TOKEN', token, 'its auth token.')
        needs(who, 'BEDSIDE_TWILIO_FROM', from, 'the number that text messages come from.')
        const callbackUrl = publicUrl ? `${publicUrl}${TWILIO_CALLBACK}` : null
        return account && token && from ? { by, url, account, token, from, callbackUrl } : null
      }
    }
  }

  const carriers = { email: carrier('email'), sms: carrier('sms') }
  const first = smtpUrl ? 'BEDSIDE_SMTP_URL' : carriers.email ? names.email : carriers.sms ? names.sms : null
  if (first && !values.publicUrl && !wrong('BEDSIDE_URL'))
    mistakes.push(`${first} needs BEDSIDE_URL: messages carry links to the address that people type.`)
  return carriers
}

/** Where Twilio is told to report: the address is part of what it signs. */
const TWILIO_CALLBACK = '/api/open/carrier/sms/form'
