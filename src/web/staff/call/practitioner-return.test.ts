import { describe, expect, test } from 'vitest'
import { fakeConsultation as setUp, ticket, VISIT } from '../../../../test/call/fake-consultation.ts'
import { settled } from '../../../../test/call/fake-time.ts'
import { Refusal } from '../../net/api.ts'
import { NO_ACTIONS } from './practitioner-steps.ts'

describe('when the server or the patient’s page comes back', () => {
  test('[CS10] after a reconnection the same call is attached to, its engine is kept, nothing is claimed', async () => {
    const { link, engines, attaches, model } = setUp('prepared')
    link.set('lost')
    expect(engines[0]?.told).toMatchObject({ flowing: true, closed: false })
    link.set('open')
    await settled()
    expect(attaches()).toEqual([{ type: 'call.attach', visitId: VISIT, callId: 'prepared', claim: false }])
    expect(model.engine.get()).toBe(engines[0])
    expect(engines[0]?.told.restarts).toBe(0)
  })

  test('[CS11] the path is tried again only where it does not stand', async () => {
    const { link, engines } = setUp('prepared')
    engines[0]?.state.update((state) => ({ ...state, link: 'reconnecting' }))
    link.set('lost')
    link.set('open')
    await settled()
    expect(engines[0]?.told.restarts).toBe(1)
  })

  test('[CS12] the patient’s page came back anew: a new engine flows, the old one is closed', () => {
    const { tell, engines, model } = setUp('prepared')
    tell({ type: 'call.offered', ticket: ticket('again'), prepared: false })
    expect(engines[0]?.told.closed).toBe(true)
    expect(model.engine.get()?.callId).toBe('again')
    expect(engines[1]?.told.flowing).toBe(true)
  })

  test('[PT6] a call with anybody but the patient of this consultation is not taken', () => {
    const { tell, engines, model } = setUp('prepared')
    tell({ type: 'call.offered', ticket: { ...ticket('again'), remoteId: 'somebody' }, prepared: false })
    expect(model.engine.get()).toBe(engines[0])
    expect(engines[0]?.told.closed).toBe(false)
  })

  test('[CS14] signals that come before their engine wait for it; others never reach it', () => {
    const { tell, engines } = setUp('prepared')
    const candidate = { candidate: { candidate: 'candidate:1' } }
    tell({ type: 'call.signal', visitId: VISIT, callId: 'again', from: 'remote', to: 'own', payload: candidate })
    tell({
      type: 'call.signal',
      visitId: VISIT,
      callId: 'foreign',
      from: 'remote',
      to: 'own',
      payload: { candidate: null },
    })
    tell({ type: 'call.offered', ticket: ticket('again'), prepared: false })
    expect(engines[0]?.heard).toEqual([])
    expect(engines[1]?.heard).toEqual([candidate])
  })

  test('[CS13] refreshing makes a new call with a new engine', async () => {
    const { press, engines, attaches, model } = setUp('prepared')
    await press('refresh')
    expect(attaches()).toEqual([{ type: 'call.attach', visitId: VISIT, callId: null, claim: true }])
    expect(engines[0]?.told.closed).toBe(true)
    expect(model.engine.get()).toBe(engines[1])
    expect(engines[1]?.told.flowing).toBe(true)
  })

  test('[CS13] without the server there is no refreshing', () => {
    const { link, model } = setUp('prepared')
    link.set('lost')
    expect(model.actions.get().refresh).toBeNull()
    expect(model.actions.get().end).not.toBeNull()
  })

  test('[CS9] the patient’s page going and coming is heard', () => {
    const { tell, snapshot, sounds } = setUp('prepared')
    tell({ type: 'consultation', view: snapshot({ awaySince: 5 }) })
    tell({ type: 'consultation', view: snapshot({ awaySince: null }) })
    expect(sounds).toEqual(['joined', 'left', 'joined'])
  })
})

