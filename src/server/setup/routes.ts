// HTTP of the first start.
import { Type } from 'typebox'
import { Me, SampleClinic, SampleRemoval, SampleRemovalBody, SetupBody, SetupToken } from '#contract/people'
import { SESSION_COOKIE } from '../platform/caller.ts'
import { type CookieJar, endpoint } from '../platform/endpoint.ts'
import { SESSION_SECONDS } from '../platform/session.ts'
import type { SampleRemover } from './remove-sample.ts'
import type { SetupService, SignedIn } from './service.ts'

const SampleSignInBody = Type.Object({ ...SetupToken.properties, email: Type.String({ maxLength: 254 }) })

/** `me` tells who somebody is, once they are signed in; `sample`: whether the sample clinic is there. */
export function setupRoutes(service: SetupService, me: (personId: string) => Promise<Me>, sample: boolean) {
  const signIn = ({ cookie, personId }: SignedIn, cookies: CookieJar) => {
    cookies.set(SESSION_COOKIE, cookie, SESSION_SECONDS)
    return me(personId)
  }

  const setup = [
    endpoint({
      method: 'POST',
      url: '/api/open/setup',
      surface: 'open',
      action: 'setup.run',
      body: SetupBody,
      reply: Me,
      keeps: true,
      perMinute: 20,
      handle: async ({ body, cookies }) => signIn(await service.setUp(body), cookies),
    }),
  ]
  if (!sample) return setup
  return [
    ...setup,
    endpoint({
      method: 'POST',
      url: '/api/open/sample',
      surface: 'open',
      action: 'setup.run',
      body: SetupToken,
      reply: SampleClinic,
      perMinute: 60,
      handle: ({ body }) => service.sample(body.token),
    }),
    endpoint({
      method: 'POST',
      url: '/api/open/sample/sign-in',
      surface: 'open',
      action: 'setup.run',
      body: SampleSignInBody,
      reply: Me,
      keeps: true,
      perMinute: 60,
      handle: async ({ body, cookies }) => signIn(await service.sampleSignIn(body.token, body.email), cookies),
    }),
  ]
}

/** Removing the sample clinic, which can be there also where none may be made any more. */
export function sampleRemovalRoutes(remover: SampleRemover) {
  return [
    endpoint({
      method: 'GET',
      url: '/api/staff/sample',
      surface: 'staff',
      action: 'settings.read',
      reply: SampleRemoval,
      handle: ({ caller }) => remover.look(caller),
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/sample/remove',
      surface: 'staff',
      action: 'sample.remove',
      body: SampleRemovalBody,
      reply: SampleRemoval,
      handle: ({ caller, body }) => remover.remove(caller, body.name),
    }),
  ]
}
