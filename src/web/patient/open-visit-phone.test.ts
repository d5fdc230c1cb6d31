// The patient's page once its person chose to be phoned: nothing is sent from it, whatever comes from elsewhere.
import { describe, expect, it } from 'vitest'
import { fakeLocal } from '../../../test/call/fake-call.ts'
import { SEEN, settled, viewOf, WAITING } from '../../../test/patient/made-up.ts'
import { madeUpVisit } from '../../../test/patient/made-up-visit.ts'
import { Refusal } from '../net/api.ts'

async function opened(...given: Parameters<typeof madeUpVisit>) {
  const page = madeUpVisit(...given)
  await page.server.open()
  return page
}

describe('nothing is sent', () => {
  it('[PHC3] with the press: calls are closed and both devices let go, though the clinic has not answered', async () => {
    const page = await opened()
    await page.offer('call-a')
    await page.live('call-a')
    await page.push(SEEN)
    page.choice.refuse = new Refusal('offline')
    page.visit.bePhoned(null)
    expect(page.engine('call-a').told).toMatchObject({ flowing: false, closed: true })
    expect(page.visit.engine.get()).toBeNull()
    expect(page.local.asked).toContain('release')
    expect(page.visit.view.get()).toMatchObject({ phoneMe: true, state: { status: 'being-seen' } })
  })

  it('[PHC3] no call that is offered afterwards is taken up, and none becomes live', async () => {
    const page = await opened()
    page.choice.refuse = new Refusal('offline')
    page.visit.bePhoned(null)
    await page.offer('call-b', { prepared: false })
    await page.live('call-b')
    expect(page.opened).toEqual([])
    expect(page.visit.engine.get()).toBeNull()
    // An older snapshot says otherwise.
    await page.push(SEEN)
    await page.offer('call-c')
    expect(page.opened).toEqual([])
    expect(page.visit.view.get().phoneMe).toBe(true)
  })

  it('[PHC3] chosen in another tab: what this page had is closed', async () => {
    const page = await opened()
    await page.offer('call-a')
    await page.push(WAITING, { phoneMe: true })
    expect(page.engine('call-a').told.closed).toBe(true)
    expect(page.local.asked).toContain('release')
  })

  it('[PHC3] opened again, it takes up no call that the server names', async () => {
    const page = await opened(viewOf(SEEN, { phoneMe: true }))
    page.world.opening = () => ({ view: viewOf(SEEN, { phoneMe: true }), holder: true, liveCallId: 'call-a' })
    await page.server.open()
    await page.offer('call-a', { prepared: false })
    expect(page.opened).toEqual([])
  })

  it('[PHC3] a page that is claimed back switches nothing on', async () => {
    const page = await opened(viewOf(WAITING, { phoneMe: true }), fakeLocal())
    await page.server.push({ type: 'taken-over', visitId: page.visit.view.get().visitId })
    const before = page.local.asked.length
    page.visit.useThisPage()
    await settled()
    expect(page.local.asked.slice(before)).toEqual([])
  })
})

describe('the choice', () => {
  it('[PHC4] is sent until the clinic has it, with the number', async () => {
    const page = await opened()
    page.choice.refuse = new Refusal('offline')
    page.visit.bePhoned('07700 900 999')
    await settled()
    expect(page.choice.kept).toBe(true)
    page.choice.refuse = null
    await page.clock.pass(1000)
    const sent = { phoneMe: true, phone: '07700 900 999' }
    expect(page.choice.sent).toEqual([sent, sent])
    expect(page.choice.kept).toBe(false)
    expect(page.visit.view.get().phoneMe).toBe(true)
  })

  it('[PHC4] made before a reload and not stored, it holds from the first moment and is sent', async () => {
    const page = madeUpVisit(viewOf(SEEN), fakeLocal(), true)
    expect(page.visit.view.get().phoneMe).toBe(true)
    await settled()
    expect(page.choice.sent).toEqual([{ phoneMe: true }])
  })

  it('[PHC8] back to video: camera and sound are asked for once the clinic has agreed', async () => {
    const page = await opened(viewOf(WAITING, { phoneMe: true }))
    await page.visit.useVideo()
    expect(page.visit.view.get().phoneMe).toBe(false)
    expect(page.local.asked).toContain('request camera microphone')
  })

  it('[PHC7] while they are phoned, asking for video switches nothing on', async () => {
    const phoning = { noAnswers: [], videoAsk: 'patient' as const }
    const page = await opened(viewOf(SEEN, { phoneMe: true, phoning: { noAnswers: [], videoAsk: null } }))
    page.choice.answer = () => viewOf(SEEN, { phoneMe: true, phoning })
    await page.visit.useVideo()
    expect(page.visit.view.get()).toMatchObject({ phoneMe: true, phoning })
    expect(page.local.asked).not.toContain('request camera microphone')
  })
})
