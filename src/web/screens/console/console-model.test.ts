import { describe, expect, it } from 'vitest'
import type { AreaQueue } from '#contract/visit'
import { Refusal } from '../../net/api.ts'
import { fakeAsk, idOf, someArea, someVisit } from '../../staff/fake-connection.ts'
import { createStore } from '../../store.ts'
import { createPlanCatalogue } from '../plans/plan-catalogue-model.ts'
import { readDelay } from './area-actions.ts'
import { createConsole } from './console-model.ts'

function setUp(areas: readonly AreaQueue[], lastArea: string | null = null) {
  const ports = {
    areas: createStore<readonly AreaQueue[] | null>(areas),
    now: createStore(10 * 60_000),
    fresh: createStore<ReadonlyMap<string, number>>(new Map()),
  }
  const server = fakeAsk()
  let count = 0
  const chosen: string[] = []
  const console = createConsole({
    ...ports,
    me: { personId: 'me' },
    ask: server.ask,
    plans: createPlanCatalogue(server.ask),
    newId: () => `id-${++count}`,
    lastArea,
    onArea: (id) => chosen.push(id),
  })
  const names = () => console.desk.get()?.lines.map((line) => line.visit.firstName)
  return { ...ports, server, console, names, chosen }
}

const first = someArea(1, [someVisit(1), someVisit(2)])
const second = someArea(2, [someVisit(3)])

describe('the console', () => {
  it('opens the area that was open last, and the first when that is gone', () => {
    expect(setUp([first, second], second.areaId).names()).toEqual(['First3'])
    expect(setUp([first, second], idOf(1)).names()).toEqual(['First1', 'First2'])
  })

  it('[D14] holds the order while somebody points, and settles after', () => {
    const { console, areas, names } = setUp([first])
    console.setResting(true)
    areas.set([someArea(1, [someVisit(2), someVisit(5)])])
    expect(names()).toEqual(['First1', 'First2', 'First5'])
    expect(console.desk.get()).toMatchObject({
      unsettled: true,
      lines: [{ state: { kind: 'gone' }, action: null }, {}, {}],
    })
    console.setResting(false)
    expect(names()).toEqual(['First2', 'First5'])
    expect(console.desk.get()?.unsettled).toBe(false)
  })

  it('[D14] another area is drawn in its true order at once', () => {
    const { console, names } = setUp([first, second])
    console.setResting(true)
    console.chooseArea(second.areaId)
    expect(names()).toEqual(['First3'])
  })

  it('[D14] an area that is no longer served leaves no lines behind', () => {
    const { console, areas, names } = setUp([first, second])
    console.setResting(true)
    areas.set([second])
    expect(names()).toEqual(['First3'])
  })

  it('[D12] the details of somebody who has left close', () => {
    const { console, areas } = setUp([first])
    console.chooseVisit(idOf(1))
    expect(console.desk.get()?.chosen?.visit.id).toBe(idOf(1))
    areas.set([someArea(1, [someVisit(2)])])
    expect(console.desk.get()?.chosen).toBeNull()
  })

  it('shows the consultations of this practitioner from every area', () => {
    const held = someVisit(7, { status: 'on-hold', practitioner: { id: 'me', name: 'Dr Khan' } })
    const { console } = setUp([first, someArea(2, [held])])
    expect(console.desk.get()?.mine.map((visit) => visit.id)).toEqual([idOf(7)])
  })

  it('[D27] what was being written to somebody is still there after looking at another', () => {
    const { console } = setUp([first])
    console.replyTo(idOf(1)).text.set('Please wait')
    console.chooseVisit(idOf(2))
    expect(console.replyTo(idOf(1)).text.get()).toBe('Please wait')
    expect(console.replyTo(idOf(2)).text.get()).toBe('')
  })

  it('a refused removal is told and keeps the person chosen', async () => {
    const { console, server } = setUp([first])
    console.chooseVisit(idOf(1))
    server.replies[`POST /api/staff/visits/${idOf(1)}/remove`] = new Refusal('visit/not-waiting')
    expect(await console.remove(idOf(1))).toBe(false)
    expect(console.removal.doing.get()).toMatchObject({ kind: 'refused', refusal: { code: 'visit/not-waiting' } })
    expect(console.desk.get()?.chosen?.visit.id).toBe(idOf(1))
  })

  it('[D28] suspending needs words for patients, and sends both texts', async () => {
    const { console, server } = setUp([first])
    const area = console.area.get()
    area?.suspensionTexts.set({ patientText: '  ', staffText: 'Fire alarm' })
    expect(area?.suspendable()).toBeNull()
    area?.suspensionTexts.set({ patientText: ' Please phone us. ', staffText: 'Fire alarm' })
    await area?.suspendable()?.()
    expect(server.asked).toEqual([
      {
        method: 'PUT',
        url: `/api/staff/areas/${first.areaId}/suspension`,
        body: { suspended: { patientText: 'Please phone us.', staffText: 'Fire alarm' } },
      },
    ])
  })

  it('[D28] a refused suspension keeps its words', async () => {
    const { console, server } = setUp([first])
    const area = console.area.get()
    server.replies[`PUT /api/staff/areas/${first.areaId}/suspension`] = new Refusal('offline')
    area?.suspensionTexts.set({ patientText: 'Please phone us.', staffText: '' })
    expect(await area?.suspendable()?.()).toBe(false)
    expect(area?.suspensionTexts.get().patientText).toBe('Please phone us.')
  })

  it('[D28] a delay is whole minutes from 1 to 600', () => {
    expect(['1', ' 45 ', '600'].map(readDelay)).toEqual([1, 45, 600])
    expect(['0', '601', '5.5', '-5', 'ten', ''].map(readDelay)).toEqual([null, null, null, null, null, null])
  })
})

describe('the plan of a visit', () => {
  it('[PD5] is sent for this visit; a refusal is told', async () => {
    const { console, server } = setUp([first])
    const visit = first.visits[0]
    if (!visit) throw new Error('nobody waits')
    const about = console.about(visit)
    const url = `/api/staff/visits/${visit.id}/plan`
    expect(await about.choosePlan('skin')).toBe(true)
    expect(server.asked.at(-1)).toEqual({ method: 'PUT', url, body: { planId: 'skin' } })
    server.replies[`PUT ${url}`] = new Refusal('plan/not-found')
    expect(await about.choosePlan('skin')).toBe(false)
    expect(about.planning.doing.get()).toMatchObject({ kind: 'refused', refusal: { code: 'plan/not-found' } })
  })

  it('[PD6] what the patient answers on their page reaches the talk that is open here', () => {
    const { console, areas } = setUp([first])
    const visit = first.visits[0]
    if (!visit) throw new Error('nobody waits')
    const { talk } = console.about(visit)
    const answers = { ...visit.talk.answers, alone: true }
    areas.set([{ ...first, visits: [{ ...visit, talk: { answers, agreed: null } }] }])
    expect(talk.state.get().answers.alone).toBe(true)
  })
})
