// A week of appointments: with and without a weekend, empty, narrowed, refused, and with the form of an empty hour.
import type { WeekView } from '#contract/appointment'
import { DESK, SOME_DAYS, someAppointment } from '../../../../../test/made-up-appointments.ts'
import { TALKING } from '../../../../../test/made-up-plan.ts'
import type { ApiCall } from '../../../kit/api-call.ts'
import { Refusal } from '../../../net/api.ts'
import type { Example } from '../../../ui/example.ts'
import { createPlanCatalogue } from '../../plans/plan-catalogue-model.ts'
import { AppointmentWeekPage } from './appointment-week.tsx'
import { type AppointmentWeekModel, createAppointmentWeek } from './appointment-week-model.ts'

const WEEK: WeekView = { ...DESK, from: '2027-03-01', appointments: [...SOME_DAYS] }
const WEEKEND: WeekView = {
  ...WEEK,
  appointments: [
    ...SOME_DAYS,
    someAppointment('w1', '2027-03-05 09:00', { status: 'did-not-attend' }),
    someAppointment('w2', '2027-03-05 09:20'),
    someAppointment('w3', '2027-03-05 09:40', { patient: { firstName: 'Ada', lastName: 'Okoro' } }),
    someAppointment('w4', '2027-03-06 19:00', { patient: { firstName: 'Ben', lastName: '' } }),
  ],
}

const page = (
  name: string,
  reply: WeekView | Refusal | null,
  act: (model: AppointmentWeekModel) => unknown = () => {},
): Example => ({
  name,
  whole: true,
  draw() {
    const apiCall: ApiCall = async () => {
      if (reply instanceof Refusal) throw reply
      return (reply ?? new Promise(() => {})) as never
    }
    const plans = createPlanCatalogue(async () => ({ plans: [TALKING] }) as never)
    void plans.load()
    const model = createAppointmentWeek(apiCall, async () => true)
    void model.load().then(() => act(model))
    return (
      <main>
        <AppointmentWeekPage model={{ ...model, load: async () => {} }} plans={plans} onDay={() => {}} />
      </main>
    )
  },
})

export const examples: readonly Example[] = [
  page('five days', WEEK),
  page('with a weekend and an evening', WEEKEND),
  page('another week, empty', { ...WEEK, from: '2027-03-08', appointments: [] }),
  page('of one practitioner', WEEKEND, (model) => model.choose({ practitionerId: 'jane' })),
  page('an empty hour is booked', WEEK, (model) => model.book('2027-03-03', 14)),
  page('serves no area', { ...WEEK, areas: [], appointments: [] }),
  page('loading', null),
  page('refused', new Refusal('offline')),
]
