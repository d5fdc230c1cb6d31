// Meeting a browser again, or for the first time. Its person is told of a new one unless it is the first they ever used;
// telling is the people slice's. What it is trusted with is little: guesses from it are counted apart (docs/decisions/0015).
import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { deviceNameOf } from '#domain/device-name'
import { type AskingBrowser, askingBrowser } from './browser.ts'
import type { DbOrTx } from './db.ts'
import { people, sessions } from './schema.ts'
import { devices } from './schema-devices.ts'
import { fingerprint, newSecret } from './secrets.ts'

/** The id of this browser as one of this person's. */
export async function meetDevice(db: DbOrTx, personId: string, browser: AskingBrowser, now: Date): Promise<string> {
  const name = deviceNameOf(browser.agent)
  const secret = browser.device && (await isOurs(db, browser.device)) ? browser.device : newSecret()
  // Each time anew: a browser forgets a cookie in the end.
  browser.keepDevice(secret)
  const tokenHash = fingerprint(secret)
  const [known] = await db
    .update(devices)
    .set({ lastAt: now, trusted: true, ...name })
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

/** Whether we gave this secret to a browser: one that somebody else put there must not come to be trusted. */
async function isOurs(db: DbOrTx, secret: string): Promise<boolean> {
  const rows = await db
    .select({ id: devices.id })
    .from(devices)
    .where(eq(devices.tokenHash, fingerprint(secret)))
    .limit(1)
  return rows.length > 0
}

/** This browser's id where the person with this e-mail address signed in with it before; the same work for no person. */
export async function trustedDevice(db: DbOrTx, email: string): Promise<string | null> {
  const secret = askingBrowser()?.device
  if (!secret) return null
  const [row] = await db
    .select({ id: devices.id })
    .from(devices)
    .innerJoin(people, eq(people.id, devices.personId))
    .where(and(eq(people.email, email), eq(devices.tokenHash, fingerprint(secret)), devices.trusted))
  return row?.id ?? null
}

/** Trusts this person's browsers no more, until they sign in there again: all, `at` one sign-in's, or all `but` one's. */
export async function distrustDevices(
  db: DbOrTx,
  personId: string,
  { at, but }: { readonly at?: string; readonly but?: string } = {},
): Promise<void> {
  const deviceOf = (sessionId: string) =>
    sql`(select ${sessions.deviceId} from ${sessions} where ${sessions.id} = ${sessionId})`
  await db
    .update(devices)
    .set({ trusted: false })
    .where(
      and(
        eq(devices.personId, personId),
        at ? eq(devices.id, deviceOf(at)) : undefined,
        but ? sql`${devices.id} is distinct from ${deviceOf(but)}` : undefined,
      ),
    )
}
