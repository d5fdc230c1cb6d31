// Making an appointment within a transaction: who it is for, when it is, and the link that it is reached by.
import type { AppointmentBody, MoveBody } from '#contract/appointment'
import { checkPatient, startOf } from '#domain/appointment'
import { Problem } from '#domain/problem'
import { messageTimes } from '#domain/reminder'
import { hoursOf } from '#domain/settings'
import type { TemplateKind } from '#domain/template'
import type { Deps } from '../deps.ts'
import type { Tx } from '../platform/db.ts'
import { endLink } from '../platform/notifications.ts'
import { patientKey } from '../platform/patient-key.ts'
import { ensurePlan } from '../platform/plans.ts'
import { fingerprint, newSecret } from '../platform/secrets.ts'
import type { PatientMessages } from './messages.ts'
import * as store from './store.ts'

export type BookingArea = Awaited<ReturnType<typeof store.areaById>>

export interface Booking {
  /** Throws `appointment/not-valid` with the field to mend. */
  whenOf(tx: Tx, area: BookingArea, body: MoveBody): Promise<When>
  /** Its details checked and tidied, and the fingerprint of its patient. Throws `arrival/*` or `appointment/not-valid`. */
  patientOf(area: BookingArea, body: AppointmentBody): { details: ReturnType<typeof checkPatient>; key: string }
  /** `untold`: the patient is not written to; staff may copy the link or send it later. Throws as the two above do. */
  book(
    tx: Tx,
    area: BookingArea,
    id: string,
    body: AppointmentBody,
    by: { byId: string; clinicListId?: string; untold?: boolean },
  ): Promise<void>
  /** The newest link, told in a message of this kind; null: in none. The one before stops opening. */
  issueLink(tx: Tx, areaId: string, id: string, kind: TemplateKind | null, anyway?: boolean): Promise<void>
}

interface When extends ReturnType<typeof messageTimes> {
  readonly practitionerId: string | null
  readonly localStart: string
  readonly timeZone: string
  readonly startsAt: Date
  readonly minutes: number
}

export function openBooking({ now, newId, seal, secret: root }: Deps, messages: PatientMessages): Booking {
  const booking: Booking = {
    async whenOf(tx, area, body) {
      const startsAt = startOf(body.date, body.time, area.timeZone)
      if (body.practitionerId !== null) {
        const team = await store.practitionersOf(tx, [area.id])
        if (!team.some(({ id }) => id === body.practitionerId))
          throw new Problem('appointment/not-valid', { field: 'practitioner' })
      }
      return {
        practitionerId: body.practitionerId,
        localStart: `${body.date} ${body.time}`,
        timeZone: area.timeZone,
        startsAt,
        minutes: body.minutes,
        ...messageTimes(startsAt, area.timeZone, hoursOf(area.settings), now()),
      }
    },
    patientOf(area, body) {
      const details = checkPatient(body, now())
      return { details, key: patientKey(root, area.organisationId, details) }
    },
    async book(tx, area, id, body, { byId, clinicListId, untold }) {
      const when = await booking.whenOf(tx, area, body)
      const { details, key } = booking.patientOf(area, body)
      if (body.planId !== null) await ensurePlan(tx, area.id, body.planId)
      const row = { id, areaId: area.id, ...when, planId: body.planId, changedById: byId, clinicListId }
      const { firstName, lastName, dateOfBirth, phone, email, reason } = details
      await store.insertAppointment(
        tx,
        { ...row, patientKey: key, status: 'booked', statusAt: now(), createdAt: now() },
        { firstName, lastName, dateOfBirth, phone, email, reason },
      )
      await booking.issueLink(tx, area.id, id, untold ? null : 'invitation')
    },
    async issueLink(tx, areaId, id, kind, anyway = false) {
      for (const before of await store.replaceLinks(tx, id, now())) await endLink(tx, before)
      const secret = newSecret()
      await store.insertLink(tx, {
        id: newId(),
        appointmentId: id,
        tokenHash: fingerprint(secret),
        secret: seal.close(secret),
        createdAt: now(),
      })
      if (kind) await messages.write(tx, areaId, id, kind, anyway)
    },
  }
  return booking
}
