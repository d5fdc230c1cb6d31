// The only reader of the environment and of the command line. Everything that is wrong is told at once, in words, before
// anything starts.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeptDays } from '#domain/retention'
import { carriersOf } from './channel-config.ts'
import type { CarrierSettings } from './integrations/channels/open.ts'
import type { OidcSettings } from './integrations/oidc/openid.ts'
import { oidcOf } from './oidc-config.ts'
import { Mistake } from './setting-values.ts'
import { options, type Setting, settings, type Values } from './settings.ts'

export interface Config {
  /** TCP port; 0 takes any free one. */
  readonly port: number
  /** The address to listen on. */
  readonly host: string
  /** The address people type, without a slash at the end; null when nobody has said. */
  readonly publicUrl: string | null
  /** Absolute. Holds the embedded database and the generated certificate. */
  readonly dataFolder: string
  /** null: the embedded database. */
  readonly databaseUrl: string | null
  /** HTTPS on this machine's own addresses, for trying with a phone. */
  readonly lan: boolean
  readonly turn: TurnConfig | null
  readonly stunUrls: readonly string[]
  readonly iceTransportPolicy: 'all' | 'relay'
  /** As Fastify takes it: none, all, a number of hops, or addresses and networks separated by commas. */
  readonly trustProxy: boolean | number | string
  /** Sockets of one address at a time. */
  readonly connectionsPerAddress: number
  readonly logLevel: Values['logLevel']
  /** Who carries e-mails and text messages. */
  readonly carriers: CarrierSettings
  /** null: no identity provider. */
  readonly oidc: OidcSettings | null
  /** Absolute. Photos that patients send, encrypted. */
  readonly filesFolder: string
  /** Absolute. */
  readonly keyFile: string
  /** null: no `/metrics`. */
  readonly metricsToken: string | null
  readonly keptDays: KeptDays
  /** Who can open backups; empty: everybody. */
  readonly backupRecipients: readonly string[]
  /** How old the last backup may be; null: nobody is warned. */
  readonly backupDays: number | null
  /** Where the end of the audit's chain is told, besides the log. */
  readonly auditHeads: {
    /** Absolute. */
    readonly file: string | null
    readonly webhook: { readonly url: string; readonly secret: string } | null
  }
  /** For real patients: see production.ts. */
  readonly production: boolean
}

export interface TurnConfig {
  readonly urls: readonly string[]
  /** coturn's `static-auth-secret`. */
  readonly secret: string
  readonly lifetimeSeconds: number
}

/** Everything that is wrong with the configuration, one sentence each. Its message is complete for the terminal. */
export class ConfigProblem extends Error {
  readonly mistakes: readonly string[]
  constructor(mistakes: readonly string[], head = 'Bedside cannot start with this configuration:') {
    super([head, ...mistakes.map((mistake) => `  - ${mistake}`)].join('\n'))
    this.name = 'ConfigProblem'
    this.mistakes = mistakes
  }
}

