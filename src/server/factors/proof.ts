// Proves again who somebody is, in an open session: by password, a code or a passkey. The session then gets a new secret.
// Wrong guesses are counted for the session, as at a locked page. For the identity provider see the slice `provider`.
import { CodeBody, PasskeyAsk, PasskeySignInBody } from '#contract/factors'
import { Done } from '#contract/shapes'
import { UnlockBody } from '#contract/sign-ins'
import { Problem, type ProblemCode } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { clearAttempts, countAttempt, guessesAtSession } from '../platform/attempts.ts'
import type { Staff } from '../platform/caller.ts'
import type { Tx } from '../platform/db.ts'
import { endpoint } from '../platform/endpoint.ts'
import { passwordFits } from '../platform/passwords.ts'
import { keepProof } from '../platform/proof.ts'
import { ensureOwnSignIns } from '../platform/provider-only.ts'
import type { PasskeyService } from './passkey-service.ts'
import { rotated } from './rotated.ts'
import { personWithOrganisation } from './store.ts'
import { takeCode } from './take-code.ts'

const done = { done: true } as const

export function proofRoutes({ db, now, seal }: Deps, passkeys: PasskeyService) {
  const guessing = async (staff: Staff, wrong: ProblemCode, fits: (tx: Tx) => Promise<boolean>): Promise<string> => {
    const guesses = guessesAtSession(staff.sessionId)
    await countAttempt(db, guesses, now)
    return db.transaction(async (tx) => {
      if (!(await fits(tx))) throw new Problem(wrong)
      await clearAttempts(tx, guesses)
      return keepProof(tx, staff.sessionId, now())
    })
  }

  const byPassword = (staff: Staff, password: string) =>
    guessing(staff, 'session/wrong-password', async (tx) => {
      const facts = await personWithOrganisation(tx, staff.personId)
      if (!(await passwordFits(facts?.person.passwordHash ?? null, password))) return false
      await ensureOwnSignIns(tx, staff.organisationId)
      return true
    })

  const byAuthenticator = (staff: Staff, typed: string) =>
    guessing(staff, 'access/wrong-code', (tx) => takeCode(tx, staff.personId, typed, { now, seal }))

  const own = { method: 'POST', surface: 'staff', action: 'session.prove', reply: Done } as const
  return [
    endpoint({
      ...own,
      url: '/api/staff/proof/password',
      body: UnlockBody,
      handle: async ({ caller, body, cookies }) =>
        rotated(cookies, { value: done, cookie: await byPassword(caller, body.password) }),
    }),
    endpoint({
      ...own,
      url: '/api/staff/proof/authenticator',
      body: CodeBody,
      handle: async ({ caller, body, cookies }) =>
        rotated(cookies, { value: done, cookie: await byAuthenticator(caller, body.code) }),
    }),
    endpoint({
      ...own,
      url: '/api/staff/proof/passkey',
      reply: PasskeyAsk,
      handle: ({ caller }) => passkeys.askToProve(caller),
    }),
    endpoint({
      ...own,
      url: '/api/staff/proof/passkey/confirm',
      body: PasskeySignInBody,
      handle: async ({ caller, body, cookies }) =>
        rotated(cookies, { value: done, cookie: await passkeys.prove(caller, body.id, body.answer) }),
    }),
  ]
}
