// The patient's page after the end: it goes on listening, and asks before anything of a call is there again.
import { beforeEach, describe, expect, it } from 'vitest'
import type { PatientView } from '#contract/visit'
import { CALL_BACK_MS } from '#domain/call-back'
import { SEEN, settled, viewOf } from '../../../test/patient/made-up.ts'
import { play } from '../../../test/patient/made-up-journey.ts'
import { ENDED, madeUpVisit } from '../../../test/patient/made-up-visit.ts'
import { Refusal } from '../net/api.ts'
import { createCalledBack } from './ended/called-back-model.ts'

describe('[P50] after the end', () => {
  let page: ReturnType<typeof madeUpVisit>
  beforeEach(async () => {
    page = madeUpVisit()
    await page.server.open()
    await page.offer('call-a')
    await page.live('call-a')
    await page.push(SEEN)
    await page.push(ENDED)
  })
  const callBack = () => page.push(SEEN, { calledBack: true })

  it('the line stays for ten minutes and not longer', async () => {
    expect(page.server.told.closed).toBe(false)
    await page.clock.pass(CALL_BACK_MS - 1)
    expect(page.server.told.closed).toBe(false)
    await page.clock.pass(1)
    expect(page.server.told.closed).toBe(true)
    page.visit.wake()
    expect(page.server.told.woken).toBe(0)
  })

  it('who left the queue is called back by nobody: the line goes at once', async () => {
    const other = madeUpVisit()
    await other.server.open()
    await other.push({ ...ENDED, outcome: 'left' } as PatientView['state'])
    expect(other.server.told.closed).toBe(true)
  })

  it('called back it shows by whom; no call is made, and camera and microphone stay closed', async () => {
    const asked = page.local.asked.length
    await callBack()
    await page.offer('call-b')
    await page.live('call-b')
    expect(page.visit.view.get()).toMatchObject({
      calledBack: true,
      state: { practitionerName: SEEN.practitionerName },
    })
    expect(page.opened.map(({ callId }) => callId)).toEqual(['call-a'])
    expect(page.local.asked.slice(asked)).toEqual([])
    await page.clock.pass(CALL_BACK_MS)
    expect(page.server.told.closed).toBe(false)
  })

  it('it is read again after a lost line, also where it was called back meanwhile', async () => {
    page.world.opening = () => ({ view: viewOf(SEEN, { calledBack: true }), holder: true, liveCallId: null })
    await page.server.open()
    expect(page.visit.view.get().calledBack).toBe(true)
  })

  it('ended again before they came, it is over', async () => {
    await callBack()
    await page.push(ENDED)
    expect(page.visit.view.get().state.status).toBe('ended')
  })

  it('where the browser has another visit since, what is shown stays and the line goes', async () => {
    page.world.opening = () => {
      throw new Refusal('visit/not-found')
    }
    await page.server.open()
    expect(page.visit.view.get().state).toEqual(ENDED)
    expect(page.server.told.closed).toBe(true)
  })

  it('a page that opens while they are called back waits for the press, too', async () => {
    const again = madeUpVisit(viewOf(SEEN, { calledBack: true }))
    await again.server.open()
    await again.offer('call-b')
    expect(again.opened).toEqual([])
    expect(again.server.told.closed).toBe(false)
  })
})

describe('[P51] the press', () => {
  const called = viewOf(SEEN, { calledBack: true })

  it('leads into the call as a reload does, and asks for camera and microphone then and not before', async () => {
    const one = play({ own: called, kept: 'video' })
    await settled()
    expect(one.is('visit').visit.view.get().calledBack).toBe(true)
    expect(one.local.asked).toEqual([])
    await one.journey.comeBack()
    expect(one.opened).toEqual(['visit', 'visit closed', 'visit'])
    expect(one.local.asked).toEqual(['request camera microphone'])
  })

  it('is tried again where it was not done', async () => {
    const one = play({ own: called, kept: 'video' })
    await settled()
    one.server.comeBack = new Refusal('offline')
    const asked = createCalledBack({ come: one.journey.comeBack, decline: none, 'somebody-else': none })
    asked.answer('come')
    await settled()
    expect(asked.state.get().refused).toContain('internet')
    expect(one.opened).toEqual(['visit'])
  })

  it('no, or somebody else, is as good an answer', async () => {
    const told: string[] = []
    const requests = {
      come: none,
      decline: async () => void told.push('decline'),
      'somebody-else': async () => void told.push('else'),
    }
    const asked = createCalledBack(requests)
    asked.answer('decline')
    asked.answer('somebody-else')
    await settled()
    asked.answer('somebody-else')
    await settled()
    expect(told).toEqual(['decline', 'else'])
  })

  async function none() {}
})
