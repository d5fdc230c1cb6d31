// Who wants no messages: a phone number or an e-mail address, whoever uses it. Kept is a fingerprint, so that the list says
// of nobody that they are a patient.
import { createHmac } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import type { ChannelName } from '#domain/notification'
import type { OptOutWish } from '#domain/opt-out'
import type { DbOrTx } from './db.ts'
import { optOuts } from './schema-notifications.ts'

/** `root` is the installation's secret: without it nobody finds an address by trying. Carriers write numbers with and without `+`. */
export function optOutKey(root: string, channel: ChannelName, address: string): string {
  const plain = channel === 'sms' ? address.replace(/\D/g, '') : address.trim().toLowerCase()
  return createHmac('sha256', root).update(`opt-out ${channel} ${plain}`).digest('hex')
}

interface Keeping {
  readonly db: DbOrTx
  readonly secret: string
  readonly now: () => Date
}

export async function setOptOut(keeping: Keeping, channel: ChannelName, address: string, wish: OptOutWish) {
  const { db, secret, now } = keeping
  const addressKey = optOutKey(secret, channel, address)
  if (wish === 'stop') await db.insert(optOuts).values({ addressKey, channel, createdAt: now() }).onConflictDoNothing()
  else await db.delete(optOuts).where(eq(optOuts.addressKey, addressKey))
}

/** Those of `keys` that want nothing. */
export async function optedOut(db: DbOrTx, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set()
  const rows = await db
    .select({ key: optOuts.addressKey })
    .from(optOuts)
    .where(inArray(optOuts.addressKey, [...keys]))
  return new Set(rows.map(({ key }) => key))
}
