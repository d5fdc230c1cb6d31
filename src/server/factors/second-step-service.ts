// The second step of a sign-in whose password was right. Guesses are counted for each person, whichever sign-in they belong
// to, and apart at a browser they signed in with before; whoever is guessed at hears of it by a letter.
import { readRecoveryCode } from '#domain/factor'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { clearAttempts, countAttempt, guessesHere, MOST_ATTEMPTS } from '../platform/attempts.ts'
import { outsideAudit, setAuditSubject } from '../platform/audit/context.ts'
import type { Tx } from '../platform/db.ts'
import { ensureOwnSignIns } from '../platform/provider-only.ts'
import { fingerprint } from '../platform/secrets.ts'
import { startSession } from '../platform/session.ts'
import { tell } from './changes.ts'
import * as store from './store.ts'
import { takeCode } from './take-code.ts'

export interface SecondStepService {
  /** The cookie's secret. Throws `access/second-step-over`, `access/wrong-code`, `access/provider-only` or `request/too-many`. */
  byAuthenticator(token: string, typed: string): Promise<string>
  /** The code is used up. Throws the same. */
  byRecoveryCode(token: string, typed: string): Promise<string>
}

export function openSecondStepService(deps: Deps): SecondStepService {
  const { db, now, newId } = deps

  const warn = (personId: string) =>
    outsideAudit(() =>
      db.transaction(async (tx) => {
        const facts = await store.personWithOrganisation(tx, personId)
        if (facts) await tell(tx, deps, facts, { kind: 'guessed' })
      }),
    )

  const take = async (token: string, fits: (tx: Tx, personId: string) => Promise<boolean>): Promise<string> => {
    const step = await store.secondStepOf(db, fingerprint(token), now())
    if (!step) throw new Problem('access/second-step-over')
    const { id, personId, email, organisationId } = step
    setAuditSubject('person', personId)
    const guesses = await guessesHere(db, 'second step', email)
    const attempts = await countAttempt(db, guesses, now)
    try {
      return await db.transaction(async (tx) => {
        // Thrown in here, so that it is not written down as done.
        if (!(await fits(tx, personId))) throw new Problem('access/wrong-code')
        if (!(await store.takeSecondStep(tx, id))) throw new Problem('access/second-step-over')
        // Closed to it since the password was typed.
        await ensureOwnSignIns(tx, organisationId)
        await clearAttempts(tx, guesses)
        return startSession(tx, newId(), personId, now())
      })
    } catch (error) {
      if (attempts === MOST_ATTEMPTS && error instanceof Problem && error.code === 'access/wrong-code')
        await warn(personId)
      throw error
    }
  }

  return {
    byAuthenticator: (token, typed) => take(token, (tx, personId) => takeCode(tx, personId, typed, deps)),
    byRecoveryCode: (token, typed) =>
      take(token, async (tx, personId) => {
        const code = readRecoveryCode(typed)
        if (!code || !(await store.takeRecoveryCode(tx, personId, fingerprint(code)))) return false
        const facts = await store.personWithOrganisation(tx, personId)
        const left = await store.recoveryCodesLeft(tx, personId)
        if (facts) await tell(tx, deps, facts, { kind: 'code-used', left })
        return true
      }),
  }
}
