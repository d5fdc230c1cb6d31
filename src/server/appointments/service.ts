// What staff do with appointments: see a day, make one, move it, cancel it, send its link again. Each change is one
// transaction that locks the appointment, and queues the message it gives rise to.
import type {
  AppointmentBody,
  AppointmentDesk,
  AppointmentList,
  AppointmentSaved,
  AppointmentSearchBody,
  AppointmentView,
  CancelBody,
  DayView,
  MoveBody,
  WeekView,
} from '#contract/appointment'
import { type AppointmentAction, nextStatus, startOf } from '#domain/appointment'
import { dateIn } from '#domain/area'
import { Problem } from '#domain/problem'
import { tidyLine } from '#domain/typed-text'
import { DAYS_OF_A_WEEK, mondayOf } from '#domain/week'
import type { Deps } from '../deps.ts'
import { setAuditSubject } from '../platform/audit/context.ts'
import type { Staff } from '../platform/caller.ts'
import type { DbOrTx, Tx } from '../platform/db.ts'
import { publish } from '../platform/events.ts'
import { optedOut, optOutKey } from '../platform/opt-outs.ts'
import { isLandline } from '../platform/phone-numbers.ts'
import { openBooking } from './booking.ts'
import { appointmentsFound, LIST_PAGE } from './list-store.ts'
import { setDue } from './message-store.ts'
import type { PatientMessages } from './messages.ts'
import * as store from './store.ts'
import { allWays } from './ways.ts'

export interface AppointmentService {
  /** `date` is ISO; unset: today. */
  day(staff: Staff, date: string | undefined): Promise<DayView>
  /** The week of `date`; unset: this one. */
  week(staff: Staff, date: string | undefined): Promise<WeekView>
  /** A page of all coming or all past ones. */
  search(staff: Staff, body: AppointmentSearchBody): Promise<AppointmentList>
  book(staff: Staff, areaId: string, body: AppointmentBody): Promise<AppointmentSaved>
  move(staff: Staff, areaId: string, id: string, body: MoveBody): Promise<AppointmentSaved>
  cancel(staff: Staff, areaId: string, id: string, body: CancelBody): Promise<AppointmentSaved>
  /** The patient did not attend. */
  miss(staff: Staff, areaId: string, id: string): Promise<AppointmentSaved>
  /** A new link, by text message or e-mail where there is a way; the one before stops opening. */
  sendLink(staff: Staff, areaId: string, id: string, anyway: boolean): Promise<AppointmentSaved>
  /** The link that they have, once more. */
  linkAgain(staff: Staff, areaId: string, id: string): Promise<AppointmentSaved>
  /** What waits for the morning goes at once. */
  sendNow(staff: Staff, areaId: string, id: string): Promise<AppointmentSaved>
  /** The newest link's address. Throws `appointment/not-found` where there is none to be had. */
  link(areaId: string, id: string): Promise<string>
}

