import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ContactBody } from '#contract/consultation'
import type { ConsultationView, PatientView } from '#contract/visit'
import {
  act,
  type Clinic,
  inNewArea,
  join,
  openClinic,
  openConsole,
  type WaitingPatient,
  waitingPatient,
} from '../../../test/clinic.ts'
import type { Page } from '../../../test/page.ts'
import { contactOf } from '../../../test/plans.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let people: Clinic
let clinic: Clinic
let person: WaitingPatient
let console: Page
let joined: ConsultationView
beforeAll(async () => {
  server = await startTestServer()
  people = await openClinic(server)
})
beforeEach(async () => {
  clinic = await inNewArea(people)
  person = await waitingPatient(clinic)
  console = await openConsole(clinic.here)
  joined = (await join(clinic.here, console, person.visitId)).view
})
afterAll(() => server.close())

const tick = (item: string, value = '', done = true, by = clinic.here) =>
  by.call('PUT', `/api/staff/visits/${person.visitId}/checklist/${item}`, { done, value })
const reach = (body: Partial<ContactBody> = {}, by = clinic.here) =>
  by.call('PUT', `/api/staff/visits/${person.visitId}/contact`, { ...contactOf(person), ...body })
const heardItems = (items: readonly string[]) =>
  console.hear('consultation', ({ view }) => view.checklist.map(({ item }) => item).join() === items.join())

describe('the checklist', () => {
  test('[V15] is ticked by who holds the visit, and stands in the order of ticking, with what was recorded', async () => {
    expect(joined.checklist).toEqual([])
    const at = server.clock.now().getTime()
    await tick('open.phone', ' 07700 900456 ')
    server.clock.advance(1000)
    await tick('open.hear')
    const { view } = await heardItems(['open.phone', 'open.hear'])
    expect(view.checklist).toEqual([
      { item: 'open.phone', value: '07700 900456', at },
      { item: 'open.hear', value: '', at: at + 1000 },
    ])
  })

  test('[V15] a tick whose words change keeps its time; one that is taken away is gone', async () => {
    await tick('open.phone', 'first')
    server.clock.advance(1000)
    await tick('open.hear')
    await tick('open.phone', 'second')
    const { view } = await console.hear('consultation', ({ view }) => view.checklist[0]?.value === 'second')
    expect(view.checklist.map(({ item }) => item)).toEqual(['open.phone', 'open.hear'])
    await tick('open.phone', '', false)
    await tick('open.phone', '', false)
    await heardItems(['open.hear'])
  })

  test('[V15] holds nothing but items of the catalogue', async () => {
    expect((await tick('open.teeth')).code).toBe('request/not-found')
  })

  test('[V15] belongs to its consultation: the next practitioner begins anew, and the first has nothing to tick', async () => {
    await tick('open.id', 'Name and birth date')
    await act(clinic.here, person.visitId, 'send-back')
    expect((await tick('open.hear')).code).toBe('visit/not-held-by-you')
    const next = await join(clinic.colleague, await openConsole(clinic.colleague), person.visitId)
    expect(next.view.checklist).toEqual([])
    expect((await tick('open.hear')).code).toBe('visit/not-held-by-you')
    expect((await tick('open.hear', '', true, clinic.colleague)).status).toBe(200)
  })

  test("[V15] is none of the patient's page's business", async () => {
    person.page.forget()
    await tick('open.id', 'Recorded words')
    await heardItems(['open.id'])
    await act(clinic.here, person.visitId, 'hold')
    await person.page.hear('visit', ({ view }) => view.state.status === 'on-hold')
    expect(JSON.stringify(person.page.heard('visit'))).not.toContain('Recorded words')
  })
})

