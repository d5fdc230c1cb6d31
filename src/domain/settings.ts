// The settings that an organisation hands down to its services, and a service to its waiting areas: what each is, what
// Bedside itself begins with, and which level a value comes from. Knows nothing of how they are kept or shown.
import type { OpeningHours } from './area.ts'
import { DEFAULT_ENTRY_FIELDS, DOORS_OPEN_EARLY_MINUTES, type EntryFields, type OpeningBlock } from './area.ts'
import type { ArrivalQuestion } from './arrival-questions.ts'
import type { BankHolidays } from './bank-holiday.ts'
import { DEFAULT_PURPOSE } from './plan-catalogue.ts'
import type { MessageText, TemplateKind } from './template.ts'
import { SHIPPED_TEXTS } from './template-texts.ts'

export interface Support {
  readonly phone: string
  readonly email: string
}

export interface PageLink {
  readonly label: string
  /** Begins with `https://`. */
  readonly url: string
}

/** Shown to somebody who has waited this long. */
export interface WaitingMessage {
  readonly afterMinutes: number
  readonly text: string
}

/** Who is told that somebody has arrived, and how. */
export interface Alerts {
  readonly sound: boolean
  readonly desktop: boolean
  readonly emails: readonly string[]
}

export interface Settings extends MessageSettings {
  /** IANA, for example `Europe/London`. */
  readonly timeZone: string
  /** None at all: always open. */
  readonly openBlocks: readonly OpeningBlock[]
  readonly opensEarlyMinutes: number
  /** Whose bank holidays it is closed on. */
  readonly bankHolidays: BankHolidays
  /** Days of one's own on which it is closed: ISO dates. */
  readonly closedDates: readonly string[]
  readonly fields: EntryFields
  /** Asked in the same form, after the fields. */
  readonly arrivalQuestions: readonly ArrivalQuestion[]
  /** Empty: patients agree to nothing. */
  readonly consent: string
  readonly support: Support
  /** For staff, where they look for help themselves. */
  readonly staffSupport: string
  readonly waitingMessages: readonly WaitingMessage[]
  /** Whether patients are offered a sound to play while they wait. */
  readonly waitingSound: boolean
  /** Whether a patient who is called joins by themselves after some seconds (domain/called). */
  readonly joinsByItself: boolean
  /** Whether a patient who waits may close the page and be told when it is their turn. */
  readonly recall: boolean
  readonly afterText: string
  /** Whether patients are asked three short questions after the call. */
  readonly feedback: boolean
  /** Whether staff's calendar feeds show whole names, not initials. */
  readonly calendarNames: boolean
  /** Where patients can go on to after the call. */
  readonly afterLink: PageLink | null
  readonly planId: string
  readonly alerts: Alerts
  /** Null: none. */
  readonly logoId: string | null
  /** Whether the first page of the installation names it. Whoever has its link or code comes in all the same. */
  readonly listed: boolean
}

/** Of messages to the patients of appointments. */
export interface MessageSettings extends TextSettings {
  /** One working day before. */
  readonly remindDayBefore: boolean
  readonly remindHourBefore: boolean
  /** Whoever is not there ten minutes after the time gets the link again. */
  readonly linkAgain: boolean
}

/** What patients are written, by occasion. */
export type TextSettings = { readonly [Name in TextSettingName]: MessageText }
export type TextSettingName = keyof typeof TEXT_SETTINGS

export const TEXT_SETTINGS = {
  textInvitation: 'invitation',
  textReminderDay: 'reminder-day',
  textReminderHour: 'reminder-hour',
  textMoved: 'moved',
  textCancelled: 'cancelled',
  textLate: 'late',
  textOnTime: 'on-time',
  textLinkAgain: 'link-again',
  textMissed: 'missed',
} as const satisfies Record<string, TemplateKind>

export const isTextSetting = (name: string): name is TextSettingName => name in TEXT_SETTINGS

const NAME_OF = Object.fromEntries(Object.entries(TEXT_SETTINGS).map(([name, kind]) => [kind, name]))
export const textSettingOf = (kind: TemplateKind) => NAME_OF[kind] as TextSettingName

/** What is still read and still sent. */
export const LIMITS = {
  opensEarlyMinutes: 120,
  closedDates: 100,
  arrivalQuestions: 5,
  /** Letters of one. */
  arrivalQuestion: 120,
  waitingMessages: 10,
  waitingMinutes: 480,
  emails: 10,
  /** Letters of a text. */
  consent: 1200,
  staffSupport: 600,
  afterText: 600,
} as const

export type SettingName = keyof Settings

