// Addresses of patients and of whoever was not signed in. The chain holds a mark in their place, made with a salt that is
// kept with the address in a table of its own: once both are deleted the row still proves itself and names no address.
import { createHmac, randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import { sql } from 'drizzle-orm'
import type { AuditWho } from '#domain/audit'
import type { DbOrTx } from '../db.ts'
import type { auditAddresses } from './tables.ts'

export type KeptAddress = typeof auditAddresses.$inferSelect

/** What every mark begins with, and no address. */
const MARK = 'mark:'

/** Without the salt nobody finds the address again, not even by trying all that there are. */
export const markOf = (address: string, salt: Buffer): string =>
  MARK + createHmac('sha256', salt).update(address).digest('base64url')

/** The address as the chain holds it, and what is kept apart; null where it stays in the row. */
export function apart(
  who: AuditWho,
  address: string,
): { readonly mark: string; readonly kept: Pick<KeptAddress, 'address' | 'salt'> } | null {
  if ((who !== 'patient' && who !== 'guest') || isIP(address) === 0) return null
  const salt = randomBytes(16)
  return { mark: markOf(address, salt), kept: { address, salt } }
}

export async function keepAddresses(db: DbOrTx, addresses: readonly KeptAddress[]): Promise<void> {
  if (addresses.length === 0) return
  const values = JSON.stringify(addresses.map(({ salt, ...row }) => ({ ...row, salt: salt.toString('hex') })))
  await db.execute(sql`
    insert into audit_addresses (seq, at, address, salt) select seq, at, address, decode(salt, 'hex')
    from json_to_recordset(${values}) as e(seq bigint, at timestamptz, address text, salt text)`)
}