/** Throws one `ConfigProblem` with every mistake in it. */
export function readConfig(
  env: NodeJS.ProcessEnv = process.env,
  argv: readonly string[] = process.argv.slice(2),
): Config {
  const mistakes = [...unknownNames(env), ...unknownOptions(argv)]
  const values = readValues(env, mistakes)
  const lan = argv.includes('--lan')
  const { turnSecret: secret } = values
  const isWrong = (name: string) => mistakes.some((mistake) => mistake.startsWith(name))
  if (values.turnUrls.length > 0 && !secret && !isWrong('BEDSIDE_TURN_SECRET')) {
    mistakes.push(
      'BEDSIDE_TURN_URLS needs BEDSIDE_TURN_SECRET (or _FILE): browsers refuse a TURN server without credentials.',
    )
  }
  if (values.icePolicy === 'relay' && !env.BEDSIDE_TURN_URLS) {
    mistakes.push('BEDSIDE_ICE_POLICY=relay needs BEDSIDE_TURN_URLS: without a TURN server no call could be made.')
  }
  const carriers = carriersOf(values, mistakes)
  const { auditHeadUrl: headUrl, auditHeadSecret: headSecret } = values
  if (headUrl && !headSecret && !isWrong('BEDSIDE_AUDIT_HEAD_SECRET'))
    mistakes.push('BEDSIDE_AUDIT_HEAD_URL needs BEDSIDE_AUDIT_HEAD_SECRET (or _FILE): what it is sent is signed.')
  const oidc = oidcOf(values, mistakes)
  if (mistakes.length > 0) throw new ConfigProblem(mistakes)
  return {
    port: values.port,
    host: values.host ?? (lan ? '0.0.0.0' : 'localhost'),
    publicUrl: values.publicUrl,
    dataFolder: values.dataFolder,
    databaseUrl: values.databaseUrl,
    lan,
    turn:
      values.turnUrls.length > 0 && secret
        ? { urls: values.turnUrls, secret, lifetimeSeconds: values.turnLifetime }
        : null,
    stunUrls: values.stunUrls,
    iceTransportPolicy: values.icePolicy,
    trustProxy: values.trustProxy,
    connectionsPerAddress: values.connectionsPerAddress,
    logLevel: values.logLevel,
    carriers,
    oidc,
    filesFolder: join(values.dataFolder, 'files'),
    keyFile: values.keyFile ?? join(values.dataFolder, 'key'),
    metricsToken: values.metricsToken,
    auditHeads: {
      file: values.auditHeadFile,
      webhook: headUrl && headSecret ? { url: headUrl, secret: headSecret } : null,
    },
    backupRecipients: values.backupRecipients,
    backupDays: values.backupDays,
    keptDays: { auditAddresses: values.auditAddressDays, glassReasons: values.glassReasonDays },
    production: values.mode === 'production',
  }
}

/** Every setting's value. Where one is wrong, `mistakes` gets a sentence and the value is its fallback. */
function readValues(env: NodeJS.ProcessEnv, mistakes: string[]): Values {
  const read = (setting: Setting<unknown>) => {
    // Set and empty is unset: that is how compose files and service units leave a variable out.
    const [name, other] = namesOf(setting).filter((each) => env[each]?.trim())
    if (name === undefined) return setting.parse(setting.fallback)
    const inFile = setting.secret && name.endsWith(FILE)
    if (setting.secret && other !== undefined) mistakes.push(`${name} and ${other} are both set: keep one.`)
    try {
      const text = (env[name] ?? '').trim()
      return setting.parse(inFile ? fileContent(text) : text)
    } catch (error) {
      mistakes.push(sentence(setting, name, error))
      return setting.parse(setting.fallback)
    }
  }
  return Object.fromEntries(Object.entries(settings).map(([key, setting]) => [key, read(setting)])) as Values
}

const FILE = '_FILE'

/** Every variable that a setting is read from. */
const namesOf = ({ names, secret }: Setting<unknown>): readonly string[] =>
  secret ? names.flatMap((name) => [name, name + FILE]) : names

/** What is wrong with `name`; a value that is a secret stays out of it, whatever its parser said. */
function sentence(setting: Setting<unknown>, name: string, error: unknown): string {
  if (!(error instanceof Mistake)) return `${name} holds a value that Bedside cannot read.`
  const held = setting.secret && name.endsWith(FILE) && !(error instanceof FileMistake)
  const subject = held ? `${name} names a file whose value` : name
  return `${subject} ${error.message}${setting.secret || error.shown === null ? '' : `, and is "${error.shown}"`}.`
}

/** About the file and not about what stands in it. */
class FileMistake extends Mistake {}

function fileContent(path: string): string {
  let content: string
  try {
    content = readFileSync(path, 'utf8').trim()
  } catch {
    throw new FileMistake(`names a file that cannot be read: ${path}`)
  }
  if (content === '') throw new FileMistake(`names an empty file: ${path}`)
  return content
}

/** A variable that looks like ours and is none is a slip of the pen that would otherwise do nothing, silently. */
function unknownNames(env: NodeJS.ProcessEnv): string[] {
  const known = Object.values(settings).flatMap(namesOf)
  return (
    Object.keys(env)
      .filter((name) => name.startsWith('BEDSIDE_') && !known.includes(name))
      // Kubernetes sets these by itself for a service that is called bedside.
      .filter((name) => !/^BEDSIDE_(SERVICE_|PORT_)/.test(name))
      .map((name) => `${name} is not a setting. There are ${known.join(', ')}.`)
  )
}

