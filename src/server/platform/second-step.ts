// What comes after a right password: the sign-in itself, or its second step where somebody has a second factor. Used
// wherever a password opens a sign-in; taking the second step is the factors slice's.
import { and, eq, isNotNull } from 'drizzle-orm'
import { SECOND_STEP_MS } from '#domain/factor'
import { Problem } from '#domain/problem'
import type { DbOrTx } from './db.ts'
import { authenticators, passkeys, recoveryCodes, secondSteps } from './schema-factors.ts'
import { fingerprint, newSecret } from './secrets.ts'
import { startSession } from './session.ts'

export type BegunSignIn =
  | { readonly kind: 'signed-in'; readonly cookie: string }
  | { readonly kind: 'second-step'; readonly token: string; readonly ways: SecondWays }

/** What somebody can take the second step with. */
interface SecondWays {
  readonly authenticator: boolean
  readonly passkey: boolean
  readonly recovery: boolean
}

export async function beginSignIn(
  db: DbOrTx,
  { newId, now }: { newId: () => string; now: () => Date },
  personId: string,
): Promise<BegunSignIn> {
  const { any, ways } = await factorsOf(db, personId)
  if (!any) return { kind: 'signed-in', cookie: await startSession(db, newId(), personId, now()) }
  const token = newSecret()
  const endsAt = new Date(now().getTime() + SECOND_STEP_MS)
  await db.insert(secondSteps).values({ id: newId(), tokenHash: fingerprint(token), personId, endsAt })
  return { kind: 'second-step', token, ways }
}

/** The cookie's secret. Throws `access/second-step-needed` with what to take it with. */
export function cookieOf(begun: BegunSignIn): string {
  if (begun.kind === 'signed-in') return begun.cookie
  throw new Problem('access/second-step-needed', { token: begun.token, ...begun.ways })
}

/** Whether there are any, and which of them open something now. */
export async function factorsOf(db: DbOrTx, personId: string): Promise<{ any: boolean; ways: SecondWays }> {
  const apps = await db
    .select({ id: authenticators.id })
    .from(authenticators)
    .where(and(eq(authenticators.personId, personId), isNotNull(authenticators.confirmedAt)))
  const keys = await db.select({ stoppedAt: passkeys.stoppedAt }).from(passkeys).where(eq(passkeys.personId, personId))
  const codes = await db
    .select({ hash: recoveryCodes.codeHash })
    .from(recoveryCodes)
    .where(eq(recoveryCodes.personId, personId))
  return {
    // One that was stopped still asks for a second step: a copied key must not make the password enough.
    any: apps.length > 0 || keys.length > 0,
    ways: {
      authenticator: apps.length > 0,
      passkey: keys.some(({ stoppedAt }) => stoppedAt === null),
      recovery: codes.length > 0,
    },
  }
}
