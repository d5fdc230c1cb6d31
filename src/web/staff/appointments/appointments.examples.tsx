// The page of a day's appointments: full, empty, refused, with its form, and while one is cancelled.
import type { DayView } from '#contract/appointment'
import { DESK, SOME_DAYS, TODAY } from '../../../../test/made-up-appointments.ts'
import { TALKING } from '../../../../test/made-up-plan.ts'
import type { ApiCall } from '../../kit/api-call.ts'
import { Refusal } from '../../net/api.ts'
import type { Example } from '../../ui/example.ts'
import { createPlanCatalogue } from '../plans/plan-catalogue-model.ts'
import { Appointments } from './appointments.tsx'
import { type AppointmentsModel, createAppointments } from './appointments-model.ts'

const DAY: DayView = { ...DESK, date: TODAY, appointments: SOME_DAYS.filter(({ date }) => date === TODAY) }

const plans = () => {
  const catalogue = createPlanCatalogue(async () => ({ plans: [TALKING] }) as never)
  void catalogue.load()
  return catalogue
}

const page = (
  name: string,
  reply: DayView | Refusal,
  act: (model: AppointmentsModel) => unknown = () => {},
): Example => ({
  name,
  whole: true,
  draw() {
    const apiCall: ApiCall = async (method) => {
      if (method === 'POST') throw new Refusal('appointment/not-valid', { field: 'date' })
      if (reply instanceof Refusal) throw reply
      return reply as never
    }
    const model = createAppointments(apiCall, async () => true)
    void model.load().then(() => act(model))
    return (
      <main>
        <Appointments model={{ ...model, load: async () => {} }} plans={plans()} />
      </main>
    )
  },
})

export const examples: readonly Example[] = [
  page('a day', DAY),
  page('empty', { ...DAY, date: '2027-03-06', appointments: [] }),
  page('refused', new Refusal('offline')),
  page('form', DAY, (model) => model.add()),
  page('form, not done', DAY, (model) => {
    model.add()
    return model.save()
  }),
  page('cancelling', DAY, (model) => DAY.appointments[1] && model.startCancel(DAY.appointments[1])),
]