describe('a first path that does not come about', () => {
  const preparing = { link: 'preparing' } as const

  test('[CS41] is looked for in a call made anew, again and again, while the patient is there', async () => {
    const { engines, attaches, time } = setUp('prepared')
    engines[0]?.state.update((state) => ({ ...state, ...preparing }))
    await time.pass(14_900)
    expect(attaches()).toEqual([])
    await time.pass(200)
    const anew = { type: 'call.attach', visitId: VISIT, callId: null, claim: false }
    expect(attaches()).toEqual([anew])
    expect(engines[0]?.told.closed).toBe(true)
    expect(engines[1]?.told).toMatchObject({ closed: false, flowing: true })
    engines[1]?.state.update((state) => ({ ...state, ...preparing }))
    await time.pass(15_000)
    expect(attaches()).toEqual([anew, anew])
  })

  test('[CS41] not while the patient is away or the server is not there; as soon as both are, in its time', async () => {
    const { engines, attaches, time, tell, snapshot, link } = setUp('prepared')
    engines[0]?.state.update((state) => ({ ...state, ...preparing }))
    tell({ type: 'consultation', view: snapshot({ awaySince: 5 }) })
    await time.pass(16_000)
    link.set('lost')
    tell({ type: 'consultation', view: snapshot({ awaySince: null }) })
    await time.pass(15_000)
    expect(attaches()).toEqual([])
    link.set('open')
    await settled()
    expect(attaches()).toMatchObject([{ callId: 'prepared' }])
    await time.pass(15_000)
    expect(attaches()).toMatchObject([{ callId: 'prepared' }, { callId: null, claim: false }])
  })

  test('[CS41] a path that stood, and a call that is over, are left alone', async () => {
    const { engines, attaches, time, press, link } = setUp('prepared')
    engines[0]?.state.update((state) => ({ ...state, link: 'reconnecting' }))
    await time.pass(40_000)
    expect(attaches()).toEqual([])
    await press('refresh')
    engines[1]?.state.update((state) => ({ ...state, ...preparing }))
    await press('end')
    await time.pass(40_000)
    expect(attaches()).toHaveLength(1)
    expect(link.get()).toBe('open')
  })
})

describe('a newer window', () => {
  test('[CS18] takes over: this one sends and shows nothing, and can have the call back', async () => {
    const { model, tell, engines, press, attaches } = setUp('prepared')
    tell({ type: 'taken-over', visitId: VISIT })
    expect(model.stage.get()).toEqual({ kind: 'taken-over' })
    expect(engines[0]?.told).toMatchObject({ closed: true, flowing: false })
    expect(model.actions.get()).toEqual({ ...NO_ACTIONS, useThisPage: expect.any(Function) })
    tell({ type: 'call.offered', ticket: ticket('not ours'), prepared: false })
    expect(engines).toHaveLength(1)
    await press('useThisPage')
    expect(attaches()).toEqual([{ type: 'call.attach', visitId: VISIT, callId: null, claim: true }])
    expect(model.stage.get()).toEqual({ kind: 'call' })
    expect(engines[1]?.told.flowing).toBe(true)
  })

  test('[CS18] a page that merely reconnected gives way to the newer one', async () => {
    const { model, link, server } = setUp('prepared')
    server.holder = false
    link.set('lost')
    link.set('open')
    await settled()
    expect(model.stage.get()).toEqual({ kind: 'taken-over' })
    expect(model.engine.get()).toBeNull()
  })
})

describe('what is about somebody else', () => {
  test('[CS43] a call, a snapshot or a takeover of another visit changes nothing', () => {
    const { model, tell, engines, snapshot } = setUp('prepared')
    const other = { ...ticket('other'), visitId: 'another visit' }
    tell({ type: 'call.offered', ticket: other, prepared: false })
    tell({ type: 'consultation', view: { ...snapshot(), visitId: 'another visit', status: 'ended' } })
    tell({ type: 'taken-over', visitId: 'another visit' })
    expect(engines).toHaveLength(1)
    expect(model.stage.get()).toEqual({ kind: 'call' })
    const shown = model.shown.get()
    expect(shown?.engine?.visitId).toBe(shown?.view.visitId)
  })

  test('[CS43] an answer that names a call of another visit is not taken up', async () => {
    const { model, engines, server, press } = setUp('prepared')
    server.ticketOf = 'another visit'
    await press('refresh')
    expect(engines.every((engine) => engine.visitId === VISIT)).toBe(true)
    expect(model.shown.get()?.engine?.visitId ?? VISIT).toBe(VISIT)
  })
})

describe('a lost answer', () => {
  test.each([['hold', 'on-hold'] as const, ['sendBack', 'waiting'] as const, ['end', 'ended'] as const])(
    '[CS42] to %s is looked at again: what was done is shown as done',
    async (action, status) => {
      const { model, press, server, snapshot } = setUp('prepared')
      server.refusePost = new Refusal('offline')
      server.beforeRefusal = () => void snapshot({ status })
      await press(action)
      expect(model.trouble.get()).toBeNull()
      expect(model.view.get()?.status).toBe(status)
    },
  )

  test.each([['sendBack', 'sent-back'] as const, ['end', 'close-out'] as const])(
    '[CS42] to %s, when the consultation is over by then, leads where its answer would have',
    async (action, kind) => {
      const { model, press, server } = setUp('prepared')
      server.refusePost = new Refusal('offline')
      server.beforeRefusal = () => {
        server.refuse = new Refusal('visit/not-held-by-you')
      }
      await press(action)
      expect(model.stage.get().kind).toBe(kind)
      expect(model.trouble.get()).toBeNull()
    },
  )

  test('[CS42] where nothing was done, that is said and the buttons live', async () => {
    const { model, press, server } = setUp('prepared')
    server.refusePost = new Refusal('offline')
    await press('hold')
    expect(model.trouble.get()).toEqual({ step: 'hold', code: 'offline' })
    expect(model.actions.get().hold).not.toBeNull()
  })
})
