// What is said about feedback: by patients after the call, and to those who keep a service.
import { Type } from 'typebox'
import { FEEDBACK_ANSWERS, FEEDBACK_QUESTIONS, LINES } from '#domain/feedback'
import { OneOf } from './plan.ts'
import { Id, Nullable } from './shapes.ts'

const each = <Names extends readonly string[], Value>(names: Names, value: Value) =>
  Object.fromEntries(names.map((name) => [name, value])) as Record<Names[number], Value>

/** Those that are answered; each may be changed. */
export const FeedbackBody = Type.Object(each(FEEDBACK_QUESTIONS, Type.Optional(OneOf(FEEDBACK_ANSWERS))))
export type FeedbackBody = Type.Static<typeof FeedbackBody>

const Count = Type.Integer()

export const FeedbackReport = Type.Object({
  /** Of so many days until now. */
  days: Count,
  /** Fewer patients than these are not told apart. */
  fewest: Count,
  areas: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      serviceName: Type.String(),
      /** Whether it asks now. */
      asks: Type.Boolean(),
      /** Visits by video that came to their end in these days. */
      visits: Count,
      patients: Count,
      told: Nullable(
        Type.Object({
          answers: Type.Object(each(FEEDBACK_QUESTIONS, Type.Object(each(FEEDBACK_ANSWERS, Count)))),
          media: Type.Object(each(LINES, Type.Object({ patients: Count, poor: Count }))),
        }),
      ),
    }),
  ),
})
export type FeedbackReport = Type.Static<typeof FeedbackReport>
