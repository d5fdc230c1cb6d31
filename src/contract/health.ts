// What a server tells of itself to whoever watches it: that it serves, and what somebody should look at.
import { Type } from 'typebox'
import { OneOf } from './plan.ts'

export const HealthReply = Type.Object({
  done: Type.Literal(true),
  /** It serves all the same. */
  warnings: Type.Array(OneOf(['clock', 'disk', 'timers'] as const)),
})
export type HealthReply = Type.Static<typeof HealthReply>
