import { describe, expect, it } from 'vitest'
import { LONGEST_MESSAGE } from '#domain/message'
import { fakeAsk } from '../../../test/staff/fake-connection.ts'
import { Refusal } from '../net/api.ts'
import { createMessageDraft } from './message-draft.ts'

const URL = '/api/staff/visits/v/messages'

function setUp() {
  const server = fakeAsk({ [`POST ${URL}`]: { id: 'stored' } })
  let count = 0
  const draft = createMessageDraft(server.apiCall, URL, () => `id-${++count}`)
  return { server, draft }
}

describe('a message being written', () => {
  it('[D27] keeps its words and its name until the server has it', async () => {
    const { server, draft } = setUp()
    server.replies[`POST ${URL}`] = new Refusal('offline')
    draft.text.set(' Please wait ')
    expect(await draft.send()).toBeNull()
    expect(draft.text.get()).toBe(' Please wait ')
    expect(draft.request.get()).toMatchObject({ kind: 'refused', refusal: { code: 'offline' } })
    server.replies[`POST ${URL}`] = { id: 'stored' }
    expect(await draft.send()).toEqual({ id: 'stored' })
    expect(draft.text.get()).toBe('')
    expect(server.asked.map((one) => one.body)).toEqual([
      { id: 'id-1', text: 'Please wait' },
      { id: 'id-1', text: 'Please wait' },
    ])
  })

  it('[D27] the next message has a name of its own', async () => {
    const { server, draft } = setUp()
    draft.text.set('One')
    await draft.send()
    draft.text.set('Two')
    await draft.send()
    expect(server.asked.map((one) => one.body)).toEqual([
      { id: 'id-1', text: 'One' },
      { id: 'id-2', text: 'Two' },
    ])
  })

  it('[D27] what is typed while it is on its way stays', async () => {
    const { draft } = setUp()
    draft.text.set('One')
    const sending = draft.send()
    draft.text.set('One, and more')
    await sending
    expect(draft.text.get()).toBe('One, and more')
  })

  it('sends nothing empty, too long, or twice at once', async () => {
    const { server, draft } = setUp()
    draft.text.set('   ')
    await draft.send()
    draft.text.set('x'.repeat(LONGEST_MESSAGE + 1))
    expect(draft.left()).toBe(-1)
    await draft.send()
    draft.text.set('One')
    await Promise.all([draft.send(), draft.send()])
    expect(server.asked).toHaveLength(1)
  })
})
