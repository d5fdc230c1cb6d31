import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MessageThread, MessageView } from '#contract/shapes'
import { MESSAGES_SENT } from '#domain/thread'
import {
  act,
  type Clinic,
  inNewArea,
  join,
  openClinic,
  openConsole,
  openPatient,
  waitingPatient,
} from '../../../test/clinic.ts'
import { type PatientPerson, patient } from '../../../test/people.ts'
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

const message = (text = 'Take your time.') => ({ id: randomUUID(), text })
const toAll = (body: unknown, person = clinic.here) =>
  person.call<{ sentTo: number }>('POST', `/api/staff/areas/${clinic.area.id}/messages`, body)
const fromPatient = (person: PatientPerson, body: unknown) =>
  person.call<MessageView>('POST', '/api/patient/messages', body)
const stored = (visitId: string) =>
  server.sql<{ id: string; sender: string; body: string }>(
    'select id, sender, body from messages where visit_id = $1 order by at, body',
    [visitId],
  )

describe('between one patient and the clinic', () => {
  test('[M2] both sides hear a message at once, with who wrote it and when', async () => {
    const person = await waitingPatient(clinic)
    const watching = await openConsole(clinic.colleague)
    const sent = await act(clinic.here, person.visitId, 'messages', message('  Nearly there.  '))
    const expected = {
      from: 'clinic',
      authorName: 'Priya Raman',
      text: 'Nearly there.',
      at: server.clock.now().getTime(),
    }
    expect(sent.body).toMatchObject(expected)
    expect(await person.page.hear('message')).toMatchObject({ visitId: person.visitId, message: expected })
    server.clock.advance(1000)
    await fromPatient(person, message('Thank you.'))
    const heard = await watching.hear('area', ({ view }) => view.visits[0]?.messages.length === 2)
    expect(heard.view.visits[0]?.messages.map(({ from, authorName, text }) => [from, authorName, text])).toEqual([
      ['clinic', 'Priya Raman', 'Nearly there.'],
      ['patient', person.typed.firstName, 'Thank you.'],
    ])
  })

  test('[M2] the practitioner who holds the visit hears it beside the picture', async () => {
    const person = await waitingPatient(clinic)
    const console = await openConsole(clinic.here)
    await join(clinic.here, console, person.visitId)
    await fromPatient(person, message('I cannot hear you.'))
    await console.hear('message', ({ message }) => message.text === 'I cannot hear you.')
  })

  test('[M3] a message that is sent again, also at the same time, is stored once', async () => {
    const person = await patient(server, clinic.area)
    const once = message()
    const replies = await Promise.all(Array.from({ length: 5 }, () => fromPatient(person, once)))
    replies.push(await fromPatient(person, { ...once, text: 'Other words for the same message.' }))
    for (const reply of replies) expect([reply.status, reply.body.text]).toEqual([200, 'Take your time.'])
    expect(await stored(person.visitId)).toEqual([{ id: once.id, sender: 'patient', body: 'Take your time.' }])
  })

  test("[M4] the id of somebody else's message is refused, and neither message is touched", async () => {
    const [one, other] = [await patient(server, clinic.area), await patient(server, clinic.area)]
    const first = message('Mine.')
    await fromPatient(one, first)
    const taken = { ...first, text: 'Yours?' }
    expect((await fromPatient(other, taken)).code).toBe('request/invalid')
    expect((await act(clinic.here, one.visitId, 'messages', taken)).code).toBe('request/invalid')
    expect((await toAll(taken)).code).toBe('request/invalid')
    expect([(await stored(one.visitId)).length, (await stored(other.visitId)).length]).toEqual([1, 0])
    expect((await stored(one.visitId))[0]?.body).toBe('Mine.')
  })

  test.each(['', '   ', '\n\t', '\0'])('[M1] %j is no message', async (text) => {
    const person = await patient(server, clinic.area)
    expect((await fromPatient(person, message(text))).code).toBe('message/empty')
    expect((await act(clinic.here, person.visitId, 'messages', message(text))).code).toBe('message/empty')
    expect((await toAll(message(text))).code).toBe('message/empty')
  })

  test('[M1] 1,200 characters are a message, one more is not', async () => {
    const person = await patient(server, clinic.area)
    expect((await fromPatient(person, message('é'.repeat(1200)))).status).toBe(200)
    expect((await fromPatient(person, message('é'.repeat(1201)))).code).toBe('request/invalid')
  })

  test('[M1] [PR5] what no table can hold is taken out of the text', async () => {
    const person = await patient(server, clinic.area)
    const reply = await fromPatient(person, message('be\0fore \ud800 after 👍'))
    expect(reply.body.text).toBe('before \ufffd after 👍')
  })

  test('[M5] nobody writes to a visit that has ended', async () => {
    const person = await patient(server, clinic.area)
    await person.call('POST', '/api/patient/visit/leave', {})
    expect((await fromPatient(person, message())).code).toBe('visit/already-ended')
    expect((await act(clinic.here, person.visitId, 'messages', message())).code).toBe('visit/already-ended')
  })
})

