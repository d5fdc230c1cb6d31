import { describe, expect, it } from 'vitest'
import { VISIT as FAKE, fakeConsultation } from '../../../test/call/fake-consultation.ts'
import { settled } from '../../../test/call/fake-time.ts'
import { idOf } from '../../../test/staff/fake-connection.ts'
import { Refusal } from '../net/api.ts'
import { createLeaveCall } from './leave-call.ts'
import { type AddressBar, createRouter } from './router.ts'

const VISIT = idOf(1)

/** A practitioner in a call with Jean, on the page of that call, one step after the console. */
function setUp() {
  const world = fakeConsultation('prepared')
  const steps = ['/staff', `/staff/visits/${VISIT}`]
  const listeners = new Set<() => void>()
  const bar: AddressBar = {
    read: () => ({ path: steps.at(-1) ?? '', hash: '' }),
    push: (path) => void steps.push(path),
    replace: (path) => void steps.splice(-1, 1, path),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const router = createRouter(bar)
  const back = () => {
    steps.pop()
    for (const listener of listeners) listener()
  }
  const leaveCall = createLeaveCall(router, () => world.model)
  return { ...world, router, back, leaveCall }
}

describe('leaving the page of a call', () => {
  it.each(['hold', 'sendBack'] as const)('[D42] Back asks, and after "%s" goes where it was going', async (becomes) => {
    const { router, back, leaveCall, engines, posted } = setUp()
    back()
    expect([router.route.get().page, leaveCall.asked.get()]).toEqual(['visit', true])
    expect(engines[0]?.told).toMatchObject({ closed: false, flowing: true })
    leaveCall.choose(becomes)
    await settled()
    expect(posted).toEqual([becomes === 'hold' ? 'POST hold' : 'POST send-back'])
    expect([router.route.get().page, leaveCall.asked.get()]).toEqual(['console', false])
    expect(engines[0]?.told.flowing).toBe(false)
  })

  it('[D42] after the end the note comes first: the page stays', async () => {
    const { router, leaveCall, model } = setUp()
    router.go('/staff/notes')
    leaveCall.choose('end')
    await settled()
    expect(model.stage.get().kind).toBe('close-out')
    expect(router.route.get().page).toBe('visit')
  })

  it('[D42] staying changes nothing, and what was not done does not leave', async () => {
    const { router, back, leaveCall, server, model } = setUp()
    back()
    leaveCall.stay()
    expect([router.route.get().page, leaveCall.asked.get()]).toEqual(['visit', false])
    back()
    server.refusePost = new Refusal('server/busy')
    leaveCall.choose('hold')
    await settled()
    expect([router.route.get().page, leaveCall.asked.get()]).toEqual(['visit', false])
    expect(model.trouble.get()?.step).toBe('hold')
  })

  it('[D42] on hold nobody is asked', async () => {
    const { router, press, leaveCall } = setUp()
    await press('hold')
    router.go('/staff')
    expect([router.route.get().page, leaveCall.asked.get()]).toEqual(['console', false])
  })
})

describe('a page that leaves its consultation', () => {
  it('[RT27] tells the server, and takes nothing of it any more', () => {
    const { model, said, engines, tell } = setUp()
    model.close()
    expect(said.at(-1)).toEqual({ type: 'call.leave', visitId: FAKE })
    expect(engines[0]?.told.closed).toBe(true)
    tell({ type: 'taken-over', visitId: FAKE })
    expect(model.stage.get().kind).toBe('call')
  })
})
