// The patient's side of calls: prepared, live, held, replaced and closed.
import { beforeEach, describe, expect, it } from 'vitest'
import type { PatientView } from '#contract/visit'
import { SEEN, viewOf, WAITING } from '../../../test/patient/made-up.ts'
import { ENDED, madeUpVisit, VISIT } from '../../../test/patient/made-up-visit.ts'

let page: ReturnType<typeof madeUpVisit>
beforeEach(async () => {
  page = madeUpVisit()
  await page.server.open()
})

describe('calls', () => {
  it('[P24] a prepared call carries nothing until it is live', async () => {
    await page.offer('call-a')
    expect(page.visit.engine.get()).toBeNull()
    expect(page.engine('call-a').told.flowing).toBe(false)
    await page.live('call-a')
    expect(page.visit.engine.get()).toBe(page.engine('call-a'))
    expect(page.engine('call-a').told.flowing).toBe(true)
  })

  it('[P24] a call that becomes live on hold carries nothing until the visit is being seen', async () => {
    await page.offer('call-a')
    await page.live('call-a', { status: 'on-hold' })
    expect(page.engine('call-a').told.flowing).toBe(false)
    await page.push(SEEN)
    expect(page.engine('call-a').told.flowing).toBe(true)
  })

  it('[P24] on hold nothing flows, and the call stays prepared', async () => {
    await page.offer('call-a')
    await page.live('call-a')
    await page.push(SEEN)
    await page.push({ ...SEEN, status: 'on-hold' } as PatientView['state'])
    expect(page.engine('call-a').told).toMatchObject({ flowing: false, closed: false })
    await page.push(SEEN)
    expect(page.engine('call-a').told.flowing).toBe(true)
  })

  it('[P24] a new engine gets the tracks that run, and every later change', async () => {
    const audio = { kind: 'audio' } as MediaStreamTrack
    page.local.state.update((now) => ({ ...now, audio }))
    await page.offer('call-a')
    expect(page.engine('call-a').told.outgoing).toEqual({ camera: { audio, video: null } })
    page.local.state.update((now) => ({ ...now, audio: null }))
    expect(page.engine('call-a').told.outgoing).toEqual({ camera: { audio: null, video: null } })
  })

  it('[P25] three calls are kept prepared, one more is declined, and a released one is closed', async () => {
    for (const callId of ['call-a', 'call-b', 'call-c', 'call-d']) await page.offer(callId)
    expect(page.opened.map(({ callId, told }) => [callId, told.closed])).toEqual([
      ['call-a', false],
      ['call-b', false],
      ['call-c', false],
    ])
    expect(page.server.ofType('call.release')).toEqual([{ type: 'call.release', visitId: VISIT, callId: 'call-d' }])
    // The call of a join is no confirmation: it is always taken.
    await page.offer('call-d', { prepared: false })
    await page.server.push({ type: 'call.released', visitId: VISIT, callId: 'call-c' })
    expect(page.opened.map((engine) => engine.told.closed)).toEqual([false, false, true, false])
    await page.live('call-d')
    expect(page.opened.map((engine) => engine.told.closed)).toEqual([true, true, true, false])
  })

  it('[P26] a call named live before it is offered is live when it comes', async () => {
    await page.live('call-a')
    await page.push(SEEN)
    expect(page.visit.engine.get()).toBeNull()
    await page.offer('call-a')
    expect(page.visit.engine.get()).toBe(page.engine('call-a'))
    expect(page.engine('call-a').told.flowing).toBe(true)
  })

  it('[P26] a rejoined call replaces the one before it', async () => {
    await page.offer('call-a')
    await page.live('call-a')
    await page.push(SEEN)
    await page.offer('call-b')
    expect(page.visit.engine.get()).toBe(page.engine('call-a'))
    await page.live('call-b')
    expect(page.visit.engine.get()).toBe(page.engine('call-b'))
    expect(page.engine('call-a').told.closed).toBe(true)
    expect(page.engine('call-b').told.flowing).toBe(true)
  })

  it('[P26] signals reach only the call they are for', async () => {
    await page.offer('call-a')
    await page.offer('call-b')
    await page.server.push({
      type: 'call.signal',
      visitId: VISIT,
      callId: 'call-b',
      from: 'remote',
      to: 'own',
      payload: { candidate: null },
    })
    expect(page.engine('call-a').heard).toEqual([])
    expect(page.engine('call-b').heard).toEqual([{ candidate: null }])
    page.engine('call-a').send({ candidate: null })
    expect(page.server.said.at(-1)).toEqual({
      type: 'call.signal',
      visitId: VISIT,
      callId: 'call-a',
      to: 'remote',
      payload: { candidate: null },
    })
  })

  it('[P27] sent back to waiting, the live call is closed', async () => {
    await page.offer('call-a')
    await page.live('call-a')
    await page.push(SEEN)
    await page.push(WAITING)
    expect(page.visit.engine.get()).toBeNull()
    expect(page.engine('call-a').told.closed).toBe(true)
  })

  it('[P27] a "waiting" that was said before the call became live does not end it', async () => {
    await page.offer('call-a')
    await page.live('call-a')
    await page.push(WAITING)
    expect(page.engine('call-a').told.flowing).toBe(true)
    await page.push(SEEN)
    expect(page.visit.engine.get()).toBe(page.engine('call-a'))
    await page.push(WAITING)
    expect(page.visit.engine.get()).toBeNull()
  })

  it('[P27] a "waiting" that still holds a moment after the call became live is believed', async () => {
    await page.offer('call-a')
    await page.live('call-a')
    expect(page.visit.view.get().state).toEqual(SEEN)
    await page.push(WAITING)
    expect(page.visit.view.get().state).toEqual(SEEN)
    await page.clock.pass(2500)
    expect(page.visit.view.get().state).toEqual(WAITING)
    expect(page.visit.engine.get()).toBeNull()
  })

  it('[P27] an answer to opening that was read before the join ends no call that became live since', async () => {
    let answer = () => {}
    page.world.opening = () =>
      new Promise((resolve) => {
        answer = () => resolve({ view: viewOf(WAITING), holder: true, liveCallId: null })
      }) as never
    page.server.lose()
    const opened = page.server.open()
    await page.offer('call-a')
    await page.live('call-a')
    answer()
    await opened
    expect(page.visit.engine.get()).toBe(page.engine('call-a'))
    expect(page.visit.view.get().state).toEqual(SEEN)
    await page.push(SEEN)
    await page.clock.pass(5000)
    expect(page.engine('call-a').told).toMatchObject({ flowing: true, closed: false })
  })

  it('[P27] a lost connection closes no call; back again, only a broken path is tried again', async () => {
    await page.offer('call-a')
    await page.live('call-a')
    await page.push(SEEN)
    page.world.opening = () => ({ view: viewOf(SEEN), holder: true, liveCallId: 'call-a' })
    page.server.lose()
    await page.server.open()
    expect(page.engine('call-a').told).toMatchObject({ closed: false, flowing: true, restarts: 0 })
    page.engine('call-a').state.update((now) => ({ ...now, link: 'reconnecting' }))
    await page.server.open()
    expect(page.engine('call-a').told.restarts).toBe(1)
    expect(page.server.ofType('patient.open').map(({ claim }) => claim)).toEqual([true, false, false])
  })

  it('[P27] at the end everything is closed', async () => {
    await page.offer('call-a')
    await page.live('call-a')
    await page.push(SEEN)
    await page.push(ENDED)
    expect(page.engine('call-a').told.closed).toBe(true)
    expect(page.local.asked).toContain('close')
  })
})
