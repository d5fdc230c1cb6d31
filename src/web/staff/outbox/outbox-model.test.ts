import { describe, expect, it } from 'vitest'
import type { OutboxView } from '#contract/outbox'
import { LINK_MARK } from '#domain/notification'
import { fakeAsk } from '../../../../test/staff/fake-connection.ts'
import { Refusal } from '../../net/api.ts'
import { createOutbox, paragraphsOf } from './outbox-model.ts'

const URL = 'https://video.example.org/staff/invitation#secret'
const view = (change: Partial<OutboxView> = {}): OutboxView => ({
  sends: { email: false, sms: false },
  messages: [],
  now: 0,
  ...change,
})

describe('the outbox', () => {
  it('[OB1] the link stands where the message has it, and nothing that was typed becomes one', () => {
    const text = `Dear https://elsewhere.example,\n\nFollow this:\n\n${LINK_MARK}\n\nBye.`
    expect(paragraphsOf({ text, link: URL })).toEqual([
      [{ kind: 'text', text: 'Dear https://elsewhere.example,' }],
      [{ kind: 'text', text: 'Follow this:' }],
      [{ kind: 'link', url: URL }],
      [{ kind: 'text', text: 'Bye.' }],
    ])
    expect(paragraphsOf({ text: `a ${LINK_MARK} b`, link: null })).toEqual([
      [
        { kind: 'text', text: 'a ' },
        { kind: 'link', url: null },
        { kind: 'text', text: ' b' },
      ],
    ])
  })

  it('[OB3] a message that failed is put on its way again; a refusal is kept to be shown', async () => {
    const server = fakeAsk({
      'GET /api/staff/outbox': view(),
      'POST /api/staff/outbox/l1/send-again': new Refusal('notification/not-found'),
    })
    const outbox = createOutbox(server.apiCall)
    await outbox.load()
    expect(outbox.state.get()).toEqual({ kind: 'loaded', view: view() })
    expect(await outbox.sendAgain('l1')).toBe(false)
    expect(outbox.sending.request.get()).toMatchObject({ kind: 'refused', refusal: { code: 'notification/not-found' } })
  })
})
