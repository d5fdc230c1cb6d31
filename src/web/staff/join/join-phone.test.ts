// The confirmation before a join of somebody who asked to be phoned.
import { describe, expect, it } from 'vitest'
import { idOf, someVisit } from '../../../../test/staff/fake-connection.ts'
import { JOIN, settle, setUp, view } from '../../../../test/staff/fake-join.ts'

describe('[PHC5] somebody who asked to be phoned', () => {
  const phoned = someVisit(1, { phoneMe: true })

  it('no path is prepared and no camera asked for; joining begins without a call', async () => {
    const { join, connection, engines, joined, local, server } = setUp(phoned)
    local.state.update((now) => ({ ...now, camera: 'not-asked', microphone: 'not-asked' }))
    server.replies[JOIN] = { view, ticket: null }
    await settle()
    join()
    await settle()
    expect(connection.said).toEqual([])
    expect([engines, local.asked]).toEqual([[], []])
    expect(joined).toEqual([{ view, ticket: null }])
  })

  it('chosen while the confirmation is read: the path goes, and comes again if they change their mind', async () => {
    const { engines, shown, prepared, released, model } = setUp()
    await settle()
    expect(engines[0]?.told.closed).toBe(false)
    shown.set(phoned)
    expect(engines[0]?.told.closed).toBe(true)
    expect(released()).toEqual([idOf(50)])
    expect(model.state.get()).toMatchObject({ kind: 'asking', prepared: false })
    shown.set(someVisit(1))
    await settle()
    expect(prepared()).toBe(2)
  })

  it('chosen as Join was pressed: the prepared path is closed, and nothing flows', async () => {
    const { join, engines, joined, server } = setUp()
    server.replies[JOIN] = { view, ticket: null }
    await settle()
    join()
    await settle()
    expect(engines.map(({ told }) => [told.flowing, told.closed])).toEqual([[false, true]])
    expect(joined).toEqual([{ view, ticket: null }])
  })
})
