import { describe, expect, it } from 'vitest'
import type { Me } from '#contract/people'
import { fakeAsk, fakeClock, fakePasskeys } from '../../../test/staff/fake-connection.ts'
import { createRouter } from './router.ts'
import type { SignedIn } from './signed-in.ts'
import { createStaffApp } from './staff-app.ts'

const khan = { personId: 'khan', roles: ['practitioner'] } as unknown as Me
const lee = { personId: 'lee', roles: ['practitioner'] } as unknown as Me
const settle = () => new Promise<void>((resolve) => setTimeout(resolve))

function setUp(path: string) {
  let now = path
  const router = createRouter({
    read: () => ({ path: now, hash: '' }),
    push: (next) => (now = next),
    replace: (next) => (now = next),
    onChange: () => () => {},
  })
  const server = fakeAsk({ 'GET /api/staff/me': khan })
  const log: string[] = []
  const app = createStaffApp({
    router,
    apiCall: server.apiCall,
    passkeys: fakePasskeys(null),
    clock: fakeClock(),
    async open(me) {
      log.push(`open ${me.personId}`)
      return {
        me,
        goOn: () => log.push(`go on ${me.personId}`),
        close: () => log.push(`close ${me.personId}`),
      } as unknown as SignedIn
    },
  })
  return { app, server, log, router }
}

describe('the staff entry', () => {
  it('asks nothing of whoever only looks at the first page', async () => {
    const { server, router, app } = setUp('/')
    await settle()
    expect(server.asked).toEqual([])
    router.go('/staff')
    await settle()
    expect(app.signedIn.get()?.me).toBe(khan)
  })

  it('[D8] the same person goes on where they were', async () => {
    const { app, server, log } = setUp('/staff')
    await settle()
    app.session.lost()
    expect(app.signedIn.get()?.me).toBe(khan)
    server.replies['POST /api/open/sign-in'] = { ...khan }
    await app.session.signIn('a', 'b')
    await settle()
    expect(log).toEqual(['open khan', 'go on khan'])
  })

  it('[SF11] opens nothing for whoever has to set up a second factor first, and everything after', async () => {
    const { app, server, log, router } = setUp('/')
    server.replies['GET /api/staff/me'] = { ...khan, mustEnrol: true }
    router.go('/staff')
    await settle()
    expect([app.signedIn.get(), log]).toEqual([null, []])
    server.replies['GET /api/staff/me'] = { ...khan, mustEnrol: false }
    await app.session.check()
    await settle()
    expect(log).toEqual(['open khan'])
  })

  it('[PE7] other rights are another desk, but a call that goes on is left alone until it is over', async () => {
    const { app, server, log, router } = setUp('/staff')
    await settle()
    router.go('/staff/visits/00000000-0000-4000-8000-000000000001')
    server.replies['GET /api/staff/me'] = { ...khan, roles: ['champion'] }
    await app.session.check()
    await settle()
    expect(log).toEqual(['open khan', 'go on khan', 'go on khan'])
    router.go('/staff')
    await settle()
    expect(log.slice(3)).toEqual(['close khan', 'open khan'])
    expect(app.signedIn.get()?.me.roles).toEqual(['champion'])
  })

  it('[RO4] an auditor begins at the audit, and comes back to it from the desk that they have not', async () => {
    const { app, server, log, router } = setUp('/')
    server.replies['GET /api/staff/me'] = { ...khan, roles: ['auditor'] }
    router.go('/staff')
    await settle()
    expect(router.route.get().page).toBe('audit')
    expect(app.signedIn.get()?.me.roles).toEqual(['auditor'])
    router.go('/staff')
    await settle()
    expect(router.route.get().page).toBe('audit')
    expect(log.filter((line) => line !== 'go on khan')).toEqual(['open khan'])
  })

  it('[RO4] an administrator, who reads the audit as well, begins at the desk', async () => {
    const { server, router } = setUp('/')
    server.replies['GET /api/staff/me'] = { ...khan, roles: ['administrator'] }
    router.go('/staff')
    await settle()
    expect(router.route.get().page).toBe('console')
  })

  it('[D8] another person finds nothing of the first', async () => {
    const { app, server, log } = setUp('/staff')
    await settle()
    app.session.lost()
    server.replies['POST /api/open/sign-in'] = lee
    const seen: (string | null)[] = []
    app.signedIn.subscribe((now) => seen.push(now?.me.personId ?? null))
    await app.session.signIn('a', 'b')
    await settle()
    expect(seen).toEqual([null, 'lee'])
    expect(log).toEqual(['open khan', 'close khan', 'open lee'])
    expect(app.signedIn.get()?.me).toBe(lee)
  })

  it('a program that does not come is told, and can be tried again', async () => {
    const router = setUp('/').router
    let works = false
    const app = createStaffApp({
      router,
      apiCall: fakeAsk({ 'GET /api/staff/me': khan }).apiCall,
      passkeys: fakePasskeys(null),
      clock: fakeClock(),
      async open(me) {
        if (!works) throw new Error('no such file')
        return { me } as unknown as SignedIn
      },
    })
    router.go('/staff')
    await settle()
    expect(app.incomplete.get()).toBe(true)
    works = true
    await app.session.check()
    await settle()
    expect(app.incomplete.get()).toBe(false)
    expect(app.signedIn.get()?.me).toBe(khan)
  })

  it('signing out closes everything', async () => {
    const { app, log } = setUp('/staff')
    await settle()
    await app.session.signOut()
    expect(app.signedIn.get()).toBeNull()
    expect(log).toEqual(['open khan', 'close khan'])
  })

  it('signing out while the program is on its way opens nothing', async () => {
    const { app, log } = setUp('/')
    app.session.begin(khan)
    app.router.go('/staff')
    await app.session.signOut()
    await settle()
    expect(app.signedIn.get()).toBeNull()
    expect(log).toEqual(['open khan', 'close khan'])
  })
})
