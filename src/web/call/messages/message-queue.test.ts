import { describe, expect, test } from 'vitest'
import type { MessageView } from '#contract/shapes'
import { fakeTime } from '../../../../test/call/fake-time.ts'
import { Refusal } from '../../net/api.ts'
import { createMessageQueue } from './message-queue.ts'

function setUp({ keepRefused } = { keepRefused: true }) {
  const time = fakeTime()
  const delivered: MessageView[] = []
  const network = { refusal: null as Refusal | null, loseAnswer: false }
  let count = 0
  const queue = createMessageQueue({
    deliver: async ({ id, text }) => {
      if (network.refusal) throw network.refusal
      const message: MessageView = { id, from: 'clinic', authorName: 'Amina', text, at: 1 }
      // The server stores a message once, whatever is sent again.
      if (!delivered.some((one) => one.id === id)) delivered.push(message)
      if (network.loseAnswer) throw new Refusal('offline')
      return message
    },
    author: () => ({ from: 'clinic', authorName: '' }),
    keepRefused,
    newId: () => `m${++count}`,
    now: () => 0,
    later: time.later,
  })
  const lines = () => queue.messages.get().map(({ text, status }) => `${text}: ${status}`)
  return { queue, time, delivered, network, lines }
}

describe('messages on their way', () => {
  test('[CS21] a message shows as being sent, then as stored; blank text is no message', async () => {
    const { queue, time, lines } = setUp()
    queue.send('   ')
    queue.send(' Can you hear me? ')
    expect(lines()).toEqual(['Can you hear me?: sending'])
    await time.pass(0)
    expect(lines()).toEqual(['Can you hear me?: stored'])
  })

  test('[CS21] without a connection it is sent again until it is stored, in order, once', async () => {
    const { queue, time, network, delivered, lines } = setUp()
    network.loseAnswer = true
    queue.send('One')
    queue.send('Two')
    await time.pass(10_000)
    network.loseAnswer = false
    await time.pass(3000)
    expect(delivered.map(({ text }) => text)).toEqual(['One', 'Two'])
    expect(lines()).toEqual(['One: stored', 'Two: stored'])
  })

  test('[CS21] a snapshot that has it already shows it once', async () => {
    const { queue, time, network, lines } = setUp()
    network.refusal = new Refusal('offline')
    queue.send('One')
    await time.pass(0)
    queue.stored([{ id: 'm1', from: 'clinic', authorName: 'Amina', text: 'One', at: 1 }])
    expect(lines()).toEqual(['One: stored'])
  })

  test('[CS21] a message that can never arrive says so and holds up no other', async () => {
    const { queue, time, network, lines } = setUp()
    network.refusal = new Refusal('visit/already-ended')
    queue.send('Goodbye')
    await time.pass(0)
    network.refusal = null
    queue.send('Still there?')
    await time.pass(0)
    expect(lines()).toEqual(['Still there?: stored', 'Goodbye: refused'])
  })

  test('[CS21] on a side that keeps no refused message it goes, and holds up no other', async () => {
    const { queue, time, network, lines } = setUp({ keepRefused: false })
    network.refusal = new Refusal('visit/already-ended')
    queue.send('Goodbye')
    await time.pass(0)
    network.refusal = null
    queue.send('Still there?')
    await time.pass(0)
    expect(lines()).toEqual(['Still there?: stored'])
  })
})
