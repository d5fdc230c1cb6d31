// What is said about settings that are handed down: what each level says for itself, and how an administrator changes it.
import { Type } from 'typebox'
import { BANK_HOLIDAYS } from '#domain/bank-holiday'
import { LIMITS, SETTING_NAMES } from '#domain/settings'
import { MOST_CHARACTERS } from '#domain/template'
import { ArrivalQuestion, OrganisationSettingsBody } from './area.ts'
import { OneOf, PlanId } from './plan.ts'
import { EntryFields, Filled, Id, Instant, Nullable } from './shapes.ts'

/** Lists that nobody changes in place. */
const list = Type.Immutable

const Blocks = list(
  Type.Array(
    Type.Object({
      weekday: Type.Integer({ minimum: 0, maximum: 6 }),
      from: Type.Integer({ minimum: 0, maximum: 1440 }),
      to: Type.Integer({ minimum: 0, maximum: 1440 }),
    }),
    { maxItems: 70 },
  ),
)

/** What patients are written on one occasion (domain/template). */
const MessageText = Type.Object({
  sms: Type.String({ maxLength: MOST_CHARACTERS.sms }),
  subject: Type.String({ maxLength: MOST_CHARACTERS.subject }),
  email: Type.String({ maxLength: MOST_CHARACTERS.email }),
})

/** Every setting that is handed down; see domain/settings. */
const EVERY = {
  timeZone: Type.String({ minLength: 1, maxLength: 64 }),
  openBlocks: Blocks,
  opensEarlyMinutes: Type.Integer({ minimum: 0, maximum: LIMITS.opensEarlyMinutes }),
  bankHolidays: OneOf(BANK_HOLIDAYS),
  closedDates: list(Type.Array(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), { maxItems: LIMITS.closedDates })),
  fields: EntryFields,
  arrivalQuestions: list(Type.Array(ArrivalQuestion, { maxItems: LIMITS.arrivalQuestions })),
  consent: Type.String({ maxLength: LIMITS.consent }),
  support: Type.Object({ phone: Type.String({ maxLength: 40 }), email: Type.String({ maxLength: 254 }) }),
  staffSupport: Type.String({ maxLength: LIMITS.staffSupport }),
  waitingMessages: list(
    Type.Array(
      Type.Object({
        afterMinutes: Type.Integer({ minimum: 0, maximum: LIMITS.waitingMinutes }),
        text: Filled(300),
      }),
      { maxItems: LIMITS.waitingMessages },
    ),
  ),
  waitingSound: Type.Boolean(),
  joinsByItself: Type.Boolean(),
  recall: Type.Boolean(),
  afterText: Type.String({ maxLength: LIMITS.afterText }),
  afterLink: Nullable(Type.Object({ label: Filled(80), url: Type.String({ maxLength: 500 }) })),
  feedback: Type.Boolean(),
  calendarNames: Type.Boolean(),
  planId: PlanId,
  alerts: Type.Object({
    sound: Type.Boolean(),
    desktop: Type.Boolean(),
    emails: list(Type.Array(Type.String({ maxLength: 254 }), { maxItems: LIMITS.emails })),
  }),
  logoId: Nullable(Id),
  listed: Type.Boolean(),
  remindDayBefore: Type.Boolean(),
  remindHourBefore: Type.Boolean(),
  linkAgain: Type.Boolean(),
  textInvitation: MessageText,
  textReminderDay: MessageText,
  textReminderHour: MessageText,
  textMoved: MessageText,
  textCancelled: MessageText,
  textLate: MessageText,
  textOnTime: MessageText,
  textLinkAgain: MessageText,
  textMissed: MessageText,
}

/** What a level says for itself. */
export const OwnSettings = Type.Partial(Type.Object(EVERY))

/** Gives values of its own to a level, and gives others back, so that they are handed down again. */
export const ChangeBody = Type.Object({
  set: OwnSettings,
  giveBack: Type.Array(OneOf(SETTING_NAMES), { maxItems: 40 }),
})
export type ChangeBody = Type.Static<typeof ChangeBody>

export const ServiceParams = Type.Object({ serviceId: Id })
export const LogoParams = Type.Object({ logoId: Id })

export const NewServiceBody = Type.Object({ name: Filled(80) })
export const NewAreaBody = Type.Object({ name: Filled(80) })

/** What an area has for itself alone. */
export const AreaBody = Type.Object({
  name: Filled(80),
  about: Type.String({ maxLength: 600 }),
  dropIn: Type.Boolean(),
})
export type AreaBody = Type.Static<typeof AreaBody>

export const AreaSettings = Type.Object({
  id: Id,
  slug: Type.String(),
  shortCode: Type.String(),
  ...AreaBody.properties,
  own: OwnSettings,
  /** When it was closed; null while patients may come. */
  closedAt: Nullable(Instant),
})
export type AreaSettings = Type.Static<typeof AreaSettings>

export const ServiceSettings = Type.Object({
  id: Id,
  name: Type.String(),
  own: OwnSettings,
  closedAt: Nullable(Instant),
  /** Whether the reader keeps the service itself, and not only some of its areas. */
  mayChange: Type.Boolean(),
  areas: Type.Array(AreaSettings),
})
export type ServiceSettings = Type.Static<typeof ServiceSettings>

/** Everything that the reader keeps, and what is handed down to it. */
export const SettingsView = Type.Object({
  organisation: OrganisationSettingsBody,
  organisationOwn: OwnSettings,
  /** Whether the reader keeps the organisation itself. */
  mayChange: Type.Boolean(),
  /** By name; closed ones, too. */
  services: Type.Array(ServiceSettings),
})
export type SettingsView = Type.Static<typeof SettingsView>

/** A picture as base64: PNG or JPEG, at most LARGEST_LOGO bytes (domain/logo). */
export const LogoBody = Type.Object({
  data: Type.String({ minLength: 8, maxLength: 140_000, pattern: '^[A-Za-z0-9+/]+={0,2}$' }),
})
export const LogoReply = Type.Object({ logoId: Id })
export type LogoReply = Type.Static<typeof LogoReply>
