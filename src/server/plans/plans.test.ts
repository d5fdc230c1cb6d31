import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PlanBody, PlanList, PlanView } from '#contract/plan'
import type { PatientView } from '#contract/visit'
import { NO_WORDING } from '#domain/plan'
import { PURPOSES, purposeOf } from '#domain/plan-catalogue'
import { type Clinic, inNewArea, join, openClinic, openConsole, waitingPatient } from '../../../test/clinic.ts'
import type { StaffPerson } from '../../../test/people.ts'
import { PLAN } from '../../../test/plans.ts'
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
  await server.sql('delete from plans')
})
afterAll(() => server.close())

const list = async (person: StaffPerson) => (await person.call<PlanList>('GET', '/api/staff/plans')).body.plans
const write = (planId: string, body: unknown, by = clinic.administrator) =>
  by.call<PlanList>('PUT', `/api/staff/plans/${planId}`, body)
const restore = (planId: string, by = clinic.administrator) =>
  by.call<PlanList>('POST', `/api/staff/plans/${planId}/restore`, {})
const choose = (visitId: string, planId: string) =>
  clinic.here.call('PUT', `/api/staff/visits/${visitId}/plan`, { planId })

async function make(change: Partial<PlanBody> = {}): Promise<PlanView> {
  const before = new Set((await list(clinic.administrator)).map(({ id }) => id))
  const reply = await clinic.administrator.call<PlanList>('POST', '/api/staff/plans', { ...PLAN, ...change })
  const made = reply.body.plans.find(({ id }) => !before.has(id))
  if (!made) throw new Error(`no plan was made: ${reply.text}`)
  return made
}

describe('the list', () => {
  test('[OP1] is the catalogue in its order, as it is built in, for everyone who is signed in', async () => {
    const plans = await list(clinic.here)
    expect(plans.map(({ id }) => id)).toEqual(PURPOSES.map(({ id }) => id))
    for (const plan of plans) {
      const purpose = purposeOf(plan.id)
      const { id, basedOn, view, devices, wording } = plan
      expect({ id, basedOn, view, devices, wording }).toEqual({
        id: purpose?.id,
        basedOn: purpose?.id,
        view: purpose?.views[0],
        devices: purpose?.devices,
        wording: NO_WORDING,
      })
    }
  })

  test("[OP1] has the organisation's own at its end, by name", async () => {
    await make({ wording: { ...NO_WORDING, name: 'Zither' } })
    await make({ wording: { ...NO_WORDING, name: 'Abacus' } })
    const names = (await list(clinic.here)).slice(PURPOSES.length).map(({ wording }) => wording.name)
    expect(names).toEqual(['Abacus', 'Zither'])
  })
})

describe('the words of a purpose', () => {
  const OURS = { ...PLAN, basedOn: 'home', wording: { ...NO_WORDING, name: ' Home visit ', have: '  ' } }

  test('[OP2] are written over the built-in ones; what is left empty stays built in', async () => {
    const reply = await write('home', OURS)
    const expected = {
      ...PLAN,
      id: 'home',
      basedOn: 'home',
      wording: { ...NO_WORDING, name: 'Home visit' },
      checklist: [],
    }
    expect(reply.body.plans.find(({ id }) => id === 'home')).toEqual(expected)
    expect((await list(clinic.here)).find(({ id }) => id === 'home')).toEqual(expected)
    expect(reply.body.plans).toHaveLength(PURPOSES.length)
  })

  test('[OP2] are restored as often as anybody likes', async () => {
    const before = (await list(clinic.here)).find(({ id }) => id === 'home')
    await write('home', OURS)
    for (const reply of [await restore('home'), await restore('home')])
      expect(reply.body.plans.find(({ id }) => id === 'home')).toEqual(before)
  })

  test('[OP2] a purpose stays what it is: it is based on itself alone', async () => {
    expect((await write('home', { ...OURS, basedOn: 'talking' })).code).toBe('request/invalid')
  })
})

