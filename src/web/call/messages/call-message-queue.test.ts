import { describe, expect, test } from 'vitest'
import type { MessageView } from '#contract/shapes'
import { fakeTime } from '../../../../test/call/fake-time.ts'
import { Refusal } from '../../net/api.ts'
import { createCallMessageQueue } from './call-message-queue.ts'

function setUp() {
  const time = fakeTime()
  const delivered: MessageView[] = []
  const network = { refusal: null as Refusal | null, loseAnswer: false }
  let count = 0
  const outbox = createCallMessageQueue(
    async ({ id, text }) => {
      if (network.refusal) throw network.refusal
      const message: MessageView = { id, from: 'clinic', authorName: 'Amina', text, at: 1 }
      // The server stores a message once, whatever is sent again.
      if (!delivered.some((one) => one.id === id)) delivered.push(message)
      if (network.loseAnswer) throw new Refusal('offline')
      return message
    },
    time.after,
    () => `m${++count}`,
    () => 0,
  )
  const lines = () => outbox.messages.get().map(({ text, status }) => `${text}: ${status}`)
  return { outbox, time, delivered, network, lines }
}

describe('messages on their way', () => {
  test('[CS21] a message shows as being sent, then as stored; blank text is no message', async () => {
    const { outbox, time, lines } = setUp()
    outbox.send('   ')
    outbox.send(' Can you hear me? ')
    expect(lines()).toEqual(['Can you hear me?: sending'])
    await time.pass(0)
    expect(lines()).toEqual(['Can you hear me?: stored'])
  })

  test('[CS21] without a connection it is sent again until it is stored, in order, once', async () => {
    const { outbox, time, network, delivered, lines } = setUp()
    network.loseAnswer = true
    outbox.send('One')
    outbox.send('Two')
    await time.pass(10_000)
    network.loseAnswer = false
    await time.pass(2000)
    expect(delivered.map(({ text }) => text)).toEqual(['One', 'Two'])
    expect(lines()).toEqual(['One: stored', 'Two: stored'])
  })

  test('[CS21] a snapshot that has it already shows it once', async () => {
    const { outbox, time, network, lines } = setUp()
    network.refusal = new Refusal('offline')
    outbox.send('One')
    await time.pass(0)
    outbox.stored([{ id: 'm1', from: 'clinic', authorName: 'Amina', text: 'One', at: 1 }])
    expect(lines()).toEqual(['One: stored'])
  })

  test('[CS21] a message that can never arrive says so and holds up no other', async () => {
    const { outbox, time, network, lines } = setUp()
    network.refusal = new Refusal('visit/already-ended')
    outbox.send('Goodbye')
    await time.pass(0)
    network.refusal = null
    outbox.send('Still there?')
    await time.pass(0)
    expect(lines()).toEqual(['Still there?: stored', 'Goodbye: refused'])
  })
})
