// Meeting a browser again, or for the first time. Its person is told of a new one unless it is the first they ever used;
// telling is the people slice's.
import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { deviceNameOf } from '#domain/device-name'
import type { AskingBrowser } from './browser.ts'
import type { DbOrTx } from './db.ts'
import { devices } from './schema-devices.ts'
import { fingerprint, newSecret } from './secrets.ts'

/** The id of this browser as one of this person's. */
export async function meetDevice(db: DbOrTx, personId: string, browser: AskingBrowser, now: Date): Promise<string> {
  const name = deviceNameOf(browser.agent)
  const secret = browser.device ?? newSecret()
  // Each time anew: a browser forgets a cookie in the end.
  browser.keepDevice(secret)
  const tokenHash = fingerprint(secret)
  const [known] = await db
    .update(devices)
    .set({ lastAt: now, ...name })
    .where(and(eq(devices.personId, personId), eq(devices.tokenHash, tokenHash)))
    .returning({ id: devices.id })
  if (known) return known.id
  const { address } = browser
  const times = { firstAt: now, lastAt: now, knowsUntil: now }
  const isAnother = sql<boolean>`exists (select 1 from ${devices} where ${devices.personId} = ${personId})`
  const [met] = await db
    .insert(devices)
    .values({ id: randomUUID(), personId, tokenHash, ...name, address, ...times, untold: isAnother })
    // Two requests of one browser at once.
    .onConflictDoUpdate({ target: [devices.personId, devices.tokenHash], set: { lastAt: now } })
    .returning({ id: devices.id })
  return met?.id ?? randomUUID()
}
