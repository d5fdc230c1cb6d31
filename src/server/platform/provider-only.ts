// Whether an organisation's people sign in by its identity provider alone. Asked wherever Bedside itself could let somebody
// in: by a password, a one-time link, or anything else that it keeps.
import { eq } from 'drizzle-orm'
import { Problem } from '#domain/problem'
import type { DbOrTx, Tx } from './db.ts'
import { organisations } from './schema.ts'

export async function isProviderOnly(db: DbOrTx, organisationId: string): Promise<boolean> {
  const [row] = await db
    .select({ only: organisations.providerOnly })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
  return row?.only ?? false
}

/** Throws `access/provider-only`. Ask it of somebody who has proved who they are: to others it tells too much. */
export async function ensureOwnSignIns(db: DbOrTx, organisationId: string): Promise<void> {
  if (await isProviderOnly(db, organisationId)) throw new Problem('access/provider-only')
}

export async function setProviderOnly(tx: Tx, organisationId: string, only: boolean): Promise<void> {
  await tx.update(organisations).set({ providerOnly: only }).where(eq(organisations.id, organisationId))
}

/** The operator's way back in: every organisation takes passwords again. Says how many had closed them. */
export async function allowPasswords(db: DbOrTx): Promise<{ id: string }[]> {
  return db
    .update(organisations)
    .set({ providerOnly: false })
    .where(eq(organisations.providerOnly, true))
    .returning({ id: organisations.id })
}