describe('a plan of their own', () => {
  test('[OP3] has a name, and is based on a purpose of the catalogue', async () => {
    const own = await make()
    expect(own).toEqual({ ...PLAN, id: own.id, checklist: [] })
    expect(own.id).toMatch(/^own-[0-9a-f]{12}$/)
    const post = (body: unknown) => clinic.administrator.call('POST', '/api/staff/plans', body)
    expect((await post({ ...PLAN, basedOn: 'no-such-plan' })).code).toBe('plan/not-found')
    expect((await post({ ...PLAN, basedOn: own.id })).code).toBe('plan/not-found')
    expect((await post({ ...PLAN, wording: { ...PLAN.wording, name: ' ' } })).code).toBe('plan/name-needed')
    expect((await write(own.id, { ...PLAN, wording: NO_WORDING })).code).toBe('plan/name-needed')
    expect((await write('own-000000000000', PLAN)).code).toBe('plan/not-found')
  })

  test('[OP4] that is taken away leaves nobody without a plan: what used it goes on with what it was based on', async () => {
    const own = await make()
    await server.sql("update areas set own = jsonb_build_object('planId', $1::text) where id = $2", [
      own.id,
      clinic.area.id,
    ])
    const byArea = await waitingPatient(clinic)
    const { checklist: _, ...told } = own
    expect(byArea.opened.plan).toEqual(told)
    const chosen = await waitingPatient(clinic)
    await choose(chosen.visitId, 'skin')
    await choose(chosen.visitId, own.id)
    await chosen.page.hear('visit', ({ view }) => view.plan.wording.name === 'Frame walkers')
    const reply = await restore(own.id)
    expect(reply.body.plans.some(({ id }) => id === own.id)).toBe(false)
    for (const { page } of [byArea, chosen])
      await page.hear('visit', ({ view }) => view.plan.id === 'walking-and-balance' && view.plan.wording.name === null)
    expect((await restore(own.id)).code).toBe('plan/not-found')
    const rows = await server.sql("select own->>'planId' as plan from areas where id = $1", [clinic.area.id])
    expect(rows).toEqual([{ plan: 'walking-and-balance' }])
  })

  test('[OP4] also when it is chosen at the very moment', async () => {
    for (let round = 0; round < 10; round++) {
      const [own, person] = [await make(), await waitingPatient(clinic)]
      const [chosen, gone] = await Promise.all([choose(person.visitId, own.id), restore(own.id)])
      expect(gone.status).toBe(200)
      expect(chosen.code ?? 'chosen').toMatch(/^(chosen|plan\/not-found)$/)
      const rows = await server.sql<{ plan: string | null }>('select plan_id as plan from visits where id = $1', [
        person.visitId,
      ])
      expect(rows[0]?.plan).toBe(chosen.status === 200 ? 'walking-and-balance' : null)
    }
  })
})

test("[OP5] no organisation sees, changes or takes away another's", async () => {
  const own = await make()
  await write('home', { ...PLAN, basedOn: 'home' })
  const other = clinic.otherAdministrator
  expect(JSON.stringify(await list(other))).not.toMatch(/own-|Frame walkers/)
  expect((await write(own.id, PLAN, other)).code).toBe('plan/not-found')
  expect((await restore(own.id, other)).code).toBe('plan/not-found')
  await restore('home', other)
  const ours = await list(clinic.here)
  expect(ours.filter(({ wording }) => wording.name === 'Frame walkers').map(({ id }) => id)).toEqual(['home', own.id])
})

test('[OP7] items of the checklist of their own reach who sees the patient, and nothing of them the patient', async () => {
  const items = [
    { id: 'own.0123abcd', phase: 'examination', text: 'Asked about falls', records: true },
    { id: 'own.0123abce', phase: 'closing', text: 'Gave the exercise sheet', records: false },
  ] as const
  await write('talking', { ...PLAN, basedOn: 'talking', checklist: items })
  expect((await list(clinic.here)).find(({ id }) => id === 'talking')?.checklist).toEqual(items)
  const person = await waitingPatient(clinic)
  const console = await openConsole(clinic.here)
  await join(clinic.here, console, person.visitId)
  await choose(person.visitId, 'talking')
  const seen = await console.hear('consultation', ({ view }) => view.plan.id === 'talking')
  expect(seen.view.plan.checklist).toEqual(items)
  const tick = (item: string) =>
    clinic.here.call('PUT', `/api/staff/visits/${person.visitId}/checklist/${item}`, { done: true, value: 'none' })
  expect((await tick('own.0123abcd')).status).toBe(200)
  expect((await tick('own.falls')).code).toBe('request/not-found')
  await console.hear('consultation', ({ view }) => view.checklist.some(({ item }) => item === 'own.0123abcd'))
  const told = await person.page.hear('visit', ({ view }) => view.plan.id === 'talking')
  expect(JSON.stringify(told)).not.toMatch(/Asked about falls|checklist/)
})

test('[OP7] an item without words, one too many and one under a name of the product are refused', async () => {
  const item = (number: number) => ({
    id: `own.0000000${number.toString(16)}`,
    phase: 'opening',
    text: 'a',
    records: false,
  })
  const with_ = (checklist: unknown) => write('talking', { ...PLAN, basedOn: 'talking', checklist })
  expect((await with_([{ ...item(1), text: '  ' }])).code).toBe('request/invalid')
  expect((await with_([{ ...item(1), id: 'open.id' }])).code).toBe('request/invalid')
  expect((await with_(Array.from({ length: 13 }, (_, number) => item(number)))).code).toBe('request/invalid')
  expect((await with_(Array.from({ length: 12 }, (_, number) => item(number)))).status).toBe(200)
})

test('[OP6] what is written is what open pages show at once: who waits, who is seen, and who sees them', async () => {
  const waiting = await waitingPatient(clinic)
  const seen = await waitingPatient(clinic)
  const console = await openConsole(clinic.here)
  await join(clinic.here, console, seen.visitId)
  await write('talking', { ...PLAN, basedOn: 'talking', view: 'family' })
  const written = ({ plan }: Pick<PatientView, 'plan'>) => plan.id === 'talking' && plan.view === 'family'
  for (const { page } of [waiting, seen])
    expect((await page.hear('visit', ({ view }) => written(view))).view.plan.wording.name).toBe('Frame walkers')
  await console.hear('consultation', ({ view }) => written(view))
})
