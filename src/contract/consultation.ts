// What a practitioner keeps beside the picture: the checklist, how to reach the patient, who else is there, and what is
// asked of the patient's camera.
import { Type } from 'typebox'
import { OneOf } from './plan.ts'
import { Filled, Id, Instant, Nullable } from './shapes.ts'

/** An item of the checklist (domain/checklist). */
export const ItemId = Type.String({ minLength: 2, maxLength: 48, pattern: '^[a-z0-9.-]+$' })

/** `value`: what the item records, in the practitioner's words; empty where ticking says it all. */
export const Tick = Type.Object({ item: ItemId, value: Type.String(), at: Instant })
export type Tick = Type.Static<typeof Tick>

export const TickParams = Type.Object({ visitId: Id, item: ItemId })
export const TickBody = Type.Object({ done: Type.Boolean(), value: Type.String({ maxLength: 400 }) })
export type TickBody = Type.Static<typeof TickBody>

/** Somebody with the patient. */
export const Companion = Type.Object({ name: Filled(80), onCamera: Type.Boolean() })
export type Companion = Type.Static<typeof Companion>

/** What the patient says to the list of who is with them. */
export const CompanionsAnswer = OneOf(['agreed', 'not-right'] as const)
export type CompanionsAnswer = Type.Static<typeof CompanionsAnswer>

/** `companions`: what the patient read. An answer to an older list changes nothing. */
export const CompanionsAnswerBody = Type.Object({
  companions: Type.Array(Companion, { maxItems: 12 }),
  answer: CompanionsAnswer,
})
export type CompanionsAnswerBody = Type.Static<typeof CompanionsAnswerBody>

/** How to reach the patient if the call is cut off, where help would be sent, and who is with them. */
export const VisitContact = Type.Object({
  phone: Type.String(),
  phoneConfirmedAt: Nullable(Instant),
  address: Type.String(),
  addressConfirmedAt: Nullable(Instant),
  companions: Type.Array(Companion),
  /** Left out: they have not answered since this list was written. */
  companionsAnswer: Type.Optional(CompanionsAnswer),
})
export type VisitContact = Type.Static<typeof VisitContact>

export const ContactBody = Type.Object({
  phone: Type.String({ maxLength: 60 }),
  phoneConfirmed: Type.Boolean(),
  address: Type.String({ maxLength: 300 }),
  addressConfirmed: Type.Boolean(),
  companions: Type.Array(Companion, { maxItems: 12 }),
})
export type ContactBody = Type.Static<typeof ContactBody>

/** What a practitioner may ask of the patient's camera; nothing happens until the patient allows it. */
export const CameraRequestKind = OneOf([
  'back-camera',
  'front-camera',
  'zoom-in',
  'zoom-out',
  'torch-on',
  'torch-off',
  'still',
  'turn-sideways',
  'move-back',
  'move-nearer',
  'tilt-back',
  'tilt-forward',
  'more-light',
] as const)
export type CameraRequestKind = Type.Static<typeof CameraRequestKind>
export const CameraRequest = Type.Object({ id: Id, kind: CameraRequestKind })
export type CameraRequest = Type.Static<typeof CameraRequest>
/** `done`: the patient allowed it and the camera did it, or the patient says they did. */
export const CameraRequestAnswer = OneOf(['done', 'refused', 'cannot'] as const)
export type CameraRequestAnswer = Type.Static<typeof CameraRequestAnswer>
