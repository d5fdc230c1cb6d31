// What is said about where somebody is signed in, and about locking.
import { Type } from 'typebox'
import { IDLE_MINUTES } from '#domain/idle'
import { Id, Instant, Nullable, Password } from './shapes.ts'

export const UnlockBody = Type.Object({ password: Password })

/** Whose locked page this is. */
export const LockView = Type.Object({
  name: Type.String(),
  organisationName: Type.String(),
  sample: Type.Boolean(),
  locked: Type.Boolean(),
  /** Whether a password of theirs is kept here; without one they sign in again. */
  hasPassword: Type.Boolean(),
})
export type LockView = Type.Static<typeof LockView>

export const IdleBody = Type.Object({
  idleMinutes: Type.Integer({ minimum: IDLE_MINUTES.least, maximum: IDLE_MINUTES.most }),
})

export const SignInParams = Type.Object({ sessionId: Id })

export const SignInView = Type.Object({
  sessionId: Id,
  /** As it said itself; null: it did not say. */
  browser: Nullable(Type.String()),
  system: Nullable(Type.String()),
  /** From where it was begun or unlocked last. */
  address: Type.String(),
  since: Instant,
  lastActiveAt: Instant,
  locked: Type.Boolean(),
  /** The one that asks. */
  here: Type.Boolean(),
})
export type SignInView = Type.Static<typeof SignInView>

/** One's own, this one first, then by when somebody was last there. */
export const SignInList = Type.Object({ signIns: Type.Array(SignInView), now: Instant })
export type SignInList = Type.Static<typeof SignInList>

/** A browser that somebody signed in with for the first time. */
export const NewDevice = Type.Object({
  browser: Nullable(Type.String()),
  system: Nullable(Type.String()),
  address: Type.String(),
  at: Instant,
})
export type NewDevice = Type.Static<typeof NewDevice>
