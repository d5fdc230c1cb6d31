import { describe, expect, it } from 'vitest'
import type { DeviceTalk } from '#contract/plan'
import { NO_TALK } from '../../../../test/made-up-plan.ts'
import { fakeAsk } from '../../../../test/staff/fake-connection.ts'
import { Refusal } from '../../net/api.ts'
import { createTalk } from './talk-model.ts'

const URL = 'PUT /api/staff/visits/v/talk'
const settle = () => new Promise((resolve) => setImmediate(resolve))
const talkOf = (answers: Partial<DeviceTalk['answers']>): DeviceTalk => ({
  ...NO_TALK,
  answers: { ...NO_TALK.answers, ...answers },
})

function setUp() {
  const server = fakeAsk()
  const talk = createTalk(server.apiCall, 'v', NO_TALK)
  return { server, talk, answers: () => talk.state.get().answers }
}

describe('the talk about devices', () => {
  it('[PD6] what is ticked is shown and sent at once, in turn', async () => {
    const { server, talk, answers } = setUp()
    talk.answer({ devices: ['laptop'] })
    talk.answer({ alone: true })
    expect(answers()).toMatchObject({ devices: ['laptop'], alone: true })
    expect(server.asked).toHaveLength(1)
    await settle()
    expect(server.asked.map(({ body }) => body)).toMatchObject([
      { answers: { devices: ['laptop'], alone: null }, agreed: null },
      { answers: { devices: ['laptop'], alone: true }, agreed: null },
    ])
    expect(talk.state.get().request.kind).toBe('done')
  })

  it('[PD6] the patient’s own answers come in between and take nothing away that is not sent yet', async () => {
    const { server, talk, answers } = setUp()
    server.replies[URL] = new Refusal('offline')
    talk.answer({ stand: true })
    await settle()
    talk.hear(talkOf({ devices: ['tablet'], stand: false }))
    expect(answers()).toMatchObject({ devices: ['tablet'], stand: true })
  })

  it('[PD6] once the server has it, what the patient changes later counts', async () => {
    const { talk, answers } = setUp()
    talk.answer({ stand: true })
    await settle()
    talk.hear(talkOf({ stand: true }))
    talk.hear(talkOf({ stand: false }))
    expect(answers().stand).toBe(false)
  })

  it('[PD7] what could not be saved stays and is sent again by one press', async () => {
    const { server, talk, answers } = setUp()
    server.replies[URL] = new Refusal('offline')
    talk.answer({ alone: false })
    await settle()
    expect(talk.state.get().request).toMatchObject({ kind: 'refused', refusal: { code: 'offline' } })
    expect(answers().alone).toBe(false)
    server.replies = {}
    talk.again()
    await settle()
    expect(talk.state.get().request.kind).toBe('done')
    expect(server.asked.at(-1)?.body).toMatchObject({ answers: { alone: false } })
  })

  it('[PD7] an agreement that was not stored is sent again with the rest', async () => {
    const { server, talk } = setUp()
    server.replies[URL] = new Refusal('offline')
    talk.agree('laptop')
    await settle()
    server.replies = {}
    talk.again()
    await settle()
    expect(server.asked.map(({ body }) => (body as { agreed: unknown }).agreed)).toEqual(['laptop', 'laptop'])
  })

  it('[PD6] of two agreements made quickly the later stands', async () => {
    const { server, talk } = setUp()
    talk.agree('laptop')
    talk.agree('tablet')
    await settle()
    expect(server.asked.map(({ body }) => (body as { agreed: unknown }).agreed)).toEqual(['laptop', 'tablet'])
  })

  it('[PD8] a wish for a device they do not have falls away, and a helper of somebody alone', () => {
    const { talk, answers } = setUp()
    talk.answer({ devices: ['tablet', 'laptop'], preference: 'tablet', alone: false, helperCanHold: true })
    talk.answer({ devices: ['laptop'] })
    expect(answers().preference).toBeNull()
    talk.answer({ alone: true })
    expect(answers().helperCanHold).toBeNull()
  })
})
