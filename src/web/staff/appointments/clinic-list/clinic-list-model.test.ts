import { describe, expect, test } from 'vitest'
import type { DayView } from '#contract/appointment'
import { fakeAsk } from '../../../../../test/staff/fake-connection.ts'
import { Refusal } from '../../../net/api.ts'
import { createClinicList, freshOf, type Looked, wrongOf } from './clinic-list-model.ts'

const TODAY = '2026-10-20'
const DAY: DayView = {
  ...{ date: TODAY, today: TODAY, sends: true, appointments: [] },
  areas: [{ id: 'knee', name: 'Knee clinic', practitioners: [{ id: 'jane', name: 'Jane Smith' }] }],
}
const LISTS = '/api/staff/areas/knee/clinic-lists'

// As a practice's program writes it, with cells in quotes, one of them over two lines.
const EXPORT = `\ufeffAppt Date,Appt Time,Duration,Session Holder,Slot Type,NHS Number,Patient Name,DOB,Mobile,Email,Status
25-Oct-2026,00:30,10,"SMITH, Jane (Dr)",Video,999 000 0026,"O'BRIEN, Siân (Mrs)",29-Feb-1952,+44 7700 900123,sian@example.org,Booked
25-Oct-2026,01:30,10,"SMITH, Jane (Dr)",Video,,"MÜLLER,
Jürgen (Mr)",01-Jan-1931,07700900456,,Booked
26/10/2026,9:00,,Nurse Clinic,Telephone,,"REED, Tom",14-May-1961,07700 900 789 (daughter),a@example.org,
26/10/2026,9:30,,Nurse Clinic,Video,,"TEST PATIENT, (DO NOT USE)",,07700 900789,,
`

async function opened(replies: Record<string, unknown> = {}) {
  const server = fakeAsk({
    'GET /api/staff/appointments': DAY,
    [`GET ${LISTS}`]: { lists: [] },
    [`POST ${LISTS}/check`]: { there: [] },
    ...replies,
  })
  const model = createClinicList(server.apiCall, () => Date.parse(`${TODAY}T09:00:00Z`))
  await model.load()
  const sent = () => server.asked.filter(({ method }) => method === 'POST')
  const looked = async (): Promise<Looked> => {
    await new Promise((resolve) => setTimeout(resolve))
    const now = model.state.get().looked
    if (!now) throw new Error('nothing was read')
    return now
  }
  return { server, model, sent, looked }
}

describe('[CI5] a list before it is added', () => {
  test('each row with what becomes of it, and what is there already as the server knows it', async () => {
    const { model, sent, looked } = await opened({ [`POST ${LISTS}/check`]: { there: [3] } })
    await model.take(new Blob([EXPORT]))
    const now = await looked()
    expect(now.rows.map(({ line, leftOut, problem }) => [line, leftOut?.why ?? problem?.code ?? null])).toEqual([
      [2, null],
      [3, null],
      [4, 'kind'],
      [5, 'arrival/details-missing'],
    ])
    expect(freshOf(now).map(({ appointment }) => appointment)).toMatchObject([
      { firstName: 'Siân', lastName: "O'BRIEN", time: '00:30', minutes: 10, practitionerId: 'jane' },
    ])
    expect(wrongOf(now)).toHaveLength(1)
    expect(sent(), 'only what could be made is asked about').toMatchObject([
      { body: { rows: [{ line: 2 }, { line: 3 }] } },
    ])
  })

  test('[CI1] with semicolons or tabs, pasted', async () => {
    for (const mark of [';', '\t']) {
      const { model, looked } = await opened()
      model.type(
        ['Name', 'DOB', 'Date', 'Time', 'Mobile'].join(mark) +
          '\n' +
          ['Jean Ellis', '3/3/1948', '2026-11-03', '9:00', '07700 900123'].join(mark),
      )
      await model.look()
      expect(freshOf(await looked())).toHaveLength(1)
    }
  })

  test('[CI1] what is no list is refused, and what was typed stays', async () => {
    const { model } = await opened()
    model.type('Jean')
    await model.take(new Blob([Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 9])]))
    expect(model.state.get()).toMatchObject({ fault: 'notText', text: 'Jean', looked: null })
    await model.take(new Blob([new Uint8Array(5_000_001)]))
    expect(model.state.get().fault).toBe('tooLarge')
    model.type(' \n ')
    await model.look()
    expect(model.state.get()).toMatchObject({ fault: 'empty', looked: null })
  })

  test('[CI3] asks which number is the day where the list does not tell, and asks the server only then', async () => {
    const { model, sent, looked } = await opened()
    model.type('Name,DOB,Date,Time,Mobile\nJean Ellis,3/4/1948,5/11/2026,9:00,07700 900123')
    await model.look()
    expect(await looked()).toMatchObject({ order: null, asks: true })
    expect(sent()).toEqual([])
    model.setOrder('day-first')
    expect(freshOf(await looked())).toMatchObject([{ appointment: { date: '2026-11-05', dateOfBirth: '1948-04-03' } }])
    model.setOrder('month-first')
    expect((await looked()).rows[0]).toMatchObject({ leftOut: { why: 'past' }, appointment: { date: '2026-05-11' } })
  })

  test('[CI2] a column is what a person says, and each field is one column’s', async () => {
    const { model, looked } = await opened()
    model.type('Name,DOB,Date,Time,Telephone,Other\nJean Ellis,3/3/1948,25/11/2026,9:00,none,07700 900123')
    await model.look()
    expect((await looked()).rows[0]?.problem).toMatchObject({ code: 'arrival/phone-not-valid' })
    model.setColumn(5, 'phone')
    expect((await looked()).columns).toEqual(['name', 'dateOfBirth', 'date', 'time', null, 'phone'])
    expect(freshOf(await looked())).toHaveLength(1)
  })
})

test('[CI6] [CI8] what is new is added as it was shown, and can be undone; a refusal keeps the list', async () => {
  const { model, server, sent, looked } = await opened({
    [`POST ${LISTS}`]: new Refusal('clinic-list/row-refused', { line: 2, code: 'plan/not-found' }),
    [`POST ${LISTS}/list-1/undo`]: { gone: 2, cancelled: 0, kept: 0 },
  })
  await model.take(new Blob([EXPORT]))
  await looked()
  model.setLeaveWrong(true)
  model.setSends(false)
  await model.add()
  expect(model.doing.request.get()).toMatchObject({ kind: 'refused' })
  expect(freshOf(await looked())).toHaveLength(2)
  server.replies[`POST ${LISTS}`] = { id: 'list-1', made: 2, there: 0 }
  await model.add()
  expect(sent().at(-1)?.body).toMatchObject({ sends: false, rows: [{ line: 2, planId: null }, { line: 3 }] })
  expect(model.state.get()).toMatchObject({ looked: null, text: '', added: { made: 2 } })
  await model.undo('list-1')
  expect(model.state.get()).toMatchObject({ added: null, undone: { gone: 2 } })
})
