import { describe, expect, test } from 'vitest'
import { fakeConsultation as setUp, ticket, VISIT } from './fake-consultation.ts'
import { settled } from './fake-time.ts'
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
    tell({ type: 'call.offered', ticket: ticket('again') })
    expect(engines[0]?.told.closed).toBe(true)
    expect(model.engine.get()?.callId).toBe('again')
    expect(engines[1]?.told.flowing).toBe(true)
  })

  test('[CS14] signals that come before their engine wait for it; others never reach it', () => {
    const { tell, engines } = setUp('prepared')
    const candidate = { candidate: { candidate: 'candidate:1' } }
    tell({ type: 'call.signal', callId: 'again', payload: candidate })
    tell({ type: 'call.signal', callId: 'foreign', payload: { candidate: null } })
    tell({ type: 'call.offered', ticket: ticket('again') })
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

describe('a newer window', () => {
  test('[CS18] takes over: this one sends and shows nothing, and can have the call back', async () => {
    const { model, tell, engines, press, attaches } = setUp('prepared')
    tell({ type: 'taken-over' })
    expect(model.stage.get()).toEqual({ kind: 'taken-over' })
    expect(engines[0]?.told).toMatchObject({ closed: true, flowing: false })
    expect(model.actions.get()).toEqual({ ...NO_ACTIONS, useThisPage: expect.any(Function) })
    tell({ type: 'call.offered', ticket: ticket('not ours') })
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
