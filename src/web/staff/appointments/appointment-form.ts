// What is typed of an appointment, and what is sent of it.
import type { AppointmentBody, AppointmentView, DayView, MoveBody } from '#contract/appointment'
import type { DateParts } from '../../ui/date-field/date-field.tsx'

export interface AppointmentForm {
  readonly areaId: string
  readonly firstName: string
  readonly lastName: string
  readonly birth: DateParts
  readonly phone: string
  readonly email: string
  readonly date: string
  readonly time: string
  readonly reason: string
  readonly minutes: number
  /** Empty: anyone of the team. */
  readonly practitionerId: string
  /** Empty: as the waiting area has it. */
  readonly planId: string
}

const DEFAULT_MINUTES = 20

export function newForm({ date, areas }: Pick<DayView, 'date' | 'areas'>): AppointmentForm {
  return {
    ...{ areaId: areas[0]?.id ?? '', firstName: '', lastName: '', birth: { day: '', month: '', year: '' } },
    ...{ phone: '', email: '', date, time: '', reason: '', minutes: DEFAULT_MINUTES, practitionerId: '', planId: '' },
  }
}

export function formOf({ areaId, date, time, minutes, practitioner }: AppointmentView): AppointmentForm {
  return {
    ...newForm({ date, areas: [] }),
    ...{ areaId, date, time, minutes, practitionerId: practitioner?.id ?? '' },
  }
}

export const moveBody = ({ date, time, minutes, practitionerId }: AppointmentForm): MoveBody => ({
  ...{ date, time, minutes },
  practitionerId: practitionerId || null,
})

export function saveBody(form: AppointmentForm): AppointmentBody {
  const { firstName, lastName, birth, phone, email, reason, planId } = form
  const { day, month, year } = birth
  return {
    ...moveBody(form),
    ...{ firstName, lastName, phone, email, reason },
    dateOfBirth: [day, month, year].every(Boolean) ? `${day}/${month}/${year}` : '',
    planId: planId || null,
  }
}
