// What is said about plans: the catalogue with an organisation's own words, the plan of a visit, and the talk about devices.
import { type TEnum, Type } from 'typebox'
import { OWN_KIT } from '#domain/advice'
import { LONGEST_OWN_ITEM, MOST_OWN_ITEMS, PHASES } from '#domain/checklist'
import { DEVICE_KINDS, VIEWS } from '#domain/plan'
import { Instant, Nullable } from './shapes.ts'

/** One of a closed list of words. */
export const OneOf = <const T extends readonly string[]>(values: T) =>
  Type.Enum([...values]) as unknown as TEnum<{ -readonly [I in keyof T]: T[I] }>

export const DeviceKind = OneOf(DEVICE_KINDS)
/** As the domain has them: lists that nobody changes in place. */
const Devices = Type.Immutable(Type.Array(DeviceKind, { maxItems: 4, uniqueItems: true }))
export const DeviceOrder = Type.Object({ first: Devices, second: Devices, avoid: Devices })

const words = (maxLength: number) => Nullable(Type.String({ maxLength }))
export const Wording = Type.Object({
  name: words(80),
  reason: words(300),
  position: words(400),
  wear: words(300),
  have: words(300),
  safety: words(400),
})

/** A purpose of the catalogue is its own id; a plan of the organisation's own has another, and says what it is based on. */
export const PlanId = Type.String({ minLength: 2, maxLength: 48, pattern: '^[a-z0-9-]+$' })

/** Staff's: no patient's page gets it. */
export const OwnChecklistItem = Type.Object({
  id: Type.String({ pattern: '^own\\.[0-9a-f]{8}$' }),
  phase: OneOf(PHASES),
  text: Type.String({ minLength: 1, maxLength: LONGEST_OWN_ITEM, pattern: '\\S' }),
  records: Type.Boolean(),
})
const OwnChecklist = Type.Immutable(Type.Array(OwnChecklistItem, { maxItems: MOST_OWN_ITEMS }))

export const PlanView = Type.Object({
  id: PlanId,
  /** A purpose of the catalogue (domain/plan-catalogue). */
  basedOn: PlanId,
  view: OneOf(VIEWS),
  devices: DeviceOrder,
  wording: Wording,
  /** Items of the organisation's own; absent where a patient reads the plan. */
  checklist: Type.Optional(OwnChecklist),
})
export type PlanView = Type.Static<typeof PlanView>

/** Every plan that this organisation offers, in the order of the catalogue, its own last. */
export const PlanList = Type.Object({ plans: Type.Array(PlanView) })
export type PlanList = Type.Static<typeof PlanList>

export const PlanParams = Type.Object({ planId: PlanId })
/** Writes the organisation's words for a purpose of the catalogue, or makes and changes a plan of its own. */
export const PlanBody = Type.Object({
  basedOn: PlanId,
  view: OneOf(VIEWS),
  devices: DeviceOrder,
  wording: Wording,
  checklist: Type.Optional(OwnChecklist),
})
export type PlanBody = Type.Static<typeof PlanBody>

export const ChoosePlanBody = Type.Object({ planId: PlanId })

export const DeviceAnswers = Type.Object({
  devices: Devices,
  preference: Nullable(DeviceKind),
  canHold: Nullable(OneOf(['yes', 'short-time', 'no'] as const)),
  canMoveDevice: Nullable(Type.Boolean()),
  alone: Nullable(Type.Boolean()),
  helperCanHold: Nullable(Type.Boolean()),
  stand: Nullable(Type.Boolean()),
  hardOfHearing: Type.Optional(Nullable(Type.Boolean())),
  ownKit: Type.Immutable(Type.Array(OneOf(OWN_KIT), { maxItems: OWN_KIT.length, uniqueItems: true })),
})
export type DeviceAnswers = Type.Static<typeof DeviceAnswers>

export const AgreedDevice = Type.Object({
  device: DeviceKind,
  by: OneOf(['patient', 'practitioner'] as const),
  byName: Type.String(),
  at: Instant,
})

/** The talk about devices of one visit, as far as it has come. */
export const DeviceTalk = Type.Object({ answers: DeviceAnswers, agreed: Nullable(AgreedDevice) })
export type DeviceTalk = Type.Static<typeof DeviceTalk>

/** Sent by the patient's page or the practitioner's; `agreed` null leaves what was agreed as it is. */
export const DeviceTalkBody = Type.Object({ answers: DeviceAnswers, agreed: Nullable(DeviceKind) })
export type DeviceTalkBody = Type.Static<typeof DeviceTalkBody>
