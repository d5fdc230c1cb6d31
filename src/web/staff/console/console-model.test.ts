import { describe, expect, it } from 'vitest'
import type { AreaQueue } from '#contract/visit'
import { fakeAsk, idOf, someArea, someVisit } from '../../../../test/staff/fake-connection.ts'
import { createStore } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import { createPlanCatalogue } from '../plans/plan-catalogue-model.ts'
import { readDelay } from './area-actions.ts'
import type { AreaChoice } from './area-choice.ts'
import { type ConsolePorts, createConsole } from './console-model.ts'

function setUp(
  areas: readonly AreaQueue[],
  areaChoice: AreaChoice = null,
  me: ConsolePorts['me'] = { personId: 'me' },
) {
  const ports = {
    areas: createStore<readonly AreaQueue[] | null>(areas),
    now: createStore(10 * 60_000),
    fresh: createStore<ReadonlyMap<string, number>>(new Map()),
  }
  const server = fakeAsk()
  let count = 0
  const chosen: AreaChoice[] = []
  const taken: string[] = []
  const kept: unknown[] = []
  const console = createConsole({
    ...ports,
    me,
    apiCall: server.apiCall,
    keepEarlier: (...all) => kept.push(all),
    plans: createPlanCatalogue(server.apiCall),
    newId: () => `id-${++count}`,
    areaChoice,
    onAreas: (choice) => chosen.push(choice),
    onTaken: (visitId) => taken.push(visitId),
  })
  const names = () => console.desk.get()?.lines.map((line) => line.visit.firstName)
  return { ...ports, server, console, names, chosen, taken, kept }
}

/** What was asked has been answered. */
const settled = () => new Promise<void>((resolve) => setTimeout(resolve))

const first = someArea(1, [someVisit(1), someVisit(2)])
const second = someArea(2, [someVisit(3)])

describe('the console', () => {
  it('[D34] shows all areas as one queue, and what was shown last when that is still there', () => {
    expect(setUp([first, second]).names()).toEqual(['First1', 'First2', 'First3'])
    expect(setUp([first, second], [second.areaId]).names()).toEqual(['First3'])
    expect(setUp([first, second], [idOf(1)]).names()).toEqual(['First1', 'First2', 'First3'])
  })

  it('[D34] the choice is kept; all of them is all of those to come, too', () => {
    const { console, chosen, areas, names } = setUp([first, second])
    console.showOnly(second.areaId)
    console.toggleArea(first.areaId)
    expect(chosen).toEqual([[second.areaId], null])
    areas.set([first, second, someArea(3, [someVisit(9)])])
    expect(names()).toContain('First9')
    console.toggleArea(first.areaId)
    expect(names()).toEqual(['First3', 'First9'])
  })

  it('[D35] narrows the queue, and counts all of it', () => {
    const seen = someVisit(4, { status: 'being-seen', practitioner: { id: 'lee', name: 'Dr Lee' } })
    const { console, names } = setUp([first, someArea(2, [someVisit(3, { awaySince: 0 }), seen])])
    console.setFilter({ state: 'with' })
    expect(names()).toEqual(['First4'])
    console.setFilter({ search: 'nobody' })
    expect(console.desk.get()).toMatchObject({
      lines: [],
      filtering: true,
      everybody: 4,
      counts: { waiting: 2, away: 1, with: 1, 'on-hold': 0 },
    })
    console.clearFilter()
    expect(names()).toHaveLength(4)
  })

  it('[D14] [D35] what is looked for is drawn in its true order at once', () => {
    const { console, areas, names } = setUp([first])
    console.setResting(true)
    console.setFilter({ search: 'First' })
    areas.set([someArea(1, [someVisit(2), someVisit(1)])])
    console.setFilter({ search: 'First2' })
    expect(names()).toEqual(['First2'])
  })

  it('[D36] one of several is opened beside the queue of all', () => {
    const { console, names } = setUp([first, second])
    expect(console.area.get()).toBeNull()
    console.openArea(second.areaId)
    expect(console.desk.get()?.area?.queue.name).toBe('Area 2')
    expect(console.area.get()).not.toBeNull()
    expect(names()).toHaveLength(3)
    console.openArea(null)
    expect(console.desk.get()?.area).toBeNull()
    console.showOnly(first.areaId)
    expect(console.desk.get()?.area?.queue.name).toBe('Area 1')
  })

  it('[RO2] whoever joins nobody in the areas that are shown is not told to press Join', () => {
    const [mine, helped] = [someArea(1, []), someArea(2, [])]
    const role = (id: string, roles: NonNullable<ConsolePorts['me']['areas']>[number]['roles']) => ({
      ...{ id, slug: '', name: '', serviceName: '', staffSupport: '' },
      roles,
    })
    const { console } = setUp([mine, helped], null, {
      personId: 'me',
      areas: [role(mine.areaId, ['practitioner']), role(helped.areaId, ['receptionist'])],
    })
    expect(console.desk.get()?.joins).toBe(true)
    console.showOnly(helped.areaId)
    expect(console.desk.get()?.joins).toBe(false)
  })

  it('[D37] [D39] the next patient is taken in the drop-in areas that are shown, where this person joins visits', async () => {
    const dropIn = (count: number) => ({ ...someArea(count, [someVisit(count)]), dropIn: true })
    const role = (id: string, roles: NonNullable<ConsolePorts['me']['areas']>[number]['roles']) => ({
      ...{ id, slug: '', name: '', serviceName: '' },
      staffSupport: '',
      roles,
    })
    const [one, two, three] = [dropIn(1), dropIn(2), someArea(3, [someVisit(3)])]
    const { console, server, taken } = setUp([one, two, three], null, {
      personId: 'me',
      areas: [
        role(one.areaId, ['practitioner']),
        role(two.areaId, ['receptionist']),
        role(three.areaId, ['practitioner']),
      ],
    })
    expect(console.desk.get()?.next).toMatchObject({ waiting: 1, areas: [{ queue: { name: 'Area 1' } }] })
    server.replies['POST /api/staff/visits/next'] = { visitId: idOf(1) }
    console.takeNext()
    await settled()
    expect(server.asked).toEqual([{ method: 'POST', url: '/api/staff/visits/next', body: { areaIds: [one.areaId] } }])
    expect(taken).toEqual([idOf(1)])
    console.showOnly(three.areaId)
    expect(console.desk.get()?.next).toBeNull()
  })

  it('[D39] [Q17] that nobody is there to be taken is said until the queue changes, and so is a refusal', async () => {
    const { console, server, taken, areas } = setUp([{ ...first, dropIn: true }])
    server.replies['POST /api/staff/visits/next'] = { visitId: null }
    console.takeNext()
    await settled()
    expect(console.next.taking.get()).toEqual({ kind: 'nobody' })
    // [Q17] Somebody has come since.
    areas.set([{ ...first, dropIn: true }])
    expect(console.next.taking.get()).toEqual({ kind: 'idle' })
    server.replies['POST /api/staff/visits/next'] = new Refusal('offline')
    console.takeNext()
    await settled()
    expect(console.next.taking.get()).toMatchObject({ kind: 'refused', refusal: { code: 'offline' } })
    expect(taken).toEqual([])
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
    console.showOnly(second.areaId)
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
    expect(console.removal.request.get()).toMatchObject({ kind: 'refused', refusal: { code: 'visit/not-waiting' } })
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
    expect(about.planning.request.get()).toMatchObject({ kind: 'refused', refusal: { code: 'plan/not-found' } })
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