function unknownOptions(argv: readonly string[]): string[] {
  return argv
    .filter((option) => !(option in options))
    .map((option) => `"${option}" is not an option. There is ${Object.keys(options).join(', ')}.`)
}

export type Operation =
  /** `withKey` null: nothing was said, so only into an encrypted one. */
  | { readonly name: 'backup'; readonly file: string; readonly yes: boolean; readonly withKey: boolean | null }
  | { readonly name: 'backup:identity'; readonly file: string }
  | { readonly name: 'restore'; readonly file: string; readonly yes: boolean; readonly identity: string | null }
  | { readonly name: 'passwords:allow' }
  | { readonly name: 'sample:remove'; readonly yes: boolean }
  | {
      readonly name: 'audit:verify'
      readonly head: { readonly seq: number; readonly hash: string } | null
      readonly archives: readonly string[]
    }
  | { readonly name: 'database:prepare'; readonly role: string }
  | { readonly name: 'audit:archive'; readonly folder: string; readonly upTo: string }

const USAGE = `Commands:
  npm run -s backup -- <file> [--yes] [--with-key | --without-key]
                                        saves everything; "-" writes to standard output
  npm run -s backup:identity -- <file>  makes what opens encrypted backups, and says for whom to encrypt them
  npm run -s restore -- <file> [--yes] [--identity <file>]
                                        puts a backup in the place of what is there; "-" reads standard input
  npm run -s passwords:allow            lets people sign in with passwords again, where an organisation closed that
  npm run -s sample:remove [-- --yes]   says what the sample clinic holds; with --yes it goes, for good
  npm run -s audit:verify [-- [--head <number>:<hash>] <archive> …]
  npm run -s database:prepare -- <role> brings the tables forward and lets the server’s account use them
  npm run -s audit:archive -- <folder> --up-to <year>-<month>
                                        moves the audit's months up to that one to files, and out of the database`

/** What the operator wants done. Throws `ConfigProblem` with how it is said. */
export function readOperation(argv: readonly string[] = process.argv.slice(2)): Operation {
  const [name, ...rest] = argv
  if (name === 'backup') {
    const [file, ...more] = rest.filter((each) => !['--yes', '--with-key', '--without-key'].includes(each))
    const [withIt, without] = [rest.includes('--with-key'), rest.includes('--without-key')]
    if (file && more.length === 0 && !file.startsWith('--') && !(withIt && without))
      return { name, file, yes: rest.includes('--yes'), withKey: withIt ? true : without ? false : null }
  }
  if (name === 'restore') {
    const at = rest.indexOf('--identity')
    const identity = at === -1 ? null : (rest[at + 1] ?? '')
    const others = rest.filter((each, index) => each !== '--yes' && (at === -1 || (index !== at && index !== at + 1)))
    const [file, ...more] = others
    if (file && more.length === 0 && !file.startsWith('--') && identity !== '' && !identity?.startsWith('--'))
      return { name, file, yes: rest.includes('--yes'), identity }
  }
  const [only] = rest
  if (name === 'backup:identity' && only && rest.length === 1 && !only.startsWith('--')) return { name, file: only }
  if (name === 'passwords:allow' && rest.length === 0) return { name }
  if (name === 'sample:remove' && rest.every((each) => each === '--yes')) return { name, yes: rest.length > 0 }
  if (name === 'audit:verify') {
    const noted = rest[0] === '--head'
    const archives = noted ? rest.slice(2) : rest
    const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(rest[1] ?? '') ?? []
    const known = !archives.some((each) => each.startsWith('--'))
    if (known && !noted) return { name, head: null, archives }
    if (known && seq && hash) return { name, head: { seq: Number(seq), hash }, archives }
  }
  if (name === 'database:prepare' && only && rest.length === 1 && !only.startsWith('--')) return { name, role: only }
  if (name === 'audit:archive' && rest.length === 3) {
    const [folder = '', option, upTo = ''] = rest
    if (option === '--up-to' && /^\d{4}-(0[1-9]|1[0-2])$/.test(upTo) && !folder.startsWith('--'))
      return { name, folder, upTo }
  }
  throw new ConfigProblem([`"${argv.join(' ')}" is not a command.`, USAGE], 'Nothing was done:')
}
