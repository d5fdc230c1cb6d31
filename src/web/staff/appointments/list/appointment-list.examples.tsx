// The list of all appointments: full, empty, searched without a find, refused, and the details of one.
import type { AppointmentList } from '#contract/appointment'
import { DESK, SOME_DAYS, someAppointment, TODAY } from '../../../../../test/made-up-appointments.ts'
import { TALKING } from '../../../../../test/made-up-plan.ts'
import type { ApiCall } from '../../../kit/api-call.ts'
import { Refusal } from '../../../net/api.ts'
import type { Example } from '../../../ui/example.ts'
import { createPlanCatalogue } from '../../plans/plan-catalogue-model.ts'
import { AppointmentListPage } from './appointment-list.tsx'
import { type AppointmentListModel, createAppointmentList } from './appointment-list-model.ts'

const LIST: AppointmentList = {
  ...DESK,
  appointments: [...SOME_DAYS],
  next: { startsAt: Date.UTC(2027, 2, 4, 14), id: 'a5' },
}
const PAST: AppointmentList = {
  ...{ ...DESK, next: null },
  appointments: [
    someAppointment('p1', '2027-02-26 10:00', { status: 'seen', patient: null }),
    someAppointment('p2', '2027-02-26 09:00', { status: 'did-not-attend', patient: null }),
    someAppointment('p3', '2026-12-04 09:00', { status: 'cancelled', patient: null }),
  ],
}

const plans = () => {
  const catalogue = createPlanCatalogue(async () => ({ plans: [TALKING] }) as never)
  void catalogue.load()
  return catalogue
}

const page = (
  name: string,
  reply: AppointmentList | Refusal | null,
  act: (model: AppointmentListModel) => unknown = () => {},
): Example => ({
  name,
  whole: true,
  draw() {
    const apiCall: ApiCall = async (method) => {
      if (method === 'GET') throw new Refusal('offline')
      if (reply instanceof Refusal) throw reply
      return (reply ?? new Promise(() => {})) as never
    }
    const model = createAppointmentList(apiCall, async () => true)
    void model.reload().then(() => act(model))
    return (
      <main>
        <AppointmentListPage model={{ ...model, reload: async () => {} }} plans={plans()} onDay={() => {}} />
      </main>
    )
  },
})

const first = ({ state }: AppointmentListModel, at: number) => {
  const { found } = state.get()
  const one = found.kind === 'loaded' && found.list.appointments[at]
  return one || someAppointment('a1', `${TODAY} 09:00`)
}

export const examples: readonly Example[] = [
  page('coming', LIST),
  page('past', PAST, (model) => model.choose({ when: 'past' })),
  page('empty', { ...LIST, appointments: [], next: null }),
  page('nothing found', { ...LIST, appointments: [], next: null }, (model) => {
    model.write('Featherstonehaugh')
    return model.search()
  }),
  page('serves no area', { ...LIST, areas: [], appointments: [], next: null }),
  page('loading', null),
  page('refused', new Refusal('offline')),
  page('details', LIST, (model) => model.open(first(model, 2))),
  page('details of a cancelled one', LIST, (model) => model.open(first(model, 3))),
  page('details, not done', LIST, async (model) => {
    model.open(first(model, 4))
    await model.copyLink(first(model, 4))
  }),
]
