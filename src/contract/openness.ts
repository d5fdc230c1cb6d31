// What any website may ask of a waiting area: whether its door is open. Carries nothing that the door does not say to
// everybody.
import { Type } from 'typebox'
import { Instant, Nullable } from './shapes.ts'

export const OpennessView = Type.Object({
  openness: Type.Union([
    Type.Object({ state: Type.Literal('open') }),
    Type.Object({
      state: Type.Literal('closed'),
      opensAt: Nullable(Instant),
      doorsOpenAt: Nullable(Instant),
      timeZone: Type.String(),
    }),
    Type.Object({ state: Type.Literal('suspended') }),
  ]),
  now: Instant,
})
export type OpennessView = Type.Static<typeof OpennessView>