describe('to everyone who waits', () => {
  test('[M6] each gets it as their own, those being seen do not, and nobody learns of the others', async () => {
    const [first, second, seen] = [
      await waitingPatient(clinic),
      await waitingPatient(clinic),
      await waitingPatient(clinic),
    ]
    await join(clinic.colleague, await openConsole(clinic.colleague), seen.visitId)
    const outside = await waitingPatient(people)
    const reply = await toAll(message('We are running late.'))
    expect(reply.body).toEqual({ sentTo: 2 })
    for (const { page } of [first, second]) {
      const heard = await page.hear('message')
      expect(heard.message).toMatchObject({ from: 'clinic', text: 'We are running late.' })
    }
    const ids = (await Promise.all([first, second].map(({ visitId }) => stored(visitId)))).flat().map(({ id }) => id)
    expect(new Set(ids).size).toBe(2)
    expect([await stored(seen.visitId), await stored(outside.visitId)]).toEqual([[], []])
  })

  test('[M3] sent again, also at the same time, each gets it once', async () => {
    const waiting = [await patient(server, clinic.area), await patient(server, clinic.area)]
    const once = message()
    const replies = await Promise.all(Array.from({ length: 5 }, () => toAll(once)))
    replies.push(await toAll(once))
    for (const reply of replies) expect([reply.status, reply.body]).toEqual([200, { sentTo: 2 }])
    for (const { visitId } of waiting) expect(await stored(visitId)).toHaveLength(1)
  })

  test('[M6] nobody waits: it is sent to nobody', async () => {
    expect((await toAll(message())).body).toEqual({ sentTo: 0 })
  })
})

describe('a long thread', () => {
  /** Two more than are sent at once, twice over. */
  const MANY = 2 * MESSAGES_SENT + 2
  const longThread = async () => {
    const person = await patient(server, clinic.area)
    for (let count = 1; count <= MANY; count++)
      await server.sql(
        "insert into messages (id, visit_id, sender, author_name, said_as, body, at) values ($1, $2, 'clinic', 'Priya Raman', 'Desk', $3, $4)",
        [randomUUID(), person.visitId, `Text ${count}`, new Date(server.clock.now().getTime() + count)],
      )
    return openPatient(person)
  }
  const texts = ({ messages }: MessageThread) => messages.map(({ text }) => text)
  const numbered = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, index) => `Text ${first + index}`)

  test('[M7] its newest fifty come with every snapshot, and those before them when they are asked for', async () => {
    const person = await longThread()
    const console = await clinic.here.socket()
    const { areas } = await console.ask({ type: 'staff.open', pageId: console.pageId })
    const visit = areas.flatMap(({ visits }) => visits).find(({ id }) => id === person.visitId)
    for (const thread of [person.opened, visit as MessageThread]) {
      expect([thread.earlierMessages, texts(thread)]).toEqual([true, numbered(MANY - MESSAGES_SENT + 1, MANY)])
    }
    const own = (id = '') => person.call<MessageThread>('GET', `/api/patient/messages/before/${id}`)
    const theirs = (id = '') =>
      clinic.here.call<MessageThread>('GET', `/api/staff/visits/${person.visitId}/messages/before/${id}`)
    for (const [ask, name] of [
      [own, 'Desk'],
      [theirs, 'Priya Raman'],
    ] as const) {
      const earlier = (await ask(person.opened.messages[0]?.id)).body
      expect([earlier.earlierMessages, texts(earlier)]).toEqual([true, numbered(3, MESSAGES_SENT + 2)])
      expect(earlier.messages[0]?.authorName).toBe(name)
      const first = (await ask(earlier.messages[0]?.id)).body
      expect([first.earlierMessages, texts(first)]).toEqual([undefined, numbered(1, 2)])
    }
  })

  test('[M7] nobody gets anything before a message of somebody else’s, nor of a visit that has ended', async () => {
    const [person, other] = [await longThread(), await longThread()]
    const id = other.opened.messages[0]?.id ?? ''
    expect((await person.call<MessageThread>('GET', `/api/patient/messages/before/${id}`)).body.messages).toEqual([])
    const url = `/api/staff/visits/${other.visitId}/messages/before/${id}`
    expect((await clinic.here.call('GET', url)).status).toBe(200)
    await other.call('POST', '/api/patient/visit/leave', {})
    expect((await clinic.here.call('GET', url)).code).toBe('visit/already-ended')
  })

  test('[M8] what is said of a new message does not grow with its thread', async () => {
    const person = await longThread()
    const watching = await openConsole(clinic.colleague)
    watching.forget()
    person.page.forget()
    await fromPatient(person, message('One more.'))
    for (const page of [person.page, watching]) {
      const heard = await page.hear('message', ({ message: { text } }) => text === 'One more.')
      expect(heard.visitId).toBe(person.visitId)
      expect(JSON.stringify(heard).length).toBeLessThan(400)
    }
    expect(watching.heard('queue').filter(({ news }) => news.visits.some(({ id }) => id === person.visitId))).toEqual(
      [],
    )
    expect(person.page.heard('visit')).toEqual([])
  })
})
