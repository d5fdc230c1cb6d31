import { describe, expect, test } from 'vitest'
import { fakeEngine } from '../../../../test/call/fake-call.ts'
import { fakeConsultation as setUp, stream, ticket, VISIT } from '../../../../test/call/fake-consultation.ts'
import { settled } from '../../../../test/call/fake-time.ts'
import { createCallRegistry } from '../../call/call-registry.ts'
import { createStore } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import type { Connection } from '../../net/socket.ts'
import { createPractitionerCall } from './practitioner-model.ts'
import type { CallActions } from './practitioner-state.ts'

const can = (actions: CallActions) =>
  Object.entries(actions)
    .filter(([, act]) => act !== null)
    .map(([name]) => name)

describe('beginning', () => {
  test('[CS1] the prepared call goes on at once: flowing, without a new engine or a question', () => {
    const { model, engines, attaches, sounds } = setUp('prepared')
    expect(model.stage.get()).toEqual({ kind: 'call' })
    expect(model.engine.get()).toBe(engines[0])
    expect(engines[0]?.told.flowing).toBe(true)
    expect(engines).toHaveLength(1)
    expect(attaches()).toEqual([])
    expect(sounds).toEqual(['joined'])
  })

  test('[CS10] a page that was opened or reloaded claims the visit and gets a new call', async () => {
    const { model, engines, attaches } = setUp(null)
    expect(model.stage.get()).toEqual({ kind: 'opening' })
    await settled()
    expect(attaches()).toEqual([{ type: 'call.attach', visitId: VISIT, callId: null, claim: true }])
    expect(model.engine.get()).toBe(engines[0])
    expect(engines[0]?.told.flowing).toBe(true)
  })

  test('[CS15] a visit that a colleague holds is refused with their name, and nothing is opened', async () => {
    const world = setUp(null, new Refusal('visit/with-somebody-else', { name: 'Priya Nair' }))
    await settled()
    expect(world.model.stage.get()).toEqual({
      kind: 'refused',
      code: 'visit/with-somebody-else',
      name: 'Priya Nair',
    })
    expect(world.engines).toEqual([])
    expect(can(world.model.actions.get())).toEqual([])
  })

  test('[CS10] an answer that does not come is asked for again', async () => {
    const { model, server, time, attaches } = setUp(null, new Refusal('offline'))
    await settled()
    server.refuse = null
    await time.pass(1000)
    expect(model.stage.get()).toEqual({ kind: 'call' })
    expect(attaches()).toHaveLength(2)
  })

  test('[LK13] locked while it opens, it goes on once it is unlocked', async () => {
    const { model, engines, server, tell, attaches, time } = setUp(null, new Refusal('session/locked'))
    server.locked = true
    server.refuse = null
    await time.pass(1000)
    expect([model.stage.get(), model.view.get(), engines]).toEqual([{ kind: 'opening' }, null, []])
    server.locked = false
    tell({ type: 'unlocked' })
    await settled()
    expect(model.stage.get()).toEqual({ kind: 'call' })
    expect(attaches()).toHaveLength(3)
    expect(engines.map((engine) => engine.told.flowing)).toEqual([true])
  })

  test('[CS10] camera and microphone are asked for when the page has not asked yet, once it is known to be a video call', () => {
    const world = setUp(null)
    expect(world.local.asked).toEqual([])
    world.local.state.set({ ...world.local.state.get(), camera: 'not-asked', microphone: 'not-asked' })
    const connection = { ...fakeConnection(), link: createStore<'open'>('open') }
    const again = createPractitionerCall({
      connection,
      calls: createCallRegistry(connection, world.local, () => fakeEngine(ticket('x'), stream)),
      visitId: VISIT,
      joined: { view: world.server.view, ticket: ticket('x') },
      local: world.local,
      storage: { getItem: () => null, setItem() {}, removeItem() {} },
      keepAwake: () => () => {},
    })
    expect(world.local.asked).toEqual(['request camera microphone'])
    again.close()
  })
})

function fakeConnection(): Omit<Connection, 'link'> {
  return { send: () => new Promise(() => {}), on: () => () => {}, wake() {}, close() {} }
}

