// Forms: a questionnaire is asked of somebody with an appointment, or of who waits; what they type is kept as they type it.
import type { AnswersBody, FormList, FormView, StaffFormList } from '#contract/questionnaire'
import { openingOf } from '#domain/appointment'
import { Problem } from '#domain/problem'
import { tidyAnswers } from '#domain/questionnaire-answers'
import { Form } from '#domain/questionnaire-form'
import type { Deps } from '../deps.ts'
import { setAuditSubject } from '../platform/audit/context.ts'
import type { DbOrTx, Tx } from '../platform/db.ts'
import { publish } from '../platform/events.ts'
import { type Definition, definitionsOf } from './definitions.ts'
import * as store from './store.ts'

export interface FormService {
  /** For the patient. What the plan asks is asked with the first look. */
  own(whose: store.Whose): Promise<FormList>
  /** Throws `form/not-found`, `form/not-complete`. */
  save(whose: store.Whose, formId: string, body: AnswersBody): Promise<void>
  /** For staff, with what the same patient answered last time. */
  read(whose: store.Whose, areaId?: string): Promise<StaffFormList>
  send(whose: store.Whose, questionnaireId: string, areaId?: string): Promise<StaffFormList>
}

export function openFormService({ db, now, newId }: Deps): FormService {
  /** Of that area, where staff asked by it. */
  const placeOf = async (from: DbOrTx, whose: store.Whose, areaId?: string): Promise<store.Place> => {
    const place = await store.placeOf(from, whose)
    const there = place && (areaId === undefined || place.areaId === areaId)
    if (!there) throw new Problem('visitId' in whose ? 'visit/not-found' : 'appointment/not-found')
    return place
  }

  /** Nobody is shown a form any more: not on the page of a visit, and not behind a link. */
  const isOver = ({ status, startsAt, visitStatus }: store.Place): boolean => {
    if (visitStatus === 'ended') return true
    if (status === null || startsAt === null) return false
    const opening = openingOf({ status, startsAt }, false, now())
    return opening === 'cancelled' || opening === 'over'
  }

  const askByPlan = async (tx: Tx, place: store.Place, definitions: ReadonlyMap<string, Definition>) => {
    if (place.appointmentId === null || isOver(place)) return
    for (const { id, plans, offered } of definitions.values())
      if (offered && plans.includes(place.planId))
        await store.insertForm(tx, place, { id: newId(), questionnaireId: id, askedAt: now() })
  }

  const viewsOf = (rows: readonly store.FormRow[], definitions: ReadonlyMap<string, Definition>) =>
    rows.flatMap(({ form, patientKey }) => {
      const definition = definitions.get(form.questionnaireId)
      if (!definition) return []
      const view: FormView = {
        id: form.id,
        title: definition.questionnaire.title,
        source: definition.source,
        answers: form.answers as FormView['answers'],
        askedAt: form.askedAt.getTime(),
        savedAt: form.savedAt?.getTime() ?? null,
        doneAt: form.doneAt?.getTime() ?? null,
      }
      return [{ view, form, patientKey }]
    })

  const read = async (whose: store.Whose, areaId?: string): Promise<StaffFormList> =>
    db.transaction(async (tx) => {
      const place = await placeOf(tx, whose, areaId)
      const definitions = await definitionsOf(tx, place.organisationId)
      await askByPlan(tx, place, definitions)
      const found = viewsOf(await store.formsOf(tx, place), definitions)
      const keys = [...new Set(found.flatMap(({ patientKey }) => patientKey ?? []))]
      const earlier = await store.earlierOf(tx, keys, place.organisationId)
      const start = place.appointmentId && (await store.startOf(tx, place.appointmentId))
      return {
        forms: found.map(({ view, form, patientKey }) => {
          const last = earlier.find(
            (one) =>
              one.patientKey === patientKey &&
              one.form.questionnaireId === form.questionnaireId &&
              start !== null &&
              start !== '' &&
              one.startsAt < start,
          )
          const savedAt = last?.form.savedAt
          const answers = last?.form.answers as FormView['answers'] | undefined
          return { ...view, before: answers && savedAt ? { answers, savedAt: savedAt.getTime() } : null }
        }),
      }
    })

  return {
    own: (whose) =>
      db.transaction(async (tx) => {
        const place = await placeOf(tx, whose)
        const definitions = await definitionsOf(tx, place.organisationId)
        await askByPlan(tx, place, definitions)
        if (isOver(place)) return { forms: [] }
        return { forms: viewsOf(await store.formsOf(tx, place), definitions).map(({ view }) => view) }
      }),
    save: (whose, formId, body) =>
      db.transaction(async (tx) => {
        const place = await placeOf(tx, whose)
        const form = await store.lockForm(tx, place, formId)
        if (!form || isOver(place)) throw new Problem('form/not-found')
        setAuditSubject('form', formId)
        const questionnaire = (await definitionsOf(tx, place.organisationId)).get(form.questionnaireId)?.questionnaire
        if (!questionnaire) throw new Problem('form/not-found')
        const answers = tidyAnswers(questionnaire, body.answers)
        if (body.done && new Form(questionnaire, answers).faults().length > 0) throw new Problem('form/not-complete')
        await store.saveForm(tx, formId, { answers, savedAt: now(), doneAt: body.done ? now() : form.doneAt })
        if (body.done && !form.doneAt) await publish(tx, { kind: 'appointments', areaId: place.areaId })
      }),
    read,
    async send(whose, questionnaireId, areaId) {
      await db.transaction(async (tx) => {
        const place = await placeOf(tx, whose, areaId)
        if (isOver(place)) {
          throw new Problem('visitId' in whose ? 'visit/already-ended' : 'appointment/not-booked')
        }
        const definition = (await definitionsOf(tx, place.organisationId)).get(questionnaireId)
        if (!definition?.offered) throw new Problem('questionnaire/not-found')
        await store.insertForm(tx, place, { id: newId(), questionnaireId, askedAt: now() })
        if (place.visitId)
          await publish(tx, { kind: 'visit', visitId: place.visitId, areaId: place.areaId, places: false })
      })
      return read(whose, areaId)
    },
  }
}
