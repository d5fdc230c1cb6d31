// A setting as it is typed, and the value that is read from it. Pure.
import { Problem } from '#domain/problem'
import {
  isTextSetting,
  LIMITS,
  type OwnSettings,
  type SettingName,
  type Settings,
  TEXT_SETTINGS,
} from '#domain/settings'
import { checkSettings } from '#domain/settings-check'
import { type MessageText, type TextFault, textFaults } from '#domain/template'
import { type HoursFault, readHours, type TypedHours, typedHours } from './hours-editor.ts'

export interface TypedMessage {
  readonly afterMinutes: string
  readonly text: string
}

/** Those that are typed in another form than they are kept in. */
interface TypedOtherwise {
  readonly openBlocks: TypedHours
  readonly opensEarlyMinutes: string
  readonly waitingMessages: readonly TypedMessage[]
  /** Both empty: none. */
  readonly afterLink: { readonly label: string; readonly url: string }
  /** One address a line. */
  readonly alerts: { readonly sound: boolean; readonly desktop: boolean; readonly emails: string }
}

export type TypedSettings = Omit<Settings, keyof TypedOtherwise> & TypedOtherwise

export type Fault =
  | { readonly kind: 'hours'; readonly faults: readonly HoursFault[] }
  | { readonly kind: 'text'; readonly faults: readonly TextFault[] }
  | { readonly kind: 'wrong' }
export type SettingRead =
  | { readonly ok: true; readonly set: OwnSettings }
  | { readonly ok: false; readonly fault: Fault }

export function typedSettings(settings: Settings): TypedSettings {
  const { waitingMessages, afterLink, alerts } = settings
  return {
    ...settings,
    openBlocks: typedHours(settings.openBlocks),
    opensEarlyMinutes: String(settings.opensEarlyMinutes),
    waitingMessages: waitingMessages.map(({ afterMinutes, text }) => ({ afterMinutes: String(afterMinutes), text })),
    afterLink: afterLink ?? { label: '', url: '' },
    alerts: { ...alerts, emails: alerts.emails.join('\n') },
  }
}

const WRONG: SettingRead = { ok: false, fault: { kind: 'wrong' } }

/** What was typed for one setting, or what must be mended. */
export function readSetting(name: SettingName, typed: TypedSettings): SettingRead {
  if (name === 'openBlocks') {
    const read = readHours(typed.openBlocks)
    return read.ok
      ? { ok: true, set: { openBlocks: read.blocks } }
      : { ok: false, fault: { kind: 'hours', faults: read.faults } }
  }
  if (isTextSetting(name)) {
    const text = tidied(typed[name])
    const faults = textFaults(TEXT_SETTINGS[name], text)
    return faults.length > 0 ? { ok: false, fault: { kind: 'text', faults } } : { ok: true, set: { [name]: text } }
  }
  const value = settingOf(name, typed)
  if (value === undefined) return WRONG
  const set: OwnSettings = { [name]: value }
  try {
    checkSettings(set)
    return { ok: true, set }
  } catch (error) {
    if (error instanceof Problem) return WRONG
    throw error
  }
}

const tidied = ({ sms, subject, email }: MessageText): MessageText => ({
  sms: sms.trim(),
  subject: subject.trim(),
  email: email.trim(),
})

/** Undefined: no value at all. */
function settingOf(name: Exclude<SettingName, 'openBlocks'>, typed: TypedSettings): OwnSettings[SettingName] {
  switch (name) {
    case 'opensEarlyMinutes':
      return minutesWithin(typed.opensEarlyMinutes, LIMITS.opensEarlyMinutes)
    case 'closedDates':
      return typed.closedDates.filter((date) => date !== '').sort()
    case 'arrivalQuestions': {
      const questions = typed.arrivalQuestions.map((question) => ({ ...question, label: question.label.trim() }))
      return questions.every(({ label }) => label !== '') ? questions : undefined
    }
    case 'waitingMessages': {
      const messages = typed.waitingMessages.map(({ afterMinutes, text }) => ({
        afterMinutes: minutesWithin(afterMinutes, LIMITS.waitingMinutes),
        text: text.trim(),
      }))
      const whole = messages.flatMap(({ afterMinutes, text }) =>
        afterMinutes !== undefined && text ? [{ afterMinutes, text }] : [],
      )
      return whole.length === messages.length ? whole.sort((a, b) => a.afterMinutes - b.afterMinutes) : undefined
    }
    case 'afterLink': {
      const [label, url] = [typed.afterLink.label.trim(), typed.afterLink.url.trim()]
      if (!label && !url) return null
      return label && url ? { label, url } : undefined
    }
    case 'alerts': {
      const emails = typed.alerts.emails.split(/[\s,;]+/).filter(Boolean)
      return emails.length <= LIMITS.emails ? { ...typed.alerts, emails } : undefined
    }
    case 'support':
      return { phone: typed.support.phone.trim(), email: typed.support.email.trim() }
    case 'timeZone':
      return typed.timeZone.trim() || undefined
    default:
      return typed[name]
  }
}

function minutesWithin(typed: string, most: number): number | undefined {
  if (!/^\d{1,4}$/.test(typed.trim())) return undefined
  const minutes = Number(typed)
  return minutes <= most ? minutes : undefined
}
