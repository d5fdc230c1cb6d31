// The only reader of the environment and of the command line. Everything that is wrong is told at once, in words, before
// anything starts.
import { join } from 'node:path'
import type { OidcSettings } from './integrations/oidc/openid.ts'
import { oidcOf } from './oidc-config.ts'
import { Mistake, options, type Setting, settings, type Values } from './settings.ts'

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
  readonly logLevel: Values['logLevel']
  /** null: letters stay in the outbox. */
  readonly mail: { readonly url: string; readonly from: string } | null
  /** null: no identity provider. */
  readonly oidc: OidcSettings | null
  /** Absolute. */
  readonly keyFile: string
  /** null: no `/metrics`. */
  readonly metricsToken: string | null
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
  const secret = values.turnSecret ?? values.turnSecretFile
  const secretIsWrong = mistakes.some((mistake) => mistake.startsWith('BEDSIDE_TURN_SECRET'))
  if (values.turnSecret && values.turnSecretFile) {
    mistakes.push('BEDSIDE_TURN_SECRET and BEDSIDE_TURN_SECRET_FILE are both set: keep one.')
  }
  if (values.turnUrls.length > 0 && !secret && !secretIsWrong) {
    mistakes.push(
      'BEDSIDE_TURN_URLS needs BEDSIDE_TURN_SECRET (or _FILE): browsers refuse a TURN server without credentials.',
    )
  }
  if (values.icePolicy === 'relay' && !env.BEDSIDE_TURN_URLS) {
    mistakes.push('BEDSIDE_ICE_POLICY=relay needs BEDSIDE_TURN_URLS: without a TURN server no call could be made.')
  }
  const smtp = values.smtpUrl ?? values.smtpUrlFile
  const smtpIsWrong = mistakes.some((mistake) => mistake.startsWith('BEDSIDE_SMTP_URL'))
  const fromIsWrong = mistakes.some((mistake) => mistake.startsWith('BEDSIDE_MAIL_FROM'))
  if (values.smtpUrl && values.smtpUrlFile)
    mistakes.push('BEDSIDE_SMTP_URL and BEDSIDE_SMTP_URL_FILE are both set: keep one.')
  if (smtp && !values.mailFrom && !fromIsWrong)
    mistakes.push('BEDSIDE_SMTP_URL needs BEDSIDE_MAIL_FROM: whom letters come from.')
  if (values.mailFrom && !smtp && !smtpIsWrong)
    mistakes.push('BEDSIDE_MAIL_FROM needs BEDSIDE_SMTP_URL (or _FILE): without a mail server no letter leaves.')
  if (smtp && !env.BEDSIDE_URL?.trim())
    mistakes.push('BEDSIDE_SMTP_URL needs BEDSIDE_URL: letters carry links to the address that people type.')
  if (values.metricsToken && values.metricsTokenFile) {
    mistakes.push('BEDSIDE_METRICS_TOKEN and BEDSIDE_METRICS_TOKEN_FILE are both set: keep one.')
  }
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
    logLevel: values.logLevel,
    mail: smtp && values.mailFrom ? { url: smtp, from: values.mailFrom } : null,
    oidc,
    keyFile: values.keyFile ?? join(values.dataFolder, 'key'),
    metricsToken: values.metricsToken ?? values.metricsTokenFile,
    production: values.mode === 'production',
  }
}

/** Every setting's value. Where one is wrong, `mistakes` gets a sentence and the value is its fallback. */
function readValues(env: NodeJS.ProcessEnv, mistakes: string[]): Values {
  const read = (setting: Setting<unknown>) => {
    // Set and empty is unset: that is how compose files and service units leave a variable out.
    const name = setting.names.find((each) => env[each]?.trim())
    try {
      return setting.parse(name ? (env[name] ?? '').trim() : setting.fallback)
    } catch (error) {
      if (!(error instanceof Mistake)) throw error
      mistakes.push(`${name} ${error.message}`)
      return setting.parse(setting.fallback)
    }
  }
  return Object.fromEntries(Object.entries(settings).map(([key, setting]) => [key, read(setting)])) as Values
}

/** A variable that looks like ours and is none is a slip of the pen that would otherwise do nothing, silently. */
function unknownNames(env: NodeJS.ProcessEnv): string[] {
  const known = Object.values(settings).flatMap((setting) => [...setting.names])
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
  | { readonly name: 'backup'; readonly file: string; readonly yes: boolean; readonly withKey: boolean }
  | { readonly name: 'restore'; readonly file: string; readonly yes: boolean }
  | { readonly name: 'passwords:allow' }
  | { readonly name: 'audit:verify'; readonly head: { readonly seq: number; readonly hash: string } | null }

const USAGE = `Commands:
  npm run -s backup -- <file> [--yes] [--without-key]
                                        saves everything; "-" writes to standard output
  npm run -s restore -- <file> [--yes]  puts a backup in the place of what is there; "-" reads standard input
  npm run -s passwords:allow            lets people sign in with passwords again, where an organisation closed that
  npm run -s audit:verify [-- --head <number>:<hash>]`

/** What the operator wants done. Throws `ConfigProblem` with how it is said. */
export function readOperation(argv: readonly string[] = process.argv.slice(2)): Operation {
  const [name, ...rest] = argv
  if (name === 'backup' || name === 'restore') {
    const known = name === 'backup' ? ['--yes', '--without-key'] : ['--yes']
    const [file, ...more] = rest.filter((each) => !known.includes(each))
    const yes = rest.includes('--yes')
    if (file && more.length === 0 && !file.startsWith('--'))
      return name === 'restore' ? { name, file, yes } : { name, file, yes, withKey: !rest.includes('--without-key') }
  }
  if (name === 'passwords:allow' && rest.length === 0) return { name }
  if (name === 'audit:verify') {
    if (rest.length === 0) return { name, head: null }
    const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(rest[1] ?? '') ?? []
    if (rest[0] === '--head' && rest.length === 2 && seq && hash) return { name, head: { seq: Number(seq), hash } }
  }
  throw new ConfigProblem([`"${argv.join(' ')}" is not a command.`, USAGE], 'Nothing was done:')
}