describe('hold', () => {
  test('[CS16] picture and sound stop with the press, before the server answers', async () => {
    const { model, engines, press } = setUp('prepared')
    model.actions.get().hold?.()
    expect(engines[0]?.told.flowing).toBe(false)
    expect(model.underWay.get()).toBe('hold')
    await settled()
    expect(model.view.get()?.status).toBe('on-hold')
    expect(engines[0]?.told.flowing).toBe(false)
    expect(can(model.actions.get())).toEqual(['resume', 'sendBack', 'end', 'refresh', 'sendMessage'])
    await press('resume')
    expect(engines[0]?.told.flowing).toBe(true)
  })

  test('[CS16] a hold that was not done says so, and both see and hear each other again', async () => {
    const { model, engines, press, server } = setUp('prepared')
    server.refusePost = new Refusal('offline')
    await press('hold')
    expect(model.trouble.get()).toEqual({ step: 'hold', code: 'offline' })
    expect(engines[0]?.told.flowing).toBe(true)
    model.dismissTrouble()
    expect(model.trouble.get()).toBeNull()
  })

  test('[CS1] a call refreshed on hold carries nothing', async () => {
    const { engines, press } = setUp('prepared')
    await press('hold')
    await press('refresh')
    expect(engines[1]?.told.flowing).toBe(false)
  })

  test('[CS17] a snapshot from before the step does not undo it', async () => {
    const { model, engines, press, tell, server } = setUp('prepared')
    const old = server.view
    await press('hold')
    tell({ type: 'consultation', view: { ...old, status: 'being-seen' } })
    expect(model.view.get()?.status).toBe('on-hold')
    expect(engines[0]?.told.flowing).toBe(false)
  })

  test('[LV10] a server’s clock that was set back holds nothing up', async () => {
    const { model, press, tell, server } = setUp('prepared')
    await press('hold')
    const { revision } = server.view
    tell({
      type: 'consultation',
      view: { ...server.view, status: 'being-seen', now: -3_600_000, revision: revision + 1 },
    })
    expect(model.view.get()?.status).toBe('being-seen')
  })

  test('[CS20] one step at a time: while one is on its way only messages go', () => {
    const { model } = setUp('prepared')
    model.actions.get().end?.()
    expect(can(model.actions.get())).toEqual(['sendMessage'])
  })
})

describe('the end', () => {
  test('[CS19] ending closes the call and leaves the note', async () => {
    const { model, engines, press } = setUp('prepared')
    await press('end')
    expect(model.stage.get()).toEqual({ kind: 'close-out', endedBy: 'practitioner' })
    expect(engines[0]?.told).toMatchObject({ closed: true, flowing: false })
    expect(model.note.get()).not.toBeNull()
    expect(can(model.actions.get())).toEqual([])
  })

  test('[CS19] the patient leaving ends it too', () => {
    const { model, tell, snapshot, sounds } = setUp('prepared')
    tell({ type: 'consultation', view: snapshot({ status: 'ended' }) })
    expect(model.stage.get()).toEqual({ kind: 'close-out', endedBy: 'patient' })
    expect(sounds).toEqual(['joined', 'left'])
  })

  test.each(['visit/already-ended', 'visit/not-held-by-you', 'visit/not-found'] as const)(
    '[CS19] an end that happened while the connection was lost is found on the way back (%s)',
    async (code) => {
      const { model, link, server, engines } = setUp('prepared')
      server.refuse = new Refusal(code)
      link.set('lost')
      link.set('open')
      await settled()
      expect(model.stage.get()).toEqual({ kind: 'close-out', endedBy: 'unseen' })
      expect(engines[0]?.told).toMatchObject({ closed: true, flowing: false })
    },
  )

  test('[CS19] sent back, the call is closed and the page goes', async () => {
    const { model, engines, press } = setUp('prepared')
    await press('sendBack')
    expect(model.stage.get()).toEqual({ kind: 'sent-back' })
    expect(engines[0]?.told.closed).toBe(true)
  })

  test('[CS51] sent back, the reason that was chosen goes to the server; none is no reason', async () => {
    for (const reason of ['technical', undefined] as const) {
      const { model, bodies } = setUp('prepared')
      model.actions.get().sendBack?.(reason)
      expect(bodies.at(-1)).toEqual(reason ? { reason } : {})
    }
  })

  test('[CS19] closing the page closes the engine and listens no more', () => {
    const { model, engines, tell } = setUp('prepared')
    model.close()
    tell({ type: 'call.offered', ticket: ticket('again'), prepared: false })
    expect(engines).toHaveLength(1)
    expect(engines[0]?.told.closed).toBe(true)
  })
})
