// People with a second factor, set up through the product's own doors, and the codes that their app shows.
import type { AuthenticatorAsk, FactorsChanged } from '#contract/factors'
import { stepAt, totpCode } from '../src/server/factors/totp.ts'
import { type Browser, openBrowser } from './browser.ts'
import { PASSWORD, type StaffPerson } from './people.ts'
import type { TestServer } from './server.ts'

export interface Authenticator {
  /** What it shows now, or so many half minutes from now. */
  code(off?: number): string
  readonly recoveryCodes: readonly string[]
}

/** Sets an authenticator up for somebody who is signed in. */
export async function withAuthenticator(server: TestServer, person: Browser): Promise<Authenticator> {
  const ask = await person.call<AuthenticatorAsk>('POST', '/api/staff/factors/authenticator', {})
  const secret = ask.body.secret.replaceAll(' ', '')
  const code = (off = 0) => totpCode(secret, stepAt(server.clock.now()) + off)
  const done = await person.call<FactorsChanged>('POST', '/api/staff/factors/authenticator/confirm', { code: code() })
  if (done.status !== 200) throw new Error(`no authenticator: ${done.text}`)
  // The code that confirmed it is used up.
  server.clock.advance(30_000)
  return { code, recoveryCodes: done.body.recoveryCodes ?? [] }
}

export interface HalfSignedIn {
  readonly browser: Browser
  readonly token: string
}

/** A browser whose sign-in awaits its second step. */
export async function untilSecondStep(
  server: TestServer,
  { me }: StaffPerson,
  password = PASSWORD,
): Promise<HalfSignedIn> {
  const browser = openBrowser(server)
  const reply = await browser.call<{ detail: { token: string } }>('POST', '/api/open/sign-in', {
    email: me.email,
    password,
  })
  if (reply.code !== 'access/second-step-needed') throw new Error(`no second step: ${reply.text}`)
  return { browser, token: reply.body.detail.token }
}
