// What is only good for trying, and so may not stand in `BEDSIDE_MODE=production`: each in a sentence that says what to set
// instead. Decides nothing for other modes.
import type { Config } from './config.ts'
import { openConnection, openDatabase } from './platform/db.ts'
import { newestSchema, schemaOf } from './platform/migrate.ts'
import { organisationExists } from './setup/store.ts'

const SHORTEST_SECRET = 16

/** What the configuration alone tells. */
export function demoDefaults(config: Config): string[] {
  const { publicUrl, trustProxy, turn, lan } = config
  return [
    ...(publicUrl === null
      ? ['BEDSIDE_URL is not set: set the address people type, such as https://video.example.org.']
      : []),
    ...(publicUrl?.startsWith('http:')
      ? ['BEDSIDE_URL does not begin with https://: without TLS no browser gives its camera to a page.']
      : []),
    ...(lan ? ['--lan makes a certificate that no phone knows: let a reverse proxy serve a real one.'] : []),
    ...(trustProxy === false
      ? [
          'BEDSIDE_TRUST_PROXY is not set: TLS ends at a reverse proxy, and unless that is believed, the audit holds the proxy’s address and limits count all people as one. Set the proxy’s address, such as 127.0.0.1.',
        ]
      : []),
    ...(trustProxy === true
      ? [
          'BEDSIDE_TRUST_PROXY=true believes whoever says where they come from. Set the proxies’ addresses or networks, such as 10.0.0.0/8.',
        ]
      : []),
    ...(turn === null
      ? ['BEDSIDE_TURN_URLS is not set: many patients are in networks from which no call gets through without TURN.']
      : []),
    ...(config.oidc?.issuer.startsWith('http:')
      ? ['BEDSIDE_OIDC_ISSUER does not begin with https://: whoever stands between could sign in as anybody.']
      : []),
    ...(turn && turn.secret.length < SHORTEST_SECRET
      ? [`BEDSIDE_TURN_SECRET is shorter than ${SHORTEST_SECRET} characters: whoever guesses it calls at your expense.`]
      : []),
  ]
}

/** What the database tells. `lenient`: there is something to tell already, and a database that cannot be asked adds nothing. */
export async function sampleDefault(databaseUrl: string, lenient: boolean): Promise<string[]> {
  try {
    const connection = await openConnection(databaseUrl)
    const schema = await schemaOf(connection).finally(() => connection.end())
    // A newer one is refused by whoever brings it forward.
    if (schema === null || schema > newestSchema()) return []
    const { db, close } = openDatabase(databaseUrl, () => {}, 1)
    const there = await organisationExists(db, true).finally(close)
    if (!there) return []
    return [
      'The sample clinic is in this database, with people whose passwords everybody may read: remove it with `npm run sample:remove` (`bedside sample:remove` beside a service), or begin with a database of its own.',
    ]
  } catch (error) {
    if (lenient) return []
    throw error
  }
}
