// HTTP of signing in and out.
import { EquipmentFindings } from '#contract/equipment'
import { Me, SignInBody } from '#contract/people'
import { SignedOut } from '#contract/provider'
import { SESSION_COOKIE } from '../platform/caller.ts'
import { endpoint } from '../platform/endpoint.ts'
import { SESSION_SECONDS } from '../platform/session.ts'
import type { PeopleService } from './service.ts'

const done = { done: true } as const

/** `wayOut`: where a sign-in ends at the identity provider, too. */
export function peopleRoutes(service: PeopleService, wayOut: (sessionId: string) => Promise<string | null>) {
  return [
    endpoint({
      method: 'POST',
      url: '/api/open/sign-in',
      surface: 'open',
      action: 'session.start',
      body: SignInBody,
      reply: Me,
      keeps: true,
      // A whole clinic may sign in from one address within a minute; guessing is slowed for each e-mail address.
      perMinute: 60,
      async handle({ body, cookies }) {
        const { cookie, me } = await service.signIn(body.email, body.password)
        cookies.set(SESSION_COOKIE, cookie, SESSION_SECONDS)
        return me
      },
    }),
    endpoint({
      method: 'GET',
      url: '/api/staff/me',
      surface: 'staff',
      action: 'session.read',
      reply: Me,
      handle: ({ caller }) => service.me(caller.personId, caller.sessionId),
    }),
    endpoint({
      method: 'PUT',
      url: '/api/staff/equipment',
      surface: 'staff',
      action: 'equipment.keep-own',
      body: EquipmentFindings,
      reply: Me,
      handle: ({ caller, body }) => service.keepFindings(caller.personId, caller.sessionId, body),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/sign-out',
      surface: 'staff',
      action: 'session.end',
      reply: SignedOut,
      async handle({ caller, cookies }) {
        const url = await wayOut(caller.sessionId)
        await service.signOut(caller.personId, caller.sessionId)
        cookies.set(SESSION_COOKIE, '', 0)
        return { ...done, url }
      },
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/sign-out-everywhere',
      surface: 'staff',
      action: 'session.end',
      reply: SignedOut,
      async handle({ caller, cookies }) {
        const url = await wayOut(caller.sessionId)
        await service.signOutEverywhere(caller.personId, caller.sessionId)
        cookies.set(SESSION_COOKIE, '', 0)
        return { ...done, url }
      },
    }),
  ]
}
