// HTTP of where one is signed in, and of locking.
import { Me } from '#contract/people'
import { Done } from '#contract/shapes'
import { IdleBody, LockView, SignInList, SignInParams, UnlockBody } from '#contract/sign-ins'
import { SESSION_COOKIE } from '../platform/caller.ts'
import { endpoint } from '../platform/endpoint.ts'
import { SESSION_SECONDS } from '../platform/session.ts'
import type { PeopleService } from './service.ts'
import type { SignInService } from './sign-ins-service.ts'

const done = { done: true } as const

export function signInRoutes(service: SignInService, me: PeopleService['me']) {
  return [
    endpoint({
      method: 'GET',
      url: '/api/staff/sign-ins',
      surface: 'staff',
      action: 'session.list-own',
      reply: SignInList,
      handle: ({ caller }) => service.list(caller),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/sign-ins/:sessionId/end',
      surface: 'staff',
      action: 'session.end',
      params: SignInParams,
      reply: SignInList,
      handle: ({ caller, params }) => service.end(caller, params.sessionId),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/sign-ins/end-others',
      surface: 'staff',
      action: 'session.end',
      reply: SignInList,
      handle: ({ caller }) => service.endOthers(caller),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/devices/known',
      surface: 'staff',
      action: 'session.list-own',
      reply: Me,
      async handle({ caller }) {
        await service.knowDevices(caller)
        return me(caller.personId, caller.sessionId)
      },
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/active',
      surface: 'staff',
      action: 'session.touch',
      reply: Done,
      async handle({ caller }) {
        await service.touch(caller)
        return done
      },
    }),
    endpoint({
      method: 'GET',
      url: '/api/staff/lock',
      surface: 'staff',
      action: 'session.lock',
      reply: LockView,
      handle: ({ caller }) => service.lockView(caller),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/lock',
      surface: 'staff',
      action: 'session.lock',
      reply: Done,
      async handle({ caller }) {
        await service.lock(caller)
        return done
      },
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/unlock',
      surface: 'staff',
      action: 'session.unlock',
      body: UnlockBody,
      reply: Me,
      // A whole hospital comes back from its break behind one address; guessing is slowed for each account.
      async handle({ caller, body, cookies }) {
        cookies.set(SESSION_COOKIE, await service.unlock(caller, body.password), SESSION_SECONDS)
        return me(caller.personId, caller.sessionId)
      },
    }),
    endpoint({
      method: 'PUT',
      url: '/api/staff/settings/idle',
      surface: 'staff',
      action: 'organisation.settings',
      body: IdleBody,
      reply: Me,
      async handle({ caller, body }) {
        await service.setIdleMinutes(caller, body.idleMinutes)
        return me(caller.personId, caller.sessionId)
      },
    }),
  ]
}
