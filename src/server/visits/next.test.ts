import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { TAKEN_FOR_MS } from '#domain/queue'
import { act, type Clinic, inNewArea, join, openClinic, openConsole, waitingPatient } from '../../../test/clinic.ts'
import { anotherArea, letServe, patient, type StaffPerson } from '../../../test/people.ts'
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
  await server.sql('update areas set drop_in = true where id = $1', [clinic.area.id])
})
afterAll(() => server.close())

const arrive = async (of: Pick<Clinic, 'server' | 'area'> = clinic) => {
  const person = await waitingPatient(of)
  server.clock.advance(1000)
  return person.visitId
}
const take = async (person: StaffPerson, areaIds = [clinic.area.id]) => {
  const reply = await person.call<{ visitId: string | null }>('POST', '/api/staff/visits/next', { areaIds })
  expect(reply.status).toBe(200)
  return reply.body.visitId
}
const letGo = (person: StaffPerson, visitId: string) => person.call('POST', `/api/staff/visits/${visitId}/let-go`, {})

describe('[D39] the next patient', () => {
  test('is who has waited longest of those whose page is there', async () => {
    const away = await patient(server, clinic.area)
    server.clock.advance(1000)
    await server.sql('update visits set away_since = arrived_at where id = $1', [away.visitId])
    const [first, second] = [await arrive(), await arrive()]
    expect(await take(clinic.here)).toBe(first)
    expect(await take(clinic.colleague)).toBe(second)
  })

  test('is another one for each of many who ask at once, and nobody in the end', async () => {
    const waiting = [await arrive(), await arrive(), await arrive()]
    const asked = await Promise.all([clinic.here, clinic.colleague].flatMap((person) => [take(person), take(person)]))
    // Whoever asks twice has the same one as long as they wait.
    expect(new Set(asked.slice(0, 2)).size).toBe(1)
    expect(new Set(asked.slice(2)).size).toBe(1)
    expect(new Set(asked)).toEqual(new Set(waiting.slice(0, 2)))
    await letServe(server, clinic.elsewhere.me.personId, clinic.area.id)
    expect(await take(clinic.elsewhere)).toBe(waiting[2])
    await letServe(server, clinic.receptionist.me.personId, clinic.area.id)
    expect(await take(clinic.receptionist)).toBeNull()
  })

  test('is of drop-in areas alone, of those that are shown, where the caller joins visits', async () => {
    const plain = await anotherArea(server, clinic.administrator, `Plain ${clinic.area.slug}`)
    const dropIn = await anotherArea(server, clinic.administrator, `Other ${clinic.area.slug}`)
    await server.sql('update areas set drop_in = true where id = $1', [dropIn.id])
    for (const area of [plain, dropIn]) await letServe(server, clinic.here.me.personId, area.id)
    await letServe(server, clinic.colleague.me.personId, dropIn.id, 'receptionist')
    await arrive({ server, area: plain })
    const other = await arrive({ server, area: dropIn })
    const own = await arrive()
    const all = [plain.id, dropIn.id, clinic.area.id]
    expect(await take(clinic.here, [plain.id, clinic.area.id])).toBe(own)
    expect(await take(clinic.colleague, [plain.id, dropIn.id])).toBeNull()
    await letGo(clinic.here, own)
    expect(await take(clinic.here, all)).toBe(other)
    expect(await take(clinic.here, [])).toBeNull()
  })

  test('is nobody who is being seen', async () => {
    const visitId = await arrive()
    await join(clinic.colleague, await openConsole(clinic.colleague), visitId)
    expect(await take(clinic.here)).toBeNull()
  })
})

describe('[D40] whoever was taken', () => {
  test('is shown to colleagues with whom, and nobody else’s next for two minutes', async () => {
    const visitId = await arrive()
    const console = await openConsole(clinic.colleague)
    await take(clinic.here)
    const heard = await console.hear('area', ({ view }) => view.visits[0]?.takenBy !== undefined)
    expect(heard.view.visits[0]?.takenBy).toEqual({
      id: clinic.here.me.personId,
      name: 'Priya Raman',
      until: server.clock.now().getTime() + TAKEN_FOR_MS,
    })
    expect(await take(clinic.colleague)).toBeNull()
    server.clock.advance(TAKEN_FOR_MS)
    expect(await take(clinic.colleague)).toBe(visitId)
  })

  test('is the next again when the confirmation is left, and not when somebody else leaves it', async () => {
    const visitId = await arrive()
    await take(clinic.here)
    await letGo(clinic.colleague, visitId)
    expect(await take(clinic.colleague)).toBeNull()
    await letGo(clinic.here, visitId)
    expect(await take(clinic.colleague)).toBe(visitId)
  })

  test('can be joined by name all the same, and waits as anybody once sent back', async () => {
    const visitId = await arrive()
    await take(clinic.here)
    await join(clinic.colleague, await openConsole(clinic.colleague), visitId)
    await act(clinic.colleague, visitId, 'send-back')
    expect(await take(clinic.colleague)).toBe(visitId)
  })
})
