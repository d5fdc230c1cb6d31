// Whether a setting can be what somebody wants it to be, beyond its shape: days that exist, addresses that can be reached.
import { checkOpeningHours } from './area.ts'
import { Problem } from './problem.ts'
import { type OwnSettings, type SettingName, TEXT_SETTINGS, type TextSettingName } from './settings.ts'
import { textFaults } from './template.ts'

/** Throws `settings/not-valid` or `area/hours-not-valid` for the first that cannot be. */
export function checkSettings(set: OwnSettings): void {
  const { timeZone = 'UTC', openBlocks = [] } = set
  checkOpeningHours({ timeZone, blocks: openBlocks })
  const wrong = (Object.keys(CHECKS) as (keyof typeof CHECKS)[]).find((name) => !fits(set, name))
  if (wrong) throw new Problem('settings/not-valid', { field: wrong })
  for (const [name, kind] of Object.entries(TEXT_SETTINGS)) {
    const text = set[name as TextSettingName]
    if (text && textFaults(kind, text).length > 0) throw new Problem('settings/not-valid', { field: name })
  }
}

const isEmail = (text: string) => /^[^@\s<>,;]+@[^@\s<>,;]+$/.test(text)

const isDay = (text: string) => {
  const at = Date.parse(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** A page that anybody can open safely: https, with a host of its own, and nothing to sign in with. */
export function isPageUrl(text: string): boolean {
  return /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?([/?#][^\s<>"\\]*)?$/i.test(text)
}

const once = <T>(values: readonly T[]) => new Set(values).size === values.length

type Check<Name extends SettingName> = (value: NonNullable<OwnSettings[Name]>) => boolean

const CHECKS = {
  closedDates: (dates: readonly string[]) => dates.every(isDay) && once(dates),
  support: ({ phone, email }) => (email === '' || isEmail(email)) && (phone === '' || /\d/.test(phone)),
  arrivalQuestions: (questions) => once(questions.map(({ label }) => label.trim().toLowerCase())),
  waitingMessages: (messages) => once(messages.map(({ afterMinutes }) => afterMinutes)),
  afterLink: ({ url }) => isPageUrl(url),
  alerts: ({ emails }) => emails.every(isEmail) && once(emails.map((email) => email.toLowerCase())),
} satisfies { readonly [Name in SettingName]?: Check<Name> }

function fits(set: OwnSettings, name: keyof typeof CHECKS): boolean {
  const value = set[name]
  if (value === undefined || value === null) return true
  return (CHECKS[name] as (value: unknown) => boolean)(value)
}
