// Clinic lists from other programs: which of their appointments are there already, adding them all or none, and undoing it.
import type {
  ClinicListAdded,
  ClinicListBody,
  ClinicListCheck,
  ClinicListsView,
  ClinicListUndone,
} from '#contract/clinic-list'
import { startOf } from '#domain/appointment'
import { Problem } from '#domain/problem'
import { TEMPLATE_KINDS } from '#domain/template'
import type { Deps } from '../deps.ts'
import { setAuditSubject } from '../platform/audit/context.ts'
import type { Staff } from '../platform/caller.ts'
import type { DbOrTx } from '../platform/db.ts'
import { publish } from '../platform/events.ts'
import { type BookingArea, openBooking } from './booking.ts'
import * as lists from './clinic-lists-store.ts'
import { cancelQueued } from './message-store.ts'
import type { PatientMessages } from './messages.ts'
import * as store from './store.ts'

export interface ClinicLists {
  check(areaId: string, body: ClinicListBody): Promise<ClinicListCheck>
  /** Throws `clinic-list/row-refused` with the line and the code of what is wrong there. Nothing is kept then. */
  add(staff: Staff, areaId: string, body: ClinicListBody): Promise<ClinicListAdded>
  recent(areaId: string): Promise<ClinicListsView>
  /** Throws `clinic-list/not-found`; undone twice is undone once. */
  undo(staff: Staff, areaId: string, id: string): Promise<ClinicListUndone>
}

/** So long a list is shown, with its undoing. */
const SHOWN_MS = 14 * 24 * 60 * 60 * 1000

export function openClinicLists(deps: Deps, messages: PatientMessages): ClinicLists {
  const { db, now, newId } = deps
  const booking = openBooking(deps, messages)

  /** For each row who and when in one word, and which of these stand already. */
  const known = async (at: DbOrTx, area: BookingArea, rows: ClinicListBody['rows']) => {
    const named = rows.map((row) =>
      atLine(row.line, () => {
        const { key } = booking.patientOf(area, row)
        return { row, key, mark: `${key} ${startOf(row.date, row.time, area.timeZone).getTime()}` }
      }),
    )
    const found = await lists.standing(at, area.id, [...new Set(named.map(({ key }) => key))])
    const marks = new Set(found.map(({ patientKey, startsAt }) => `${patientKey} ${startsAt.getTime()}`))
    // The same patient at the same time twice in one list is one appointment, too.
    return named.map(({ row, mark }) => {
      const there = marks.has(mark)
      marks.add(mark)
      return { row, there }
    })
  }

  return {
    async check(areaId, { rows }) {
      const all = await known(db, await store.areaById(db, areaId), rows)
      return { there: all.filter(({ there }) => there).map(({ row }) => row.line) }
    },
    add: (staff, areaId, { rows, sends }) =>
      db.transaction(async (tx) => {
        const area = await store.areaById(tx, areaId)
        await lists.lockLists(tx, areaId)
        const all = await known(tx, area, rows)
        const fresh = all.filter(({ there }) => !there)
        if (fresh.length === 0) return { id: null, made: 0, there: all.length }
        const id = newId()
        setAuditSubject('clinic-list', id)
        await lists.insertList(tx, { id, areaId, addedById: staff.personId, addedAt: now() })
        const by = { byId: staff.personId, clinicListId: id, untold: !sends }
        for (const { row } of fresh) await atLine(row.line, () => booking.book(tx, area, newId(), row, by))
        await publish(tx, { kind: 'appointments', areaId })
        return { id, made: fresh.length, there: all.length - fresh.length }
      }),
    async recent(areaId) {
      const rows = await lists.listsSince(db, areaId, new Date(now().getTime() - SHOWN_MS))
      return {
        lists: rows.map(({ addedAt, undoneAt, ...row }) => ({
          ...row,
          addedAt: addedAt.getTime(),
          undoneAt: undoneAt?.getTime() ?? null,
        })),
      }
    },
    undo: (staff, areaId, id) =>
      db.transaction(async (tx) => {
        setAuditSubject('clinic-list', id)
        if (!(await lists.setUndone(tx, areaId, id, now()))) throw new Problem('clinic-list/not-found')
        const done = { gone: 0, cancelled: 0, kept: 0 }
        const closed = {
          status: 'cancelled',
          statusAt: now(),
          cancelledBy: 'clinic',
          changedById: staff.personId,
        } as const
        for (const one of await lists.lockAppointments(tx, id)) {
          if (one.status !== 'booked' || one.movedFrom !== null) {
            done.kept += 1
            continue
          }
          await cancelQueued(tx, one.id, TEMPLATE_KINDS)
          const told = await lists.wasTold(tx, one.id)
          await store.updateAppointment(tx, one.id, { ...closed, undoneAt: told ? null : now() })
          if (told) await messages.write(tx, areaId, one.id, 'cancelled')
          done[told ? 'cancelled' : 'gone'] += 1
        }
        await publish(tx, { kind: 'appointments', areaId })
        return done
      }),
  }
}

/** Does `work`; what is refused there is refused with the line. */
function atLine<T>(line: number, work: () => T): T {
  const named = (error: unknown): never => {
    throw error instanceof Problem
      ? new Problem('clinic-list/row-refused', { ...error.detail, line, code: error.code })
      : error
  }
  try {
    const done = work()
    return done instanceof Promise ? (done.catch(named) as T) : done
  } catch (error) {
    return named(error)
  }
}
