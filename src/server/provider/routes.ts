// HTTP of signing in by an identity provider, and of what administrators set about it. The provider sends people back to a
// page of ours, which hands on what it brought: so that no request of another site can sign anybody in.
import type { Me } from '#contract/people'
import {
  GroupRulesBody,
  LogoutTokenBody,
  ProviderFinish,
  ProviderFinishBody,
  ProviderOnlyBody,
  ProviderStart,
  ProviderStartBody,
  SignInSettings,
  SignInWays,
} from '#contract/provider'
import { Done } from '#contract/shapes'
import { SESSION_COOKIE } from '../platform/caller.ts'
import { endpoint } from '../platform/endpoint.ts'
import { SESSION_SECONDS } from '../platform/session.ts'
import { ATTEMPT_SECONDS, type ProviderService } from './service.ts'
import type { SignInSettingsService } from './sign-in-settings.ts'

const ATTEMPT_COOKIE = 'bedside_provider'
const done = { done: true } as const

export function providerRoutes(
  service: ProviderService,
  settings: SignInSettingsService,
  meBy: (cookie: string) => Promise<Me>,
) {
  return [
    endpoint({
      method: 'GET',
      url: '/api/open/sign-in-ways',
      surface: 'open',
      action: 'area.welcome',
      reply: SignInWays,
      handle: () => service.ways(),
    }),
    endpoint({
      method: 'POST',
      url: '/api/open/provider/start',
      surface: 'open',
      action: 'session.by-provider',
      body: ProviderStartBody,
      reply: ProviderStart,
      keeps: true,
      perMinute: 60,
      async handle({ body, cookies }) {
        const { url, kept } = await service.start(body, null)
        cookies.set(ATTEMPT_COOKIE, kept, ATTEMPT_SECONDS)
        return { url }
      },
    }),
    endpoint({
      method: 'POST',
      url: '/api/open/provider/finish',
      surface: 'open',
      action: 'session.by-provider',
      body: ProviderFinishBody,
      reply: ProviderFinish,
      keeps: true,
      perMinute: 60,
      async handle({ body, cookies }) {
        const kept = cookies.get(ATTEMPT_COOKIE)
        cookies.set(ATTEMPT_COOKIE, '', 0)
        const { cookie, beside } = await service.finish(body.search, kept)
        cookies.set(SESSION_COOKIE, cookie, SESSION_SECONDS)
        return { me: await meBy(cookie), beside }
      },
    }),
    endpoint({
      method: 'POST',
      url: '/api/open/provider/logout',
      surface: 'open',
      action: 'session.end-by-provider',
      body: LogoutTokenBody,
      reply: Done,
      byServers: 'form',
      async handle({ body }) {
        await service.hearLogout(body.logout_token)
        return done
      },
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/provider/connect',
      surface: 'staff',
      action: 'session.connect-provider',
      body: ProviderStartBody,
      reply: ProviderStart,
      perMinute: 60,
      async handle({ body, caller, cookies }) {
        const { url, kept } = await service.start(body, caller)
        cookies.set(ATTEMPT_COOKIE, kept, ATTEMPT_SECONDS)
        return { url }
      },
    }),
    endpoint({
      method: 'POST',
      url: '/api/staff/proof/provider',
      surface: 'staff',
      action: 'session.prove',
      reply: ProviderStart,
      perMinute: 60,
      async handle({ caller, cookies }) {
        const { url, kept } = await service.startProof(caller)
        cookies.set(ATTEMPT_COOKIE, kept, ATTEMPT_SECONDS)
        return { url }
      },
    }),
    endpoint({
      method: 'GET',
      url: '/api/staff/sign-in-settings',
      surface: 'staff',
      action: 'sign-in.settings',
      reply: SignInSettings,
      handle: ({ caller }) => settings.view(caller),
    }),
    endpoint({
      method: 'PUT',
      url: '/api/staff/sign-in-settings/only',
      surface: 'staff',
      action: 'sign-in.settings',
      body: ProviderOnlyBody,
      reply: SignInSettings,
      async handle({ caller, body }) {
        await settings.setOnly(caller, body.only)
        return settings.view(caller)
      },
    }),
    endpoint({
      method: 'PUT',
      url: '/api/staff/sign-in-settings/groups',
      surface: 'staff',
      action: 'sign-in.settings',
      body: GroupRulesBody,
      reply: SignInSettings,
      async handle({ caller, body }) {
        await settings.setRules(caller, body.rules)
        return settings.view(caller)
      },
    }),
  ]
}
