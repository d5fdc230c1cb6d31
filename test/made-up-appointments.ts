// Made-up appointments for tests of models and for the gallery.
import type { AppointmentDesk, AppointmentView } from '#contract/appointment'

export const TODAY = '2027-03-01'

export const DESK: AppointmentDesk = {
  ...{ today: TODAY, sends: true },
  areas: [
    {
      ...{ id: 'knee', name: 'Knee clinic' },
      practitioners: [
        { id: 'jane', name: 'Jane Smith' },
        { id: 'owen', name: 'Owen Hughes' },
      ],
    },
    { id: 'falls', name: 'Falls prevention and balance, home visits team', practitioners: [] },
  ],
}

type Changes = Partial<Omit<AppointmentView, 'patient'>> & { patient?: Partial<AppointmentView['patient']> | null }

/** Booked and told; `when` by the clock of London in winter, `2027-03-01 09:30`. */
export function someAppointment(id: string, when: string, { patient, ...more }: Changes = {}): AppointmentView {
  const [date = '', time = ''] = when.split(' ')
  return {
    ...{ id, areaId: 'knee', areaName: 'Knee clinic', date, time, timeZone: 'Europe/London', minutes: 20 },
    ...{ startsAt: Date.parse(`${date}T${time}:00Z`), practitioner: { id: 'jane', name: 'Jane Smith' } },
    ...{ movedFrom: null, status: 'booked', cancelledBy: null, link: 'sent' },
    preparation: { steps: { read: false, device: false, tell: false }, planId: 'talking', equipment: null },
    message: { kind: 'invitation', channel: 'sms', state: 'delivered', waitsUntil: null },
    ...{ landline: false, optedOut: [] },
    ...more,
    patient:
      patient === null
        ? null
        : {
            ...{ firstName: 'Jean', lastName: 'Ellis', dateOfBirth: '1948-03-03', phone: '07700 900456', email: '' },
            ...{ reason: 'Sore knee', cancelReason: '' },
            ...patient,
          },
  }
}

/** A few days of a clinic, with long names and each state. */
export const SOME_DAYS: readonly AppointmentView[] = [
  someAppointment('a1', '2027-03-01 09:00', {
    ...{ status: 'seen', link: 'opened' },
    patient: {
      firstName: 'Siân',
      lastName: 'O’Brien',
      dateOfBirth: '1952-02-29',
      reason: 'Six weeks after the operation',
    },
  }),
  someAppointment('a2', '2027-03-01 09:30', { status: 'arrived', link: 'opened' }),
  someAppointment('a3', '2027-03-01 10:15', {
    practitioner: null,
    preparation: { steps: { read: true, device: true, tell: false }, planId: 'talking', equipment: null, photos: 2 },
    patient: {
      ...{ firstName: 'Maximiliana', lastName: 'Featherstonehaugh-Cholmondeley', dateOfBirth: '1931-01-01' },
      ...{ email: 'maximiliana.featherstonehaugh@hospital.example.org', reason: '' },
    },
  }),
  someAppointment('a4', '2027-03-02 11:00', {
    ...{ status: 'cancelled', cancelledBy: 'patient' },
    patient: { firstName: 'Amina', lastName: 'Khan', cancelReason: 'Has a cold', reason: 'Knee exercises' },
  }),
  someAppointment('a5', '2027-03-04 14:00', {
    ...{ areaId: 'falls', areaName: 'Falls prevention and balance, home visits team', practitioner: null },
    ...{ optedOut: ['sms'], movedFrom: Date.UTC(2027, 2, 3, 9), message: null },
    patient: { firstName: 'فاطمة', lastName: 'الزهراء', reason: 'Balance, second time' },
  }),
]
