// Who must not be heard, who writes in place of talking, and what was answered at arrival: who is told of it.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PatientView } from '#contract/visit'
import { type Clinic, inNewArea, join, openClinic, openConsole, waitingPatient } from '../../../test/clinic.ts'
import { guest, nextArrival } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let people: Clinic
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  people = await openClinic(server)
})
beforeEach(async () => {
  clinic = await inNewArea(people)
})
afterAll(() => server.close())

describe('[V33] one who cannot talk now', () => {
  test('whoever serves the area is told at once, and again once it is over', async () => {
    const person = await waitingPatient(clinic)
    const console = await openConsole(clinic.here)
    const { body } = await person.call<PatientView>('PUT', '/api/patient/visit', { cannotTalk: true })
    expect(body.cannotTalk).toBe(true)
    const told = (value: true | undefined) =>
      console.hear('queue', ({ news }) =>
        news.visits.some(({ id, cannotTalk }) => id === person.visitId && cannotTalk === value),
      )
    await told(true)
    await person.call('PUT', '/api/patient/visit', { cannotTalk: false })
    await told(undefined)
  })

  test('called, nothing joins them by itself, also where it is said only then', async () => {
    const person = await waitingPatient(clinic)
    const console = await openConsole(clinic.here)
    expect((await join(clinic.here, console, person.visitId)).view.called?.until).toBeTypeOf('number')
    await person.call('PUT', '/api/patient/visit', { cannotTalk: true })
    const { view } = await console.hear('consultation', (heard) => heard.view.cannotTalk === true)
    expect(view.called).toEqual({ until: null })
  })
})

test('[V33] who writes in place of talking is told with the arrival, before anybody joins', async () => {
  const console = await openConsole(clinic.here)
  const { slug } = clinic.area
  const { body } = await guest(server).call<PatientView>(
    'POST',
    `/api/open/areas/${slug}/visits`,
    nextArrival({ usesText: true }),
  )
  await console.hear('queue', ({ news }) =>
    news.visits.some(({ id, usesText }) => id === body.visitId && usesText === true),
  )
})

describe('[AR12] questions of an area’s own', () => {
  const QUESTIONS = [
    { label: 'Are you at home?', kind: 'yes-no', required: true },
    { label: 'What matters most to you today?', kind: 'text', required: false },
  ]
  const ask = () =>
    server.sql('update areas set own = own || $2 where id = $1', [clinic.area.id, { arrivalQuestions: QUESTIONS }])
  const arrive = (answers: { label: string; answer: string }[]) =>
    guest(server).call<PatientView>('POST', `/api/open/areas/${clinic.area.slug}/visits`, nextArrival({ answers }))

  test('are in the welcome, and one that must be answered is refused by its place', async () => {
    await ask()
    const { body } = await guest(server).call<{ questions: unknown }>('GET', `/api/open/areas/${clinic.area.slug}`)
    expect(body.questions).toEqual(QUESTIONS)
    const reply = await arrive([])
    expect([reply.status, reply.code]).toEqual([400, 'arrival/details-missing'])
    expect((reply.body as unknown as { detail: unknown }).detail).toEqual({ field: 'question-0' })
  })

  test('what is answered stands in the queue and in the consultation, and not on the patient’s page', async () => {
    await ask()
    const console = await openConsole(clinic.here)
    const arrived = await arrive([
      { label: 'Are you at home?', answer: 'no' },
      { label: 'Something else', answer: 'x' },
    ])
    const answers = [{ label: 'Are you at home?', kind: 'yes-no', answer: 'no' }]
    const { news } = await console.hear('queue', (heard) =>
      heard.news.visits.some(({ id }) => id === arrived.body.visitId),
    )
    expect(news.visits.find(({ id }) => id === arrived.body.visitId)?.answers).toEqual(answers)
    expect(arrived.text).not.toContain('at home')
    expect((await join(clinic.here, console, arrived.body.visitId)).view.answers).toEqual(answers)
  })
})
