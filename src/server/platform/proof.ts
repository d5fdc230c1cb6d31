// Whether whoever sits at a sign-in has proved lately that they are its person. A page left open on a desk, or a cookie that
// was taken, is not enough to change how somebody signs in (`needsProof` in domain/permission says for what).
import { eq, sql } from 'drizzle-orm'
import { type Action, needsProof, PROOF_MS } from '#domain/permission'
import { Problem } from '#domain/problem'
import type { Staff } from './caller.ts'
import type { Db, DbOrTx } from './db.ts'
import { organisations, people } from './schema.ts'
import { personIdentities } from './schema-provider.ts'
import { factorsOf } from './second-step.ts'
import { renewSession } from './session.ts'

/** Throws `session/proof-needed` with by what they can prove it. */
export async function ensureProven(db: Db, staff: Staff, action: Action, now: Date): Promise<void> {
  if (!needsProof(action)) return
  const since = now.getTime() - (staff.provenAt?.getTime() ?? 0)
  if (staff.provenAt && since >= 0 && since < PROOF_MS) return
  throw new Problem('session/proof-needed', await waysOf(db, staff.personId))
}

async function waysOf(db: Db, personId: string) {
  const [person] = await db
    .select({
      password: sql<boolean>`${people.passwordHash} is not null and not ${organisations.providerOnly}`,
      provider: sql<boolean>`exists (select 1 from ${personIdentities} where ${personIdentities.personId} = ${people.id})`,
    })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(people.id, personId))
  const { authenticator, passkey } = (await factorsOf(db, personId)).ways
  return { password: person?.password ?? false, authenticator, passkey, provider: person?.provider ?? false }
}

/** They have just proved it: the secret for the cookie from now on, so that another copy of the one before gains nothing. */
export async function keepProof(db: DbOrTx, sessionId: string, now: Date): Promise<string> {
  const cookie = await renewSession(db, sessionId, now, { provenAt: now })
  if (!cookie) throw new Problem('access/sign-in-needed')
  return cookie
}
