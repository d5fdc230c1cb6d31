// What is said about notes.
import { Type } from 'typebox'
import { Id, Instant, Nullable } from './shapes.ts'

export const NoteParams = Type.Object({ noteId: Id })

export const NoteView = Type.Object({
  id: Id,
  visitId: Id,
  patient: Type.Object({ firstName: Type.String(), lastName: Type.String(), dateOfBirth: Type.String() }),
  areaName: Type.String(),
  /** The area's. */
  timeZone: Type.String(),
  /** Who held the consultation, where somebody else has to sign now. */
  begunBy: Type.Optional(Type.String()),
  consultationStartedAt: Instant,
  status: Type.Union([Type.Literal('draft'), Type.Literal('signed')]),
  text: Type.String(),
  revision: Type.Integer(),
  savedAt: Instant,
  signedAt: Nullable(Instant),
  /** When a signed note will be deleted; null for a draft. */
  deletedAfter: Nullable(Instant),
})
export type NoteView = Type.Static<typeof NoteView>

export const NoteList = Type.Object({ notes: Type.Array(NoteView) })
export type NoteList = Type.Static<typeof NoteList>

export const SaveNoteBody = Type.Object({
  text: Type.String({ maxLength: 100_000 }),
  /** The revision this text began from; `note/changed-elsewhere` when it is no longer the newest. */
  revision: Type.Integer({ minimum: 0 }),
})
