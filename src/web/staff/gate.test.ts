import { describe, expect, it } from 'vitest'
import { Refusal } from '../net/api.ts'
import { createGate } from './gate.ts'

function setUp(answer: () => unknown = () => 'done') {
  const asked: string[] = []
  const told: string[] = []
  const gate = createGate(
    async (method, url) => {
      asked.push(`${method} ${url}`)
      return (await answer()) as never
    },
    'person',
    () => told.push('locked'),
    () => told.push('other'),
  )
  return { gate, asked, told }
}

describe('what a page asks of the server', () => {
  it('[LK4] while it is locked nothing leaves it; afterwards everything does', async () => {
    const { gate, asked } = setUp()
    gate.lock()
    await expect(gate.apiCall('PUT', '/note')).rejects.toMatchObject({ code: 'session/locked' })
    expect(asked).toEqual([])
    gate.open()
    expect(await gate.apiCall('PUT', '/note')).toBe('done')
  })

  it('[LK4] a page that did not know that it is locked hears it from any refusal', async () => {
    const { gate, told } = setUp(() => {
      throw new Refusal('session/locked')
    })
    await expect(gate.apiCall('GET', '/me')).rejects.toThrow(Refusal)
    expect(told).toEqual(['locked'])
  })

  it('[SI12] after signing out nothing is asked and nothing is answered, also of what was on its way', async () => {
    let fail = (_: Error) => {}
    const { gate, asked } = setUp(() => new Promise((_, reject) => (fail = reject)))
    const settled: string[] = []
    const note = (promise: Promise<unknown>) =>
      void promise.then(
        () => settled.push('done'),
        () => settled.push('refused'),
      )
    note(gate.apiCall('PUT', '/on-its-way'))
    gate.close()
    fail(new Refusal('access/sign-in-needed'))
    note(gate.apiCall('PUT', '/later'))
    await new Promise((resolve) => setTimeout(resolve))
    expect([asked, settled]).toEqual([['PUT /on-its-way'], []])
  })
})
