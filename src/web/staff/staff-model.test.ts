import { describe, expect, it } from 'vitest'
import { fakeClock, fakeConnection, someArea, someVisit } from '../../../test/staff/fake-connection.ts'
import { Refusal } from '../net/api.ts'
import type { Connection } from '../net/socket.ts'
import { createStaffModel } from './staff-model.ts'

async function setUp() {
  const clock = fakeClock()
  const connection = fakeConnection()
  connection.link.set('connecting')
  let open: ((connection: Connection) => Promise<void>) | null = null
  const events: string[] = []
  const staff = createStaffModel({
    connect(onOpen) {
      open = onOpen
      return connection
    },
    clock,
    pageId: 'page-0123456789abcdef',
    checkSession: () => events.push('check'),
    onSignedOut: () => events.push('signed out'),
    onLocked: () => events.push('locked'),
  })
  const opens = async () => {
    await open?.(connection)
    connection.link.set('open')
  }
  const server = clock.now() + 5 * 60_000
  connection.answers['staff.open'] = { areas: [someArea(1, [someVisit(1)], server), someArea(2, [], server)] }
  await opens()
  return { clock, connection, staff, opens, events, server }
}

describe('the page of somebody who is signed in', () => {
  it('[D16] takes a fresh snapshot of every area after each reconnection', async () => {
    const { connection, staff, opens } = await setUp()
    connection.answers['staff.open'] = { areas: [someArea(1, []), someArea(2, [someVisit(9)])] }
    connection.link.set('lost')
    expect(staff.areas.get()?.[0]?.visits).toHaveLength(1)
    await opens()
    expect(staff.areas.get()?.map((area) => area.visits.length)).toEqual([0, 1])
    expect(connection.said).toEqual([
      { type: 'staff.open', pageId: 'page-0123456789abcdef' },
      { type: 'staff.open', pageId: 'page-0123456789abcdef' },
    ])
  })

  it('[PE7] other rights: what is not theirs any more goes at once, and the page opens again', async () => {
    const { connection, staff, events } = await setUp()
    connection.answers['staff.open'] = { areas: [{ ...someArea(1, []), limitedView: true }] }
    connection.tell({ type: 'rights-changed' })
    expect(staff.areas.get()).toBeNull()
    expect(events).toEqual(['check'])
    await expect.poll(() => staff.areas.get()).toMatchObject([{ limitedView: true }])
  })

  it('[D16] an opening that fails keeps the older queue', async () => {
    const { connection, staff, opens } = await setUp()
    connection.answers['staff.open'] = new Refusal('offline')
    await expect(opens()).rejects.toThrow(Refusal)
    expect(staff.areas.get()?.[0]?.visits).toHaveLength(1)
  })

  it('[D11] counts by the server and moves on between snapshots', async () => {
    const { clock, staff, server, connection } = await setUp()
    expect(staff.now.get()).toBe(server)
    clock.pass(10_000)
    expect(staff.now.get()).toBe(server + 10_000)
    connection.tell({ type: 'area', view: someArea(1, [], server + 60_000) })
    expect(staff.now.get()).toBe(server + 60_000)
  })

  it('a snapshot replaces its own area and no other', async () => {
    const { connection, staff } = await setUp()
    connection.tell({ type: 'area', view: someArea(2, [someVisit(5), someVisit(6)]) })
    expect(staff.areas.get()?.map((area) => area.visits.length)).toEqual([1, 2])
  })

  it('[Q9] a visit that changed replaces itself in its own queue, and one that is gone leaves it', async () => {
    const { connection, staff, server } = await setUp()
    const news = { areaId: someArea(1, []).areaId, visits: [someVisit(1, { sound: 'none' }), someVisit(3)], gone: [] }
    connection.tell({ type: 'queue', news: { ...news, now: server + 1000, revision: server + 1000 } })
    expect(staff.areas.get()?.map(({ visits }) => visits.map(({ sound }) => sound))).toEqual([['none', 'works'], []])
    expect(staff.now.get()).toBe(server + 1000)
    connection.tell({
      type: 'queue',
      news: { ...news, visits: [], gone: [someVisit(1).id], now: server, revision: server },
    })
    expect(staff.areas.get()?.[0]?.visits.map(({ id }) => id)).toEqual([someVisit(3).id])
  })

  it('[D16] [Q9] what is heard while a page opens is not lost, and what is older than the answer not shown', async () => {
    const { connection, staff, opens, server } = await setUp()
    const { areaId } = someArea(1, [])
    connection.answers['staff.open'] = { areas: [someArea(1, [someVisit(1)], server + 500), someArea(2, [])] }
    const opening = opens()
    const { firstName } = someVisit(1)
    const glimpse = someVisit(1, { firstName: '', lastName: '' })
    connection.tell({
      type: 'queue',
      news: { areaId, visits: [glimpse], gone: [], now: server + 499, revision: server + 499 },
    })
    connection.tell({
      type: 'queue',
      news: { areaId, visits: [someVisit(2)], gone: [], now: server + 500, revision: server + 500 },
    })
    await opening
    expect(staff.areas.get()?.[0]?.visits.map((visit) => visit.firstName)).toEqual([firstName, someVisit(2).firstName])
    connection.tell({ type: 'area', view: someArea(1, [], server + 600) })
    expect(staff.areas.get()?.[0]?.visits).toEqual([])
  })

  it('[LV10] a clock that was set back while a page opens loses nothing of what it heard', async () => {
    const { connection, staff, opens, server } = await setUp()
    const { areaId } = someArea(1, [])
    connection.answers['staff.open'] = { areas: [someArea(1, [someVisit(1)], server), someArea(2, [])] }
    const opening = opens()
    const news = { areaId, visits: [someVisit(2)], gone: [], now: server - 3_600_000, revision: server + 1 }
    connection.tell({ type: 'queue', news })
    await opening
    expect(staff.areas.get()?.[0]?.visits.map(({ id }) => id)).toEqual([someVisit(1).id, someVisit(2).id])
  })

  it('[M8] a message that is heard while a page opens is not lost, and a locked page keeps none', async () => {
    const { connection, staff, opens } = await setUp()
    const visits = () => staff.areas.get()?.flatMap((area) => area.visits) ?? []
    const [visit] = visits()
    const message = { id: 'm1', from: 'patient', authorName: 'Jo', text: 'Hello', at: 1 } as const
    connection.tell({ type: 'message', visitId: visit?.id ?? '', message })
    expect(visits()[0]?.messages).toEqual([message])
    // A snapshot that was read before it.
    await opens()
    expect(visits()[0]?.messages).toEqual([message])
    staff.keepEarlier(visit?.id ?? '', 'm1', { messages: [{ ...message, id: 'm0', at: 0 }] })
    expect(visits()[0]?.messages.map(({ id }) => id)).toEqual(['m0', 'm1'])
    connection.tell({ type: 'locked' })
    expect(visits()[0]?.messages).toEqual([])
  })

  it('[D15] says since when contact is lost, by the server', async () => {
    const { clock, connection, staff, server } = await setUp()
    clock.pass(5_000)
    connection.link.set('lost')
    clock.pass(60_000)
    expect(staff.contact.get()).toEqual({ kind: 'lost', since: server + 5_000 })
    expect(staff.now.get()).toBe(server + 65_000)
    connection.link.set('open')
    expect(staff.contact.get()).toEqual({ kind: 'open' })
  })

  it('[D8] asks whether it is still signed in while contact is lost, and never otherwise', async () => {
    const { clock, connection, events } = await setUp()
    clock.pass(60_000)
    expect(events).toEqual([])
    connection.link.set('lost')
    clock.pass(3_000)
    expect(events).toEqual(['check'])
    connection.tell({ type: 'signed-out' })
    expect(events).toEqual(['check', 'signed out'])
  })
})