/** What a level says for itself; what it leaves out it is handed down. */
export type OwnSettings = { readonly [Name in SettingName]?: Settings[Name] }

export const BEDSIDE_SETTINGS: Settings = {
  timeZone: 'Europe/London',
  openBlocks: [],
  opensEarlyMinutes: DOORS_OPEN_EARLY_MINUTES,
  bankHolidays: 'none',
  closedDates: [],
  fields: DEFAULT_ENTRY_FIELDS,
  arrivalQuestions: [],
  consent: '',
  support: { phone: '', email: '' },
  staffSupport: '',
  waitingMessages: [],
  waitingSound: false,
  joinsByItself: true,
  recall: false,
  afterText: '',
  feedback: false,
  calendarNames: false,
  afterLink: null,
  planId: DEFAULT_PURPOSE,
  alerts: { sound: true, desktop: true, emails: [] },
  logoId: null,
  listed: true,
  remindDayBefore: true,
  remindHourBefore: true,
  linkAgain: false,
  textInvitation: SHIPPED_TEXTS.invitation,
  textReminderDay: SHIPPED_TEXTS['reminder-day'],
  textReminderHour: SHIPPED_TEXTS['reminder-hour'],
  textMoved: SHIPPED_TEXTS.moved,
  textCancelled: SHIPPED_TEXTS.cancelled,
  textLate: SHIPPED_TEXTS.late,
  textOnTime: SHIPPED_TEXTS['on-time'],
  textLinkAgain: SHIPPED_TEXTS['link-again'],
  textMissed: SHIPPED_TEXTS.missed,
}

export const SETTING_NAMES = Object.keys(BEDSIDE_SETTINGS) as SettingName[]

/** As they stand together on the settings page. */
export const SETTING_GROUPS = {
  door: ['planId', 'fields', 'arrivalQuestions', 'consent', 'logoId', 'listed'],
  hours: ['openBlocks', 'opensEarlyMinutes', 'bankHolidays', 'closedDates', 'timeZone'],
  waiting: ['waitingMessages', 'waitingSound', 'joinsByItself', 'recall'],
  appointments: ['calendarNames'],
  after: ['afterText', 'afterLink', 'feedback'],
  help: ['support', 'staffSupport', 'alerts'],
  messages: [
    'remindDayBefore',
    'remindHourBefore',
    'linkAgain',
    'textInvitation',
    'textReminderDay',
    'textReminderHour',
    'textMoved',
    'textCancelled',
    'textLate',
    'textOnTime',
    'textLinkAgain',
    'textMissed',
  ],
} as const satisfies Record<string, readonly SettingName[]>

export type SettingGroup = keyof typeof SETTING_GROUPS

/** From the outside in. */
export const LEVELS = ['organisation', 'service', 'area'] as const
export type Level = (typeof LEVELS)[number]

/** What each level above a place, and the place itself, says for itself. */
export type Layers = { readonly [L in Level]?: OwnSettings }

/** `bedside`: no level says anything. */
export type Source = Level | 'bedside'

/** The innermost level that says something; `bedside` where none does. */
export function sourceOf(layers: Layers, name: SettingName): Source {
  return [...LEVELS].reverse().find((level) => layers[level]?.[name] !== undefined) ?? 'bedside'
}

/** What is in force for whoever has these layers. */
export function settingsOf({ organisation, service, area }: Layers): Settings {
  return inForce({ ...organisation, ...service, ...area })
}

/** What `merged` (the levels laid over each other) leaves out is Bedside's. */
export function inForce(merged: OwnSettings): Settings {
  return { ...BEDSIDE_SETTINGS, ...known(merged) }
}

/** Without names that are no settings, or are none any more. */
export function known(own: OwnSettings): OwnSettings {
  return Object.fromEntries(SETTING_NAMES.filter((name) => own[name] !== undefined).map((name) => [name, own[name]]))
}

/** The layers above `level`: what a place there would be handed down. */
export function above(layers: Layers, level: Level): Layers {
  const outer = LEVELS.slice(0, LEVELS.indexOf(level))
  return Object.fromEntries(outer.map((one) => [one, layers[one]]))
}

/** `own` after some values were set and others given back. */
export function changed(own: OwnSettings, set: OwnSettings, giveBack: readonly SettingName[]): OwnSettings {
  const kept = Object.entries({ ...own, ...set }).filter(([name]) => !giveBack.includes(name as SettingName))
  return Object.fromEntries(kept)
}

export function hoursOf(settings: Settings): OpeningHours {
  const { timeZone, openBlocks: blocks, opensEarlyMinutes, bankHolidays, closedDates } = settings
  return { timeZone, blocks, opensEarlyMinutes, bankHolidays, closedDates }
}
