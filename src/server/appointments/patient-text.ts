// A message to a patient, in the words that are in force for their waiting area.
import type { ChannelName } from '#domain/notification'
import { type Settings, textSettingOf } from '#domain/settings'
import { fillText, saysLink, type TemplateKind } from '#domain/template'

export interface MessageFacts {
  readonly organisation: string
  readonly place: string
  readonly startsAt: Date
  readonly timeZone: string
  readonly phone: string
  readonly firstName: string
  readonly lateMinutes: number | null
}

export function patientMessage(kind: TemplateKind, channel: ChannelName, facts: MessageFacts, settings: Settings) {
  const { timeZone, startsAt } = facts
  const day = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long', day: 'numeric', month: 'long' })
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
  const filling = {
    organisation: facts.organisation,
    date: day.format(startsAt).replace(',', ''),
    time: clock.format(startsAt),
    phone: facts.phone,
    minutes: facts.lateMinutes === null ? '' : String(facts.lateMinutes),
    name: facts.firstName,
    place: facts.place,
  }
  const text = settings[textSettingOf(kind)]
  return channel === 'sms'
    ? { subject: '', text: fillText(text.sms, filling), hasLink: saysLink(text.sms) }
    : { subject: fillText(text.subject, filling), text: fillText(text.email, filling), hasLink: saysLink(text.email) }
}
