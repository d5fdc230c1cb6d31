// HTTP of one's own name, address and password. Every change answers with what is true then.
import { AccountView, ConfirmEmailBody, OwnEmailBody, OwnNameBody, OwnPasswordBody } from '#contract/account'
import { SESSION_COOKIE } from '../platform/caller.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { AccountService } from './account-service.ts'

export function accountRoutes(service: AccountService) {
  const own = { surface: 'staff', action: 'account.change', reply: AccountView } as const
  return [
    endpoint({
      ...own,
      method: 'GET',
      url: '/api/staff/account',
      action: 'session.read',
      handle: ({ caller }) => service.view(caller),
    }),
    endpoint({
      ...own,
      method: 'PUT',
      url: '/api/staff/account/name',
      body: OwnNameBody,
      async handle({ caller, body }) {
        await service.rename(caller, body.name)
        return service.view(caller)
      },
    }),
    endpoint({
      ...own,
      method: 'POST',
      url: '/api/staff/account/email',
      body: OwnEmailBody,
      perMinute: 10,
      async handle({ caller, body }) {
        await service.askEmail(caller, body.email, body.password)
        return service.view(caller)
      },
    }),
    endpoint({
      ...own,
      method: 'POST',
      url: '/api/staff/account/email/confirm',
      body: ConfirmEmailBody,
      perMinute: 20,
      async handle({ caller, body }) {
        await service.confirmEmail(caller, body.token)
        return service.view(caller)
      },
    }),
    endpoint({
      ...own,
      method: 'POST',
      url: '/api/staff/account/email/cancel',
      async handle({ caller }) {
        await service.cancelEmail(caller)
        return service.view(caller)
      },
    }),
    endpoint({
      ...own,
      method: 'PUT',
      url: '/api/staff/account/password',
      body: OwnPasswordBody,
      perMinute: 10,
      async handle({ caller, body, cookies }) {
        const { cookie, seconds } = await service.changePassword(caller, body.password, body.next)
        cookies.set(SESSION_COOKIE, cookie, seconds)
        return service.view(caller)
      },
    }),
  ]
}
