// What staff send of a clinic list from another program, and what became of it.
import { Type } from 'typebox'
import { MOST_LIST_ROWS } from '#domain/clinic-list'
import { AppointmentBody } from './appointment.ts'
import { Id, Instant, Nullable } from './shapes.ts'

export const ClinicListParams = Type.Object({ areaId: Id, clinicListId: Id })

export const ClinicListBody = Type.Object({
  /** Each with its line in the list, so that a refusal names it. */
  rows: Type.Array(Type.Object({ line: Type.Integer({ minimum: 1 }), ...AppointmentBody.properties }), {
    minItems: 1,
    maxItems: MOST_LIST_ROWS,
  }),
  /** Whether each patient gets their link at once. */
  sends: Type.Boolean(),
})
export type ClinicListBody = Type.Static<typeof ClinicListBody>

/** `there`: lines whose patient already has an appointment at that time. */
export const ClinicListCheck = Type.Object({ there: Type.Array(Type.Integer()) })
export type ClinicListCheck = Type.Static<typeof ClinicListCheck>

export const ClinicListView = Type.Object({
  id: Id,
  addedAt: Instant,
  addedBy: Type.String(),
  /** How many of its appointments are still to come. */
  booked: Type.Integer(),
  undoneAt: Nullable(Instant),
})
export type ClinicListView = Type.Static<typeof ClinicListView>

/** Of the last two weeks, newest first. */
export const ClinicListsView = Type.Object({ lists: Type.Array(ClinicListView) })
export type ClinicListsView = Type.Static<typeof ClinicListsView>

/** `id` is null when every line had its appointment already, so that no list was made. */
export const ClinicListAdded = Type.Object({ id: Nullable(Id), made: Type.Integer(), there: Type.Integer() })
export type ClinicListAdded = Type.Static<typeof ClinicListAdded>

/** `gone`: nobody had been told. `cancelled`: the patient is told. `kept`: they came, or it was moved or closed since. */
export const ClinicListUndone = Type.Object({ gone: Type.Integer(), cancelled: Type.Integer(), kept: Type.Integer() })
export type ClinicListUndone = Type.Static<typeof ClinicListUndone>