describe('how to reach the patient', () => {
  test('[V16] stands as it was confirmed, with when, by the clock of the server', async () => {
    expect(joined.contact).toEqual({
      phone: person.typed.phone,
      phoneConfirmedAt: null,
      address: '',
      addressConfirmedAt: null,
      companions: [],
    })
    const at = server.clock.now().getTime()
    expect((await reach()).status).toBe(200)
    const { view } = await console.hear('consultation', ({ view }) => view.contact.address !== '')
    expect(view.contact).toEqual({
      phone: person.typed.phone,
      phoneConfirmedAt: at,
      address: `12 ${person.typed.lastName} Lane`,
      addressConfirmedAt: at,
      companions: [{ name: `Old ${person.typed.lastName}`, onCamera: false }],
    })
  })

  test('[V16] another number is the number of the visit from then on, for the patient and the queue, too', async () => {
    const watching = await openConsole(clinic.colleague)
    await reach({ phone: '07700 900456' })
    await person.page.hear('visit', ({ view }) => view.phone === '07700 900456')
    await watching.hear('area', ({ view }) => view.visits[0]?.phone === '07700 900456')
    await console.hear('consultation', ({ view }) => view.patient.phone === '07700 900456')
  })

  test('[V16] a number that nobody could ring is refused, and nothing changes', async () => {
    expect((await reach({ phone: 'next door' })).code).toBe('arrival/phone-not-valid')
    expect((await person.call<{ phone: string }>('GET', '/api/patient/visit')).body.phone).toBe(person.typed.phone)
  })

  test('[V17] where the patient is, and with whom, is for the practitioner who holds the visit; the patient reads with whom', async () => {
    const watching = await openConsole(clinic.colleague)
    await reach({ address: 'Behind the lighthouse', companions: [{ name: 'Thora', onCamera: true }] })
    await console.hear('consultation', ({ view }) => view.contact.companions.length === 1)
    await act(clinic.here, person.visitId, 'hold')
    await person.page.hear('visit', ({ view }) => view.state.status === 'on-hold')
    await watching.hear('area', ({ view }) => view.visits[0]?.status === 'on-hold')
    expect(JSON.stringify(watching.heard('area'))).not.toMatch(/lighthouse|Thora/)
    expect(JSON.stringify(person.page.heard('visit'))).not.toContain('lighthouse')
    expect((await reach({}, clinic.colleague)).code).toBe('visit/not-held-by-you')
    await act(clinic.here, person.visitId, 'end')
    expect((await reach()).code).toBe('visit/not-held-by-you')
  })
})

describe('[V32] who is with the patient', () => {
  const ANN = { name: 'Ann, daughter', onCamera: false }
  const says = (answer: string, companions: unknown = [ANN]) =>
    person.call('PUT', '/api/patient/visit/companions', { companions, answer })
  const said = (answer: string | undefined) =>
    console.hear(
      'consultation',
      ({ view }) => view.contact.companionsAnswer === answer && view.contact.companions.length > 0,
    )

  test('is read by them, until they say whether it is right; the practitioner reads what they said', async () => {
    await reach({ companions: [ANN] })
    const asked = await person.page.hear('visit', ({ view }) => view.companionsAsked !== undefined)
    expect(asked.view.companionsAsked).toEqual([ANN])
    expect((await says('agreed')).status).toBe(200)
    await said('agreed')
    await person.page.hear('visit', ({ view }) => view.companionsAsked === undefined)
  })

  test('is asked about anew when it is written anew, and not when only the number changes', async () => {
    await reach({ companions: [ANN] })
    await says('not-right')
    await said('not-right')
    await reach({ companions: [ANN], phone: '07700 900999' })
    const heard = await console.hear('consultation', ({ view }) => view.contact.phone === '07700 900999')
    expect(heard.view.contact.companionsAnswer).toBe('not-right')
    await reach({ companions: [ANN, { name: 'Bert', onCamera: true }] })
    const anew = await console.hear('consultation', ({ view }) => view.contact.companions.length === 2)
    expect(anew.view.contact.companionsAnswer).toBeUndefined()
  })

  test('an answer to an older list, or by somebody who only waits, changes nothing', async () => {
    await reach({ companions: [ANN] })
    expect((await says('agreed', [{ ...ANN, onCamera: true }])).status).toBe(200)
    await act(clinic.here, person.visitId, 'send-back')
    await says('agreed')
    const { body } = await person.call<PatientView>('GET', '/api/patient/visit')
    expect(body.companionsAsked).toBeUndefined()
    const rows = await server.sql('select companions_answer from visit_details where visit_id = $1', [person.visitId])
    expect(rows).toEqual([{ companions_answer: null }])
  })
})
