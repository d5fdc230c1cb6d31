// HTTP of passkeys: signing in with one, and one's own.
import {
  FactorsChanged,
  FactorsView,
  PasskeyAddBody,
  PasskeyAsk,
  PasskeyNameBody,
  PasskeyParams,
  PasskeySignInBody,
} from '#contract/factors'
import { Me } from '#contract/people'
import { SESSION_COOKIE } from '../platform/caller.ts'
import { endpoint } from '../platform/endpoint.ts'
import { SESSION_SECONDS } from '../platform/session.ts'
import type { PasskeyService } from './passkey-service.ts'
import { rotated } from './rotated.ts'

/** `meBy` tells who somebody is, once they are signed in. */
export function passkeyRoutes(service: PasskeyService, meBy: (cookie: string) => Promise<Me>) {
  return [
    endpoint({
      method: 'POST',
      url: '/api/open/passkey',
      surface: 'open',
      action: 'session.start',
      reply: PasskeyAsk,
      perMinute: 60,
      handle: () => service.askToSignIn(),
    }),
    endpoint({
      method: 'POST',
      url: '/api/open/passkey/sign-in',
      surface: 'open',
      action: 'session.start',
      body: PasskeySignInBody,
      reply: Me,
      keeps: true,
      perMinute: 60,
      async handle({ body, cookies }) {
        const cookie = await service.signIn(body.id, body.answer)
        cookies.set(SESSION_COOKIE, cookie, SESSION_SECONDS)
        return meBy(cookie)
      },
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/factors/passkeys',
      surface: 'staff',
      action: 'factor.write-own',
      reply: PasskeyAsk,
      handle: ({ caller }) => service.askToAdd(caller),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/factors/passkeys/confirm',
      surface: 'staff',
      action: 'factor.write-own',
      body: PasskeyAddBody,
      reply: FactorsChanged,
      handle: async ({ caller, body, cookies }) =>
        rotated(cookies, await service.add(caller, body.id, body.name, body.made)),
    }),
    endpoint({
      method: 'PUT',
      url: '/api/staff/factors/passkeys/:passkeyId',
      surface: 'staff',
      action: 'factor.write-own',
      params: PasskeyParams,
      body: PasskeyNameBody,
      reply: FactorsView,
      handle: ({ caller, params, body }) => service.rename(caller, params.passkeyId, body.name),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/factors/passkeys/:passkeyId/remove',
      surface: 'staff',
      action: 'factor.write-own',
      params: PasskeyParams,
      reply: FactorsView,
      handle: async ({ caller, params, cookies }) => rotated(cookies, await service.remove(caller, params.passkeyId)),
    }),
  ]
}
