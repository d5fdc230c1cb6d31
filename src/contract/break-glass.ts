// Break-glass: what a practitioner could open, what they have open, and who opened what and why.
import { Type } from 'typebox'
import { LONGEST_REASON } from '#domain/break-glass'
import { Id, Instant, Nullable } from './shapes.ts'

export const BreakGlassParams = Type.Object({ breakGlassId: Id })

export const OpenBreakGlass = Type.Object({
  id: Id,
  serviceName: Type.String(),
  endsAt: Instant,
})
export type OpenBreakGlass = Type.Static<typeof OpenBreakGlass>

export const BreakGlassView = Type.Object({
  /** Whether the organisation allows it at all. */
  allowed: Type.Boolean(),
  /** Services some of whose patients this person may not see, ordered by name. */
  services: Type.Array(Type.Object({ id: Id, name: Type.String(), areas: Type.Array(Type.String()) })),
  open: Type.Array(OpenBreakGlass),
  now: Instant,
})
export type BreakGlassView = Type.Static<typeof BreakGlassView>

export const BreakGlassBody = Type.Object({ serviceId: Id, reason: Type.String({ maxLength: LONGEST_REASON }) })

/** For administrators and auditors. */
export const OpeningsView = Type.Object({
  allowed: Type.Boolean(),
  /** The newest first, a hundred at most. */
  openings: Type.Array(
    Type.Object({
      id: Id,
      personName: Type.String(),
      serviceName: Type.String(),
      /** Null once it is no longer kept. */
      reason: Nullable(Type.String()),
      openedAt: Instant,
      endsAt: Instant,
      closedAt: Nullable(Instant),
    }),
  ),
  now: Instant,
})
export type OpeningsView = Type.Static<typeof OpeningsView>

export const AllowBreakGlassBody = Type.Object({ allowed: Type.Boolean() })
