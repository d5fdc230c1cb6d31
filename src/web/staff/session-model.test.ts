import { describe, expect, it } from 'vitest'
import type { Me } from '#contract/people'
import { Refusal } from '../net/api.ts'
import { fakeAsk } from './fake-connection.ts'
import { createSession } from './session-model.ts'

const me = { personId: 'p1', name: 'Dr Khan' } as Me
const ME = 'GET /api/staff/me'

describe('who is signed in', () => {
  it('[D8] being signed out elsewhere remembers whose page it was', async () => {
    const session = createSession(fakeAsk({ [ME]: me }).ask)
    await session.check()
    session.lost()
    expect(session.session.get()).toEqual({ kind: 'signed-out', interrupted: me })
    session.lost()
    expect(session.session.get()).toEqual({ kind: 'signed-out', interrupted: me })
  })

  it('[D8] signing out oneself leaves nothing behind', async () => {
    const session = createSession(fakeAsk({ [ME]: me }).ask)
    await session.check()
    await session.signOut()
    expect(session.session.get()).toEqual({ kind: 'signed-out', interrupted: null })
  })

  it('[D9] a server that does not answer signs nobody out', async () => {
    const server = fakeAsk({ [ME]: me })
    const session = createSession(server.ask)
    await session.check()
    server.replies[ME] = new Refusal('offline')
    await session.check()
    expect(session.session.get()).toEqual({ kind: 'signed-in', me })
  })

  it('[D9] at the first look it says that the server does not answer', async () => {
    const server = fakeAsk({ [ME]: new Refusal('offline') })
    const session = createSession(server.ask)
    await session.check()
    expect(session.session.get()).toEqual({ kind: 'unreachable' })
    server.replies[ME] = new Refusal('access/sign-in-needed')
    await session.check()
    expect(session.session.get()).toEqual({ kind: 'signed-out', interrupted: null })
  })

  it('a refused sign-out leaves one signed in', async () => {
    const server = fakeAsk({ [ME]: me, 'POST /api/staff/sign-out': new Refusal('offline') })
    const session = createSession(server.ask)
    await session.check()
    await expect(session.signOut()).rejects.toThrow(Refusal)
    expect(session.session.get().kind).toBe('signed-in')
  })
})
