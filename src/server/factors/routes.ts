// HTTP of second factors: the second step at sign-in, and one's own page.
import { AuthenticatorAsk, CodeBody, FactorsChanged, FactorsView, SecondStepBody } from '#contract/factors'
import { Me } from '#contract/people'
import { SESSION_COOKIE } from '../platform/caller.ts'
import { endpoint } from '../platform/endpoint.ts'
import { SESSION_SECONDS } from '../platform/session.ts'
import { rotated } from './rotated.ts'
import type { SecondStepService } from './second-step-service.ts'
import type { FactorService } from './service.ts'

/** `meBy` tells who somebody is, once they are signed in. */
export function secondStepRoutes(service: SecondStepService, meBy: (cookie: string) => Promise<Me>) {
  const step = (way: string, take: (token: string, code: string) => Promise<string>) =>
    endpoint({
      method: 'POST',
      url: `/api/open/sign-in/${way}`,
      surface: 'open',
      action: 'session.start',
      body: SecondStepBody,
      reply: Me,
      keeps: true,
      perMinute: 60,
      async handle({ body, cookies }) {
        const cookie = await take(body.token, body.code)
        cookies.set(SESSION_COOKIE, cookie, SESSION_SECONDS)
        return meBy(cookie)
      },
    })
  return [step('authenticator', service.byAuthenticator), step('recovery-code', service.byRecoveryCode)]
}

export function factorRoutes(service: FactorService) {
  return [
    endpoint({
      method: 'GET',
      url: '/api/staff/factors',
      surface: 'staff',
      action: 'factor.read-own',
      reply: FactorsView,
      handle: ({ caller }) => service.view(caller.personId),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/factors/authenticator',
      surface: 'staff',
      action: 'factor.write-own',
      reply: AuthenticatorAsk,
      handle: ({ caller }) => service.beginAuthenticator(caller),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/factors/authenticator/confirm',
      surface: 'staff',
      action: 'factor.write-own',
      body: CodeBody,
      reply: FactorsChanged,
      perMinute: 60,
      handle: async ({ caller, body, cookies }) =>
        rotated(cookies, await service.confirmAuthenticator(caller, body.code)),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/factors/authenticator/remove',
      surface: 'staff',
      action: 'factor.write-own',
      reply: FactorsView,
      handle: async ({ caller, cookies }) => rotated(cookies, await service.removeAuthenticator(caller)),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/factors/recovery-codes',
      surface: 'staff',
      action: 'factor.write-own',
      reply: FactorsChanged,
      handle: async ({ caller, cookies }) => rotated(cookies, await service.makeRecoveryCodes(caller)),
    }),
  ]
}