export function openAppointmentService(deps: Deps, messages: PatientMessages): AppointmentService {
  const { db, now, newId, seal, channels, publicUrl } = deps

  const urlOf = (secret: string) => `${publicUrl()}/v/${secret}`

  const booking = openBooking(deps, messages)

  /** Which ways to each of them want nothing. */
  const viewsOf = async (from: DbOrTx, rows: readonly store.AppointmentRow[]): Promise<AppointmentView[]> => {
    const waysOf = ({ details }: store.AppointmentRow) =>
      details ? allWays(details).map(({ channel, to }) => ({ channel, key: optOutKey(deps.secret, channel, to) })) : []
    const keys = rows.flatMap((row) => waysOf(row).map(({ key }) => key))
    const unwanted = await optedOut(from, keys)
    return rows.map((row) => ({
      ...viewOf(row),
      optedOut: waysOf(row).flatMap(({ channel, key }) => (unwanted.has(key) ? [channel] : [])),
    }))
  }

  const saved = async (tx: Tx, areaId: string, id: string): Promise<AppointmentSaved> => {
    await publish(tx, { kind: 'appointments', areaId })
    const [appointment] = await viewsOf(tx, [await store.appointmentById(tx, areaId, id)])
    if (!appointment) throw new Problem('appointment/not-found')
    return { appointment, clash: appointment.status === 'booked' && (await store.clashes(tx, id)) }
  }

  const change = (
    staff: Staff,
    areaId: string,
    id: string,
    action: AppointmentAction,
    work: (tx: Tx, before: { startsAt: Date }) => Promise<unknown>,
  ) =>
    db.transaction(async (tx) => {
      const before = await store.lockAppointment(tx, areaId, id)
      const status = nextStatus(before.status, action)
      const at = status === before.status ? {} : { status, statusAt: now() }
      await store.updateAppointment(tx, id, { ...at, changedById: staff.personId })
      await work(tx, before)
      return saved(tx, areaId, id)
    })

  const deskOf = async (staff: Staff): Promise<AppointmentDesk> => {
    const served = await store.servedAreas(db, staff.personId)
    const ids = served.map(({ id }) => id)
    const team = ids.length > 0 ? await store.practitionersOf(db, ids) : []
    return {
      today: dateIn(now().getTime(), served[0]?.timeZone ?? 'Europe/London'),
      sends: channels.email.sends || channels.sms.sends,
      areas: served.map(({ id, name }) => ({
        id,
        name,
        practitioners: team.filter(({ areaId }) => areaId === id).map((one) => ({ id: one.id, name: one.name })),
      })),
    }
  }

  const appointmentsOf = async ({ areas }: AppointmentDesk, from: string, days: number) => {
    checkDate(from)
    const ids = areas.map(({ id }) => id)
    return viewsOf(db, await store.appointmentsFrom(db, ids, from, days))
  }

  return {
    async day(staff, asked) {
      const desk = await deskOf(staff)
      const date = asked ?? desk.today
      return { ...desk, date, appointments: await appointmentsOf(desk, date, 1) }
    },
    async week(staff, asked) {
      const desk = await deskOf(staff)
      const date = asked ?? desk.today
      checkDate(date)
      const from = mondayOf(date)
      return { ...desk, from, appointments: await appointmentsOf(desk, from, DAYS_OF_A_WEEK) }
    },
    async search(staff, body) {
      const desk = await deskOf(staff)
      // What one does not serve is as if it were not there.
      const areaIds = desk.areas.map(({ id }) => id).filter((id) => body.areaId === null || id === body.areaId)
      const found = await appointmentsFound(db, areaIds, body, now())
      const [rows, last] = [found.slice(0, LIST_PAGE), found[LIST_PAGE - 1]?.appointment]
      const next = found.length > LIST_PAGE && last ? { startsAt: last.startsAt.getTime(), id: last.id } : null
      return { ...desk, appointments: await viewsOf(db, rows), next }
    },
    book: (staff, areaId, body) =>
      db.transaction(async (tx) => {
        const id = newId()
        setAuditSubject('appointment', id)
        await booking.book(tx, await store.areaById(tx, areaId), id, body, { byId: staff.personId })
        return saved(tx, areaId, id)
      }),
    move: (staff, areaId, id, body) =>
      change(staff, areaId, id, 'move', async (tx, { startsAt }) => {
        const { remindDayAt, remindHourAt, linkAgainAt, ...when } = await booking.whenOf(
          tx,
          await store.areaById(tx, areaId),
          body,
        )
        const moves = when.startsAt.getTime() !== startsAt.getTime()
        // At another time they are reminded anew; at the same one they may have been.
        const anew = { movedFrom: startsAt, toldLateMinutes: null, remindDayAt, remindHourAt, linkAgainAt }
        await store.updateAppointment(tx, id, { ...when, ...(moves ? anew : {}) })
        await store.raiseSequence(tx, id)
        if (moves) await messages.write(tx, areaId, id, 'moved')
      }),
    cancel: (staff, areaId, id, { by, reason }) =>
      change(staff, areaId, id, 'cancel', async (tx) => {
        await store.updateAppointment(tx, id, { cancelledBy: by })
        await store.setCancelReason(tx, id, tidyLine(reason))
        await store.raiseSequence(tx, id)
        await messages.write(tx, areaId, id, 'cancelled')
      }),
    miss: (staff, areaId, id) => change(staff, areaId, id, 'miss', (tx) => messages.write(tx, areaId, id, 'missed')),
    sendLink: (staff, areaId, id, anyway) =>
      change(staff, areaId, id, 'send-link', (tx) => booking.issueLink(tx, areaId, id, 'link-again', anyway)),
    linkAgain: (staff, areaId, id) =>
      change(staff, areaId, id, 'send-link', async (tx) => {
        // It does not go by itself as well.
        await store.updateAppointment(tx, id, { linkAgainAt: null })
        await messages.write(tx, areaId, id, 'link-again')
      }),
    sendNow: (staff, areaId, id) => change(staff, areaId, id, 'send-link', (tx) => setDue(tx, id, now())),
    async link(areaId, id) {
      const sealed = await store.sealedSecret(db, areaId, id)
      const secret = sealed && seal.open(sealed)
      if (!secret) throw new Problem('appointment/not-found')
      return urlOf(secret)
    },
  }
}

/** Throws `appointment/not-valid` for a day that does not exist. */
const checkDate = (date: string) => void startOf(date, '12:00', 'UTC')

function viewOf(row: store.AppointmentRow): Omit<AppointmentView, 'optedOut'> {
  const { appointment, details, areaName, practitionerName, mailedAt, openedAt, firstSeenAt } = row
  const [date = '', time = ''] = appointment.localStart.split(/[ T]/)
  return {
    id: appointment.id,
    areaId: appointment.areaId,
    areaName,
    date,
    time: time.slice(0, 5),
    timeZone: appointment.timeZone,
    startsAt: appointment.startsAt.getTime(),
    minutes: appointment.minutes,
    practitioner: appointment.practitionerId ? { id: appointment.practitionerId, name: practitionerName ?? '' } : null,
    movedFrom: appointment.movedFrom?.getTime() ?? null,
    status: appointment.status === 'arrived' && firstSeenAt ? 'seen' : appointment.status,
    cancelledBy: appointment.cancelledBy,
    link: openedAt ? 'opened' : mailedAt ? 'sent' : 'none',
    preparation: row.preparation,
    message: row.message,
    landline: details !== null && isLandline(details.phone),
    patient: details && patientOf(details),
  }
}

function patientOf(details: store.DetailsRow): AppointmentView['patient'] {
  const { firstName, lastName, dateOfBirth, phone, email, reason, cancelReason } = details
  return { firstName, lastName, dateOfBirth, phone, email, reason, cancelReason }
}
