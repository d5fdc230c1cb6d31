// What a server reports about itself to monitoring: that it serves, and what somebody should look at.
import { Type } from 'typebox'
import { OneOf } from './plan.ts'
import { WHILE_READY } from './warnings.ts'

export const HealthReply = Type.Object({
  done: Type.Literal(true),
  /** It serves all the same. */
  warnings: Type.Array(OneOf(WHILE_READY)),
})
export type HealthReply = Type.Static<typeof HealthReply>
