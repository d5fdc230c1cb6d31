// Taking the code that somebody's authenticator shows: at the second step, and as a proof of who they are.
import { readAuthenticatorCode } from '#domain/factor'
import type { Deps } from '../deps.ts'
import type { Tx } from '../platform/db.ts'
import * as store from './store.ts'
import { stepOfCode } from './totp.ts'

/** Whether it is the code that this person's app shows; it counts once. */
export async function takeCode(
  tx: Tx,
  personId: string,
  typed: string,
  { now, seal }: Pick<Deps, 'now' | 'seal'>,
): Promise<boolean> {
  const code = readAuthenticatorCode(typed)
  const row = await store.authenticatorOf(tx, personId)
  const secret = row && seal.open(row.secret)
  if (!row || !secret || !code) return false
  const step = stepOfCode(secret, code, now(), row.lastStep)
  return step !== null && store.takeStep(tx, personId, step)
}
