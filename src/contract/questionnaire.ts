// What is said about questionnaires: those that an organisation has, and the forms that patients are asked to fill in.
import { Type } from 'typebox'
import { LARGEST_FILE, LONGEST_ANSWER, MOST_REPEATS } from '#domain/questionnaire'
import { PlanId } from './plan.ts'
import { Id, Instant, Nullable, Verbatim } from './shapes.ts'

/** One that Bedside brings has a short name, one of the organisation's own begins with `own-`. */
export const QuestionnaireId = Type.String({ minLength: 2, maxLength: 48, pattern: '^[a-z0-9-]+$' })

export const QuestionnaireList = Type.Object({
  questionnaires: Type.Array(
    Type.Object({
      id: QuestionnaireId,
      title: Type.String(),
      /** Brought by Bedside. */
      shipped: Type.Boolean(),
      /** Appointments for these plans are asked it. */
      plans: Type.Array(PlanId),
      /** As FHIR. */
      source: Type.String(),
    }),
  ),
})
export type QuestionnaireList = Type.Static<typeof QuestionnaireList>

export const QuestionnaireParams = Type.Object({ questionnaireId: QuestionnaireId })
export const ImportBody = Type.Object({ source: Verbatim({ minLength: 1, maxLength: LARGEST_FILE }) })
export const QuestionnairePlansBody = Type.Object({ plans: Type.Array(PlanId, { maxItems: 100, uniqueItems: true }) })

/** One of `option` and `typed`. */
const WireAnswer = Type.Object({
  option: Type.Optional(Type.String({ maxLength: 400 })),
  typed: Type.Optional(Type.String({ maxLength: LONGEST_ANSWER })),
  unit: Type.Optional(Type.String({ maxLength: 100 })),
})
const WireAnswers = Type.Record(Type.String({ maxLength: 140 }), Type.Array(WireAnswer, { maxItems: MOST_REPEATS }), {
  maxProperties: 1000,
})

const Form = {
  id: Id,
  title: Type.String(),
  /** The questionnaire, as FHIR. */
  source: Type.String(),
  answers: WireAnswers,
  askedAt: Instant,
  savedAt: Nullable(Instant),
  /** When the patient said that they had finished. */
  doneAt: Nullable(Instant),
}
export const FormList = Type.Object({ forms: Type.Array(Type.Object(Form)) })
export type FormList = Type.Static<typeof FormList>
export type FormView = FormList['forms'][number]

export const StaffFormList = Type.Object({
  forms: Type.Array(
    Type.Object({
      ...Form,
      /** What the same patient answered last time, where that is still kept. */
      before: Nullable(Type.Object({ answers: WireAnswers, savedAt: Instant })),
    }),
  ),
})
export type StaffFormList = Type.Static<typeof StaffFormList>
export type StaffFormView = StaffFormList['forms'][number]

export const SendFormBody = Type.Object({ questionnaireId: QuestionnaireId })

const Kept = { answers: WireAnswers, done: Type.Boolean() }
export const FormParams = Type.Object({ formId: Id })
export const AnswersBody = Type.Object(Kept)
export type AnswersBody = Type.Static<typeof AnswersBody>
const secret = Verbatim({ minLength: 1, maxLength: 100 })
export const InvitedFormsBody = Type.Object({ secret })
export const InvitedAnswersBody = Type.Object({ secret, formId: Id, ...Kept })
