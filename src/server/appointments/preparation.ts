// Getting ready behind a personal link: what the patient read, said and found out before the day is kept with the appointment.
import type { OwnPreparation, PrepareBody } from '#contract/appointment'
import { agreedStill, NO_ANSWERS } from '#domain/advice'
import { openingOf } from '#domain/appointment'
import type { PreparationSteps } from '#domain/preparation'
import { Problem } from '#domain/problem'
import { cleanText } from '#domain/typed-text'
import type { Deps } from '../deps.ts'
import { publish } from '../platform/events.ts'
import { agreedFor, type StoredTalk } from '../platform/said-names.ts'
import { calendarFile } from './calendar.ts'
import * as store from './preparation-store.ts'

export interface Preparations {
  /** Throws `invitation/over` where nobody comes any more, or has come already. */
  keep(appointmentId: string, body: PrepareBody): Promise<OwnPreparation>
  /** For the patient's calendar, with their link. */
  calendar(appointmentId: string, secret: string): Promise<string>
}

export function openPreparations({ db, now, publicUrl }: Deps): Preparations {
  return {
    keep: (appointmentId, { read, talk, equipment, questions, told }) =>
      db.transaction(async (tx) => {
        const { appointment, kept } = await store.lockPreparation(tx, appointmentId)
        const opening = openingOf(appointment, false, now())
        if (opening !== 'early' && opening !== 'open') throw new Problem('invitation/over')
        await store.savePreparation(tx, appointmentId, {
          ...(read ? { readAt: kept?.readAt ?? now() } : {}),
          ...(talk ? { talk: nextTalk(kept?.talk ?? null, talk, now()) } : {}),
          // A page's clock may be wrong by a day.
          ...(equipment ? { equipment: { ...equipment, at: now().getTime() } } : {}),
          ...(questions === undefined ? {} : { questions: cleanText(questions).trim() }),
          ...(told ? { toldAt: kept?.toldAt ?? now() } : {}),
        })
        await publish(tx, { kind: 'appointments', areaId: appointment.areaId })
        const { row, steps } = await store.preparationBy(tx, appointmentId)
        return ownPreparation(row, steps)
      }),
    async calendar(appointmentId, secret) {
      const { appointment, organisationName } = await store.calendarFacts(db, appointmentId)
      return calendarFile({ appointment, organisationName, now: now(), url: `${publicUrl()}/v/${secret}` })
    },
  }
}

/** Nobody but the patient takes part in it. */
function nextTalk(
  before: StoredTalk | null,
  { answers, agreed }: NonNullable<PrepareBody['talk']>,
  now: Date,
): StoredTalk {
  const was = agreedStill(before?.agreed ?? null, before?.answers.devices ?? [], answers.devices)
  if (agreed === null || was?.device === agreed) return { answers, agreed: was }
  return { answers, agreed: { device: agreed, by: 'patient', byName: '', at: now.getTime() } }
}

export function ownPreparation(
  row: store.PreparationRow | null,
  { steps }: { readonly steps: PreparationSteps },
): OwnPreparation {
  const { answers, agreed } = row?.talk ?? { answers: NO_ANSWERS, agreed: null }
  return {
    steps: { ...steps },
    talk: { answers, agreed: agreedFor('patient', agreed) },
    equipment: row?.equipment ?? null,
    questions: row?.questions ?? '',
  }
}
