import { describe, expect, it } from 'vitest'
import type { QueueVisit } from '#contract/visit'
import { fakeEngine, fakeLocal } from '../../../../test/call/fake-call.ts'
import { fakeAsk, fakeConnection, idOf, someVisit } from '../../../../test/staff/fake-connection.ts'
import { JOIN, settle, setUp, ticket, VISIT, view } from '../../../../test/staff/fake-join.ts'
import { createCallRegistry } from '../../call/call-registry.ts'
import { remoteStream } from '../../call/stage/one-remote.ts'
import { createStore } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import { createJoin } from './join-model.ts'

describe('the confirmation before a join', () => {
  it('[D21] prepares a path on which nothing flows', async () => {
    const { model, connection, engines } = setUp()
    await settle()
    expect(connection.said[0]).toEqual({ type: 'call.prepare', visitId: VISIT })
    expect(engines[0]?.told).toMatchObject({ flowing: false, outgoing: { camera: { audio: null, video: null } } })
    expect(model.state.get()).toMatchObject({ kind: 'asking', prepared: true, patientThere: true })
  })

  it('[CS80] whoever was named before is joined as soon as the path is ready, once, and not while they are away', async () => {
    const { server, joined } = setUp(someVisit(1), null, undefined, true)
    expect(server.asked).toEqual([])
    await settle()
    expect(server.asked).toHaveLength(1)
    expect(joined).toHaveLength(1)
    const away = setUp(someVisit(1, { awaySince: 1 }), null, undefined, true)
    await settle()
    expect(away.model.state.get()).toMatchObject({ kind: 'asking', patientThere: false })
    expect(away.server.asked).toEqual([])
  })

  it('[D21] nothing of the own picture and sound leaves with the press: the patient is called first', async () => {
    const { join, server, engines, joined, flowingWhenJoined, calls } = setUp()
    await settle()
    expect(engines[0]?.told.flowing).toBe(false)
    join()
    expect(engines[0]?.told.flowing).toBe(false)
    await settle()
    expect(server.asked).toEqual([
      { method: 'POST', url: `/api/staff/visits/${VISIT}/join`, body: { pageId: 'page', callId: idOf(50) } },
    ])
    expect(flowingWhenJoined).toEqual([false])
    expect(joined).toMatchObject([{ view, ticket: { callId: idOf(50) } }])
    expect(calls.enginesOf(VISIT)).toEqual([engines[0]])
  })

  it('[D21] the place of their picture is made once their page has answered, and not before', async () => {
    const { model, connection, engines } = setUp()
    const answer = () =>
      connection.tell({
        type: 'call.signal',
        visitId: VISIT,
        callId: idOf(50),
        from: 'remote',
        to: 'own',
        payload: { description: { type: 'answer', sdp: 'v=0' } },
      })
    await settle()
    engines[0]?.send({ description: { type: 'offer', sdp: 'v=0' } })
    expect(model.stream.get()).toBeNull()
    answer()
    expect(engines[0]?.heard).toHaveLength(1)
    expect(model.stream.get()).toBe(remoteStream(engines[0]?.state.get()))
    model.close()
    answer()
    expect(model.stream.get()).toBeNull()
  })

  it('[D21] what the camera gives later reaches the prepared path', async () => {
    const { engines, local } = setUp()
    await settle()
    const track = { kind: 'video' } as MediaStreamTrack
    local.state.update((now) => ({ ...now, video: track }))
    expect(engines[0]?.told.outgoing?.camera?.video).toBe(track)
  })

  it('[D22] leaving releases the path', async () => {
    const { model, engines, released } = setUp()
    await settle()
    model.close()
    expect(released()).toEqual([idOf(50)])
    expect(engines[0]?.told.closed).toBe(true)
  })

  it('[D22] leaving before the answer came releases what is then answered', async () => {
    const { model, engines, released } = setUp()
    model.close()
    await settle()
    expect(released()).toEqual([idOf(50)])
    expect(engines).toEqual([])
  })

  it('[D22] after a join, closing the confirmation leaves the call alone', async () => {
    const { model, join, engines, released } = setUp()
    await settle()
    join()
    await settle()
    model.close()
    expect(released()).toEqual([])
    expect(engines[0]?.told.closed).toBe(false)
  })

  it('[D44] signed out before the call’s screen is there: nothing of the call opens, and no picture or sound goes on', async () => {
    for (const moment of ['before the answer', 'after it']) {
      const late: (() => void)[] = []
      const { model, join, joined, engines } = setUp(someVisit(1), null, (run) => late.push(run))
      await settle()
      join()
      if (moment === 'after it') await settle()
      model.end()
      await settle()
      late[0]?.()
      expect([moment, joined, engines.length]).toEqual([moment, [], 1])
      expect(engines[0]?.told).toMatchObject({ flowing: false, closed: true })
    }
  })

  it('[D21] the call’s screen waits a moment for the first picture, and no longer', async () => {
    for (const come of ['picture', 'time'] as const) {
      const late: (() => void)[] = []
      const { model, join, joined } = setUp(someVisit(1), null, (run) => late.push(run))
      await settle()
      join()
      await settle()
      expect(joined).toEqual([])
      if (come === 'picture') model.pictureSeen()
      else late[0]?.()
      expect(joined).toHaveLength(1)
      late[0]?.()
      expect(joined).toHaveLength(1)
    }
  })

  it('[D21] a join that failed sends nothing until it is tried again', async () => {
    const { join, server, engines } = setUp()
    server.replies[JOIN] = new Refusal('server/busy', {})
    await settle()
    join()
    await settle()
    expect(engines[0]?.told).toMatchObject({ flowing: false, closed: false })
  })

  it('[D22] what is being joined cannot be left half way', async () => {
    const { model, join, engines, joined, released } = setUp()
    await settle()
    join()
    model.close()
    await settle()
    expect(released()).toEqual([])
    expect(engines[0]?.told).toMatchObject({ flowing: false, closed: false })
    expect(joined).toHaveLength(1)
  })

  it('[D23] whoever comes second is told who has the patient', async () => {
    const { model, join, server, engines, joined, released } = setUp()
    server.replies[JOIN] = new Refusal('visit/with-somebody-else', { name: 'Dr Lee' })
    await settle()
    join()
    await settle()
    expect(model.state.get()).toEqual({ kind: 'with-somebody-else', name: 'Dr Lee' })
    expect(joined).toEqual([])
    expect(engines[0]?.told).toMatchObject({ flowing: false, closed: true })
    expect(released()).toEqual([idOf(50)])
  })

  it('[D23] the queue may tell it before the press', async () => {
    const { model, shown, released } = setUp()
    await settle()
    shown.set(someVisit(1, { status: 'being-seen', practitioner: { id: 'lee', name: 'Dr Lee' } }))
    expect(model.state.get()).toEqual({ kind: 'with-somebody-else', name: 'Dr Lee' })
    expect(released()).toEqual([idOf(50)])
  })

  it('[D23] a press meant for Join does not close what tells who has the patient', async () => {
    const { model, shown, clock } = setUp()
    await settle()
    expect(model.mayClose()).toBe(true)
    shown.set(someVisit(1, { status: 'being-seen', practitioner: { id: 'lee', name: 'Dr Lee' } }))
    expect(model.mayClose()).toBe(false)
    clock.now += 800
    expect(model.mayClose()).toBe(true)
  })

  it('[D22] somebody who left is nobody to join', async () => {
    const { model, shown, released } = setUp()
    await settle()
    shown.set(null)
    expect(model.state.get()).toEqual({ kind: 'gone' })
    expect(released()).toEqual([idOf(50)])
  })

  it('[D23] an own snapshot that overtakes the answer is no refusal', async () => {
    const { model, join, shown, joined } = setUp()
    await settle()
    join()
    shown.set(someVisit(1, { status: 'being-seen', practitioner: { id: 'me', name: 'Dr Khan' } }))
    expect(model.state.get()).toEqual({ kind: 'joining' })
    await settle()
    expect(joined).toHaveLength(1)
  })

  it('[D24] another call than the prepared one gets a path of its own', async () => {
    const { join, server, engines, calls } = setUp()
    server.replies[JOIN] = { view, ticket: ticket(idOf(60)) }
    await settle()
    join()
    await settle()
    expect(engines.map((engine) => [engine.callId, engine.told.closed, engine.told.flowing])).toEqual([
      [idOf(50), true, false],
      [idOf(60), false, false],
    ])
    expect(calls.enginesOf(VISIT)).toEqual([engines[1]])
  })

  it('[D24] a failed preparation stops no join', async () => {
    const { model, join, server, joined } = setUp(someVisit(1), new Refusal('offline'))
    await settle()
    expect(model.state.get()).toMatchObject({ kind: 'asking', prepared: false })
    join()
    await settle()
    expect(server.asked[0]?.body).toEqual({ pageId: 'page', callId: null })
    expect(joined).toHaveLength(1)
  })

  it('[D24] pressed before a path was prepared, the path begins while the join is still stored', async () => {
    const { join, connection, server, engines, calls } = setUp(someVisit(1), new Refusal('offline'))
    await settle()
    connection.tell({ type: 'call.offered', ticket: ticket(idOf(70)), prepared: false })
    expect(engines).toEqual([])
    server.replies[JOIN] = { view, ticket: ticket(idOf(70)) }
    join()
    connection.tell({ type: 'call.offered', ticket: ticket(idOf(70)), prepared: false })
    expect(engines.map((engine) => [engine.callId, engine.told.flowing])).toEqual([[idOf(70), false]])
    await settle()
    expect(engines).toHaveLength(1)
    expect(calls.enginesOf(VISIT)).toEqual([engines[0]])
  })

  it.each([
    ['before the answer', true],
    ['between the answer and the first picture', false],
  ])('[D24] a call that is offered %s takes the place of the one answered with', async (_, before) => {
    let goOn = () => {}
    const { join, connection, server, engines, joined, calls } = setUp(someVisit(1), null, (run) => {
      goOn = run
    })
    server.replies[JOIN] = { view, ticket: ticket(idOf(60)) }
    await settle()
    join()
    if (before) connection.tell({ type: 'call.offered', ticket: ticket(idOf(70)), prepared: false })
    await settle()
    if (!before) connection.tell({ type: 'call.offered', ticket: ticket(idOf(70)), prepared: false })
    connection.tell({
      type: 'call.signal',
      visitId: VISIT,
      callId: idOf(70),
      from: 'remote',
      to: 'own',
      payload: { candidate: null },
    })
    goOn()
    expect(joined.map(({ ticket }) => ticket?.callId)).toEqual([idOf(70)])
    expect(calls.enginesOf(VISIT).map(({ callId }) => callId)).toEqual([idOf(70)])
    const newest = engines.at(-1)
    expect(newest?.told).toMatchObject({ flowing: false, closed: false })
    expect(newest?.heard).toEqual([{ candidate: null }])
    expect(engines.slice(0, -1).every((engine) => engine.told.closed)).toBe(true)
  })

  it('[D24] what was offered to a join that was refused is nothing to the next', async () => {
    const { join, connection, server, joined } = setUp()
    server.replies[JOIN] = new Refusal('offline')
    await settle()
    join()
    connection.tell({ type: 'call.offered', ticket: ticket(idOf(70)), prepared: false })
    await settle()
    server.replies[JOIN] = { view, ticket: ticket(idOf(60)) }
    join()
    await settle()
    expect(joined.map(({ ticket }) => ticket?.callId)).toEqual([idOf(60)])
  })

  it('[D24] pressing twice joins once', async () => {
    const { join, model, server } = setUp()
    await settle()
    const now = model.state.get()
    join()
    if (now.kind === 'asking') now.join()
    await settle()
    expect(server.asked).toHaveLength(1)
  })

  it('a server out of reach is told, and joining can be tried again', async () => {
    const { model, join, server, joined } = setUp()
    server.replies[JOIN] = new Refusal('offline')
    await settle()
    join()
    await settle()
    expect(model.state.get()).toMatchObject({ kind: 'refused', refusal: { code: 'offline' } })
    server.replies[JOIN] = { view, ticket: ticket(idOf(50)) }
    join()
    await settle()
    expect(joined).toHaveLength(1)
  })

  it('[D25] a patient who comes back gets a new path', async () => {
    const { model, shown, connection, engines, prepared } = setUp(someVisit(1, { awaySince: 5 }))
    await settle()
    expect(model.state.get()).toMatchObject({ patientThere: false })
    connection.answers['call.prepare'] = { ticket: ticket(idOf(51)), patientThere: true }
    shown.set(someVisit(1))
    await settle()
    expect(prepared()).toBe(2)
    expect(model.state.get()).toMatchObject({ kind: 'asking', patientThere: true })
    expect(engines.map((engine) => engine.told.closed)).toEqual([true, false])
  })

  it('[D26] signals reach the prepared engine, the early ones too, and leave with it', async () => {
    const { connection, engines, model, calls } = setUp()
    const payload = { candidate: null }
    connection.tell({ type: 'call.signal', visitId: VISIT, callId: idOf(50), from: 'remote', to: 'own', payload })
    connection.tell({ type: 'call.signal', visitId: VISIT, callId: idOf(99), from: 'remote', to: 'own', payload })
    await settle()
    expect(engines[0]?.heard).toEqual([payload])
    model.close()
    connection.tell({ type: 'call.signal', visitId: VISIT, callId: idOf(50), from: 'remote', to: 'own', payload })
    expect(engines[0]?.heard).toEqual([payload])
    expect(calls.dropped()).toBe(1)
  })

  it('asks for camera and microphone when they were never asked for', async () => {
    const untried = fakeLocal({ camera: 'not-asked', microphone: 'not-asked' })
    const connection = fakeConnection()
    connection.answers['call.prepare'] = new Refusal('offline')
    createJoin({
      connection,
      calls: createCallRegistry(connection, untried, (given) => fakeEngine(given, {} as MediaStream)),
      apiCall: fakeAsk().apiCall,
      local: untried,
      pageId: 'page',
      visit: createStore<QueueVisit | null>(someVisit(1)),
      visitId: VISIT,
      myId: 'me',
      onJoined() {},
    })
    expect(untried.asked).toEqual(['request camera microphone'])
  })
})
