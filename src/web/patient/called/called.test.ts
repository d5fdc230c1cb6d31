// Being called, on the patient's page: nothing flows before they join.
import { describe, expect, it } from 'vitest'
import { JOINS_AFTER_MS } from '#domain/called'
import { NINE, SEEN, settled, viewOf } from '../../../../test/patient/made-up.ts'
import { madeUpVisit } from '../../../../test/patient/made-up-visit.ts'
import { createCalled, LEAST_SHOWN_MS } from './called-model.ts'

const CALLED = { ...SEEN, calledAt: NINE }

async function called() {
  const page = madeUpVisit()
  await page.server.open()
  await page.offer('call-a')
  await page.live('call-a', { calledAt: NINE })
  return page
}

describe('[P61] while they are called', () => {
  it('neither the news of the call nor the snapshot lets anything through, and the path stays', async () => {
    const page = await called()
    expect(page.engine('call-a').told.flowing).toBe(false)
    await page.push(CALLED)
    expect(page.engine('call-a').told.flowing).toBe(false)
    expect(page.visit.engine.get()?.callId).toBe('call-a')
  })

  it('the press asks the server, and its word lets them in', async () => {
    const page = await called()
    page.visit.join()
    expect(page.joins).toEqual([NINE])
    expect(page.engine('call-a').told.flowing).toBe(false)
    await settled()
    expect(page.engine('call-a').told.flowing).toBe(true)
  })

  it('once they are in, a press says nothing', async () => {
    const page = await called()
    await page.push(SEEN)
    page.visit.join()
    expect(page.joins).toEqual([])
  })
})

describe('[P61] the page joins by itself', () => {
  function screen(joinsByItself = true, sinceMs = 0) {
    const plain = viewOf(CALLED)
    const waiting = { ...plain.area.waiting, joinsByItself }
    const page = madeUpVisit(viewOf(CALLED, { area: { ...plain.area, waiting }, now: NINE + sinceMs }))
    return { page, model: createCalled(page.visit, page.clock.later) }
  }

  it('after ten seconds by the server’s clock', async () => {
    const { page, model } = screen()
    expect(model.state.get()).toEqual({ joining: false, joinsAt: NINE + JOINS_AFTER_MS })
    await page.clock.pass(JOINS_AFTER_MS - 1)
    expect(page.joins).toEqual([])
    await page.clock.pass(1)
    expect(page.joins).toEqual([NINE])
    expect(model.state.get().joining).toBe(true)
  })

  it('after what is left of them, but not before it could be read', async () => {
    const { page } = screen(true, 4000)
    await page.clock.pass(JOINS_AFTER_MS - 4000)
    expect(page.joins).toEqual([NINE])
    const late = screen(true, JOINS_AFTER_MS)
    await late.page.clock.pass(LEAST_SHOWN_MS - 1)
    expect(late.page.joins).toEqual([])
    await late.page.clock.pass(1)
    expect(late.page.joins).toEqual([NINE])
  })

  it('not where the area says that they press', async () => {
    const { page, model } = screen(false)
    await page.clock.pass(60_000)
    expect(page.joins).toEqual([])
    model.join()
    expect(page.joins).toEqual([NINE])
  })

  it('not once something else was asked, nor after the screen is gone', async () => {
    const { page, model } = screen()
    model.pause()
    await page.clock.pass(60_000)
    expect(page.joins).toEqual([])
    const other = screen()
    other.model.close()
    await other.page.clock.pass(60_000)
    expect(other.page.joins).toEqual([])
  })
})
