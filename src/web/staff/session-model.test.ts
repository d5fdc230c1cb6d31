import { describe, expect, it } from 'vitest'
import type { Me } from '#contract/people'
import { fakeAsk } from '../../../test/staff/fake-connection.ts'
import { Refusal } from '../net/api.ts'
import { createSession } from './session-model.ts'

const me = { personId: 'p1', name: 'Dr Khan' } as Me
const ME = 'GET /api/staff/me'

describe('who is signed in', () => {
  it('[D8] being signed out elsewhere remembers whose page it was', async () => {
    const session = createSession(fakeAsk({ [ME]: me }).apiCall)
    await session.check()
    session.lost()
    expect(session.session.get()).toEqual({ kind: 'signed-out', interrupted: me })
    session.lost()
    expect(session.session.get()).toEqual({ kind: 'signed-out', interrupted: me })
  })

  it('[D8] signing out oneself leaves nothing behind', async () => {
    const session = createSession(fakeAsk({ [ME]: me }).apiCall)
    await session.check()
    await session.signOut()
    expect(session.session.get()).toEqual({ kind: 'signed-out', interrupted: null })
  })

  it('[D9] a server that does not answer signs nobody out', async () => {
    const server = fakeAsk({ [ME]: me })
    const session = createSession(server.apiCall)
    await session.check()
    server.replies[ME] = new Refusal('offline')
    await session.check()
    expect(session.session.get()).toEqual({ kind: 'signed-in', me })
  })

  it('[D9] at the first look it says that the server does not answer', async () => {
    const server = fakeAsk({ [ME]: new Refusal('offline') })
    const session = createSession(server.apiCall)
    await session.check()
    expect(session.session.get()).toEqual({ kind: 'unreachable' })
    server.replies[ME] = new Refusal('access/sign-in-needed')
    await session.check()
    expect(session.session.get()).toEqual({ kind: 'signed-out', interrupted: null })
  })

  it('a refused sign-out leaves one signed in', async () => {
    const server = fakeAsk({ [ME]: me, 'POST /api/staff/sign-out': new Refusal('offline') })
    const session = createSession(server.apiCall)
    await session.check()
    await expect(session.signOut()).rejects.toThrow(Refusal)
    expect(session.session.get().kind).toBe('signed-in')
  })
})

describe('[LK9] locking', () => {
  const LOCK = '/api/staff/lock'
  const who = { name: 'Dr Khan', hasPassword: true }
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve))
  const signedIn = async (replies: Record<string, unknown> = {}) => {
    const server = fakeAsk({ [ME]: me, [`GET ${LOCK}`]: { ...who, locked: true }, ...replies })
    const model = createSession(server.apiCall)
    await model.check()
    return { server, model, kind: () => model.session.get().kind }
  }

  it('by hand is at once, whether or not the server hears it; looking again does not unlock', async () => {
    const { server, model, kind } = await signedIn({
      [`POST ${LOCK}`]: new Refusal('offline'),
      [`GET ${LOCK}`]: { ...who, locked: false },
    })
    model.lock()
    expect(kind()).toBe('locked')
    await settle()
    server.replies[`POST ${LOCK}`] = null
    await model.check()
    expect(kind()).toBe('locked')
    expect(server.asked.filter(({ method, url }) => method === 'POST' && url === LOCK)).toHaveLength(2)
  })

  it('unlocked in another tab it goes on; with a wrong password it does not', async () => {
    const { server, model, kind } = await signedIn()
    model.lock()
    await settle()
    server.replies['POST /api/staff/unlock'] = new Refusal('session/wrong-password')
    await expect(model.unlock('wrong')).rejects.toThrow(Refusal)
    expect(kind()).toBe('locked')
    server.replies[`GET ${LOCK}`] = { ...who, locked: false }
    await model.check()
    expect(kind()).toBe('signed-in')
  })

  it('a page that is loaded while it is locked says whose it is and shows nothing else', async () => {
    const server = fakeAsk({ [ME]: new Refusal('session/locked'), [`GET ${LOCK}`]: { ...who, locked: true } })
    const model = createSession(server.apiCall)
    await model.check()
    await settle()
    expect(model.session.get()).toMatchObject({ kind: 'locked', me: null, who: { name: 'Dr Khan' } })
  })

  it('unlocking waits for the server to know of the lock', async () => {
    const order: string[] = []
    let tell = () => {}
    const model = createSession((async (method: string, url: string) => {
      order.push(`${method} ${url}`)
      if (method === 'POST' && url === LOCK) await new Promise<void>((resolve) => (tell = resolve))
      if (url === LOCK) return { ...who, locked: true }
      return me
    }) as Parameters<typeof createSession>[0])
    await model.check()
    model.lock()
    const unlocked = model.unlock('three random words')
    await settle()
    expect(order).not.toContain('POST /api/staff/unlock')
    tell()
    await unlocked
    expect(model.session.get().kind).toBe('signed-in')
  })

  it('over from elsewhere while locked: their work stays for them', async () => {
    const { model } = await signedIn()
    model.lock()
    model.lost()
    expect(model.session.get()).toEqual({ kind: 'signed-out', interrupted: me })
  })
})
