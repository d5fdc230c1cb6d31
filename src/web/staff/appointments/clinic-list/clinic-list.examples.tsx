// A clinic list as it is given, looked at row by row, and added.
import type { DayView } from '#contract/appointment'
import type { ApiCall } from '../../../kit/api-call.ts'
import type { Example } from '../../../ui/example.ts'
import { ClinicListPage } from './clinic-list.tsx'
import { createClinicList } from './clinic-list-model.ts'

const TODAY = '2027-03-01'
const NOW = Date.UTC(2027, 2, 1, 9)
const DAY: DayView = {
  ...{ date: TODAY, today: TODAY, sends: true, appointments: [] },
  areas: [
    { id: 'knee', name: 'Knee clinic', practitioners: [{ id: 'jane', name: 'Jane Smith' }] },
    { id: 'falls', name: 'Falls prevention and balance, home visits team', practitioners: [] },
  ],
}
const HEAD = 'Date,Time,Clinician,Slot type,Name,DOB,Mobile,Email,Status'
const ROWS = `2/3/2027,09:00,"SMITH, Jane (Dr)",Video,"O'BRIEN, Siân (Mrs)",29-Feb-1952,+44 7700 900123,sian@example.org,Booked
2/3/2027,09:20,"SMITH, Jane (Dr)",Video,"ELLIS, Jean",3/3/1948,07700 900456 (daughter),,Booked
2/3/2027,09:40,Nurse Clinic,Video,"FEATHERSTONEHAUGH-CHOLMONDELEY, Maximiliana",14/05/1961,,maximiliana.featherstonehaugh@hospital.example.org,
2/3/2027,10:00,"SMITH, Jane (Dr)",Telephone,"REED, Tom",14/05/1961,07700 900789,,
2/3/2027,10:20,"SMITH, Jane (Dr)",Video,"KHAN, Amina",31/02/1950,07700 900111,,
2/3/2027,10:40,"SMITH, Jane (Dr)",Video,"MARSH, Peter",14/07/1939,07700 900222,,DNA`

const apiCall: ApiCall = async (method, url) => {
  if (url === '/api/staff/appointments') return DAY as never
  if (url.endsWith('/check')) return { there: [3] } as never
  if (url.endsWith('/undo')) return { gone: 2, cancelled: 1, kept: 1 } as never
  if (method === 'POST') return { id: 'list-1', made: 2, there: 1 } as never
  const recent = { addedBy: 'Helen Price', booked: 12, undoneAt: null }
  const lists = [
    { ...recent, id: 'list-1', addedAt: NOW - 60_000 },
    { ...recent, id: 'list-0', addedAt: NOW - 86_400_000, undoneAt: NOW - 80_000_000, booked: 0 },
  ]
  return { lists } as never
}

const page = (name: string, act: (model: ReturnType<typeof createClinicList>) => Promise<void>): Example => ({
  name,
  whole: true,
  draw() {
    const model = createClinicList(apiCall, () => NOW)
    void model.load().then(() => act(model))
    return (
      <main>
        <ClinicListPage model={{ ...model, load: async () => {} }} />
      </main>
    )
  },
})

const looked = async (model: ReturnType<typeof createClinicList>, text: string) => {
  model.type(text)
  await model.look()
}

export const examples: readonly Example[] = [
  page('given', async () => {}),
  page('no list', async (model) => looked(model, ' ')),
  page('looked at', async (model) => looked(model, `${HEAD}\n${ROWS}`)),
  page('which number is the day', async (model) =>
    looked(model, 'Name,DOB,Date,Time,Mobile\nJean Ellis,3/4/1948,5/4/2027,9:00,07700 900123'),
  ),
  page('columns missing', async (model) => looked(model, 'Name,Date,Time\nJean Ellis,15/4/2027,9:00')),
  page('added', async (model) => {
    await looked(model, `${HEAD}\n${ROWS}`)
    await model.add()
  }),
  page('undone', async (model) => model.undo('list-1')),
]
