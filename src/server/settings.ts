// Every variable that Bedside reads, with its meaning: docs/configuration.md is made from this table. Only config.ts uses
// it to read anything. What an organisation decides (hours, retention, consent) is data and never stands here.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** What a parser throws: the end of a sentence that begins with the variable's name. It never repeats a secret. */
export class Mistake extends Error {}

export interface Setting<T> {
  /** The first name wins when several are set. */
  readonly names: readonly string[]
  /** As it would be typed; '' for none. */
  readonly fallback: string
  readonly parse: (text: string) => T
  readonly meaning: string
}

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug'] as const

export const settings = {
  port: setting(['BEDSIDE_PORT', 'PORT'], '3000', whole(0, 65535), 'TCP port to listen on; 0 takes any free one.'),
  host: setting(
    ['BEDSIDE_HOST'],
    '',
    optional,
    'Address to listen on. Unset: `localhost`, or `0.0.0.0` with `--lan`. In a container, or behind a reverse proxy on another machine: `0.0.0.0`.',
  ),
  publicUrl: setting(
    ['BEDSIDE_URL'],
    '',
    optionally(origin),
    'The address people type, such as `https://video.example.org`. Needed behind a reverse proxy: links and cookies follow it, and passkeys are good at this address alone.',
  ),
  mode: setting(
    ['BEDSIDE_MODE'],
    'trial',
    oneOf(['trial', 'production'] as const),
    '`production` for real patients: Bedside then refuses to start with what is only good for trying, and says all of it at once. `trial` for everything else.',
  ),
  dataFolder: setting(
    ['BEDSIDE_DATA'],
    './data',
    (text) => resolve(text),
    'Folder of the embedded database and of the generated certificate. Back it up with `npm run backup`.',
  ),
  databaseUrl: setting(
    ['DATABASE_URL'],
    '',
    optionally(database),
    'A PostgreSQL server of your own, 15 or newer: `postgres://name:password@host/database`. Unset: the embedded one.',
  ),
  turnUrls: setting(
    ['BEDSIDE_TURN_URLS'],
    '',
    addresses('turn'),
    'TURN servers, separated by commas: `turn:turn.example.org:3478,turns:turn.example.org:443?transport=tcp`.',
  ),
  turnSecret: setting(
    ['BEDSIDE_TURN_SECRET'],
    '',
    optional,
    "The TURN servers' `static-auth-secret`, from which time-limited credentials are made.",
  ),
  turnSecretFile: setting(
    ['BEDSIDE_TURN_SECRET_FILE'],
    '',
    optionally(fileContent),
    'A file that holds the TURN secret, instead of the variable.',
  ),
  turnLifetime: setting(
    ['BEDSIDE_TURN_LIFETIME'],
    '14400',
    whole(600, 86_400),
    'Seconds for which TURN credentials are valid: at least as long as the longest call.',
  ),
  stunUrls: setting(
    ['BEDSIDE_STUN_URLS'],
    '',
    addresses('stun'),
    'STUN servers, separated by commas. A TURN server answers STUN as well, so with one this may stay unset.',
  ),
  icePolicy: setting(
    ['BEDSIDE_ICE_POLICY'],
    'all',
    oneOf(['all', 'relay'] as const),
    '`relay` sends every call through TURN and hides addresses from the other side; `all` takes the shortest way.',
  ),
  trustProxy: setting(
    ['BEDSIDE_TRUST_PROXY'],
    'false',
    proxies,
    'Whose `X-Forwarded-*` headers to believe: `true`, the number of proxies, or their addresses and networks separated by commas. `true` only where nobody can reach Bedside past the proxy.',
  ),
  smtpUrl: setting(
    ['BEDSIDE_SMTP_URL'],
    '',
    optionally(mailServer),
    'A mail server for invitations and new passwords: `smtps://name:password@mail.example.org` or `smtp://mail.example.org:587` (STARTTLS). Unset: letters stay in the outbox, where administrators read them.',
  ),
  smtpUrlFile: setting(
    ['BEDSIDE_SMTP_URL_FILE'],
    '',
    optionally(mailServerInFile),
    'A file that holds the address of the mail server, instead of the variable.',
  ),
  mailFrom: setting(
    ['BEDSIDE_MAIL_FROM'],
    '',
    optionally(mailAddress),
    'Whom letters come from: `video@example.org` or `Hillside Health <video@example.org>`.',
  ),
  keyFile: setting(
    ['BEDSIDE_KEY_FILE'],
    '',
    (text) => (text === '' ? null : resolve(text)),
    'The key that seals what must not lie open in the database, such as links of letters on their way and the secrets of authenticator apps: with another key nobody’s codes fit. Unset: `key` in the data folder. Made on the first start; back it up, and give every process the same.',
  ),
  oidcIssuer: setting(
    ['BEDSIDE_OIDC_ISSUER'],
    '',
    optionally(issuer),
    'Sign-in by your own identity provider (OpenID Connect): its issuer, such as `https://login.microsoftonline.com/<tenant>/v2.0`. Unset: people sign in with passwords alone.',
  ),
  oidcClientId: setting(['BEDSIDE_OIDC_CLIENT_ID'], '', optional, 'As what the provider knows Bedside.'),
  oidcClientSecret: setting(['BEDSIDE_OIDC_CLIENT_SECRET'], '', optional, 'The secret that goes with it.'),
  oidcClientSecretFile: setting(
    ['BEDSIDE_OIDC_CLIENT_SECRET_FILE'],
    '',
    optionally(fileContent),
    'A file that holds that secret, instead of the variable.',
  ),
  oidcClientKeyFile: setting(
    ['BEDSIDE_OIDC_CLIENT_KEY_FILE'],
    '',
    optionally(keyInFile),
    'A file with a private key (a JSON Web Key with `kid` and `alg`) in the place of a secret: `private_key_jwt`, as NHS CIS2 prefers.',
  ),
  oidcName: setting(
    ['BEDSIDE_OIDC_NAME'],
    '',
    optional,
    'What the button says after “Sign in with”, such as `NHS Care Identity`. Unset: the name of the provider’s host.',
  ),
  oidcScopes: setting(
    ['BEDSIDE_OIDC_SCOPES'],
    'openid profile email',
    scopes,
    'What the provider is asked to tell, separated by blanks.',
  ),
  oidcGroupsClaim: setting(
    ['BEDSIDE_OIDC_GROUPS_CLAIM'],
    '',
    optional,
    'The claim in which groups stand, such as `groups` (Entra ID) or `realm_access.roles` (Keycloak); dots lead into what stands inside. Unset: roles are given by hand alone.',
  ),
  oidcAcrValues: setting(
    ['BEDSIDE_OIDC_ACR_VALUES'],
    '',
    words,
    'How strong a sign-in the provider is asked for, separated by blanks, the best liked first: `AAL2_OR_AAL3_ANY` for NHS CIS2.',
  ),
  oidcAcrAccepted: setting(
    ['BEDSIDE_OIDC_ACR_ACCEPTED'],
    '',
    words,
    'Which `acr` is taken in its answer, separated by blanks. Unset: those that were asked for.',
  ),
  oidcTrustEmail: setting(
    ['BEDSIDE_OIDC_TRUST_EMAIL'],
    'false',
    oneOf(['true', 'false'] as const),
    '`true` where the provider does not say that an e-mail address is verified, and only its administrators set them. Whoever can choose their own there could then be anybody here.',
  ),
  oidcOrganisation: setting(
    ['BEDSIDE_OIDC_ORGANISATION'],
    '',
    optional,
    'The name or the id of the organisation whose people the provider knows. Unset: the one that is no sample.',
  ),
  metricsToken: setting(
    ['BEDSIDE_METRICS_TOKEN'],
    '',
    optionally(secret),
    'Switches `/metrics` on, for Prometheus, which sends this as its bearer token. At least 16 characters.',
  ),
  metricsTokenFile: setting(
    ['BEDSIDE_METRICS_TOKEN_FILE'],
    '',
    optionally((path) => secret(fileContent(path))),
    'A file that holds the token of `/metrics`, instead of the variable.',
  ),
  logLevel: setting(
    ['BEDSIDE_LOG_LEVEL'],
    'info',
    oneOf(LOG_LEVELS),
    `How much is logged: ${LOG_LEVELS.map((level) => `\`${level}\``).join(', ')}.`,
  ),
} as const

/** Options of the command line. */
export const options = {
  '--lan':
    "HTTPS with a generated certificate on this machine's own addresses, and a QR code: so that a real phone can be the patient.",
} as const

/** What the parsers make of the variables. */
export type Values = { [K in keyof typeof settings]: ReturnType<(typeof settings)[K]['parse']> }

function setting<T>(
  names: readonly string[],
  fallback: string,
  parse: (text: string) => T,
  meaning: string,
): Setting<T> {
  return { names, fallback, parse, meaning }
}

function optional(text: string): string | null {
  return text === '' ? null : text
}

function optionally<T>(parse: (text: string) => T): (text: string) => T | null {
  return (text) => (text === '' ? null : parse(text))
}

function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text)
    if (/^\d+$/.test(text) && number >= least && number <= most) return number
    throw new Mistake(`must be a whole number from ${least} to ${most}, and is "${text}".`)
  }
}

function oneOf<T extends string>(choices: readonly T[]): (text: string) => T {
  return (text) => {
    const choice = choices.find((each) => each === text)
    if (choice !== undefined) return choice
    throw new Mistake(`must be one of ${choices.join(', ')}, and is "${text}".`)
  }
}

function addresses(scheme: 'turn' | 'stun'): (text: string) => readonly string[] {
  const right = /^[a-z]+:[^\s/:?]+(:\d+)?(\?transport=(udp|tcp))?$/
  const ours = (address: string) => address.startsWith(`${scheme}:`) || address.startsWith(`${scheme}s:`)
  return (text) => {
    const list = text.split(',').flatMap((part) => part.trim() || [])
    const wrong = list.find((address) => !ours(address) || !right.test(address))
    if (wrong === undefined) return list
    throw new Mistake(`must hold addresses such as ${scheme}:${scheme}.example.org:3478, and "${wrong}" is none.`)
  }
}

function origin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username) {
    return url.origin
  }
  throw new Mistake(`must be an address without a path, such as https://video.example.org, and is "${text}".`)
}

function database(text: string): string {
  // Not repeated: it usually holds a password.
  if (/^postgres(ql)?:\/\/./.test(text)) return text
  throw new Mistake('must begin with postgres:// (for example postgres://name:password@host/database).')
}

function mailServer(text: string): string {
  // Not repeated: it usually holds a password.
  if (URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname) return text
  throw new Mistake('must be an address such as smtps://name:password@mail.example.org.')
}

function mailServerInFile(path: string): string {
  try {
    return mailServer(fileContent(path))
  } catch (error) {
    if (error instanceof Mistake && /^must be/.test(error.message))
      throw new Mistake('names a file that holds no address such as smtps://name:password@mail.example.org.')
    throw error
  }
}

function mailAddress(text: string): string {
  if (/^([^<>\r\n]+ )?<[^\s@<>]+@[^\s@<>]+>$|^[^\s@<>]+@[^\s@<>]+$/.test(text)) return text
  throw new Mistake(`must be an e-mail address, such as Hillside Health <video@example.org>, and is "${text}".`)
}

function issuer(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  const here = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (
    url &&
    !url.search &&
    !url.hash &&
    !url.username &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && here))
  )
    return text
  throw new Mistake(`must be an address such as https://login.example.org/realms/staff, and is "${text}".`)
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

function scopes(text: string): string {
  if (words(text).includes('openid')) return words(text).join(' ')
  throw new Mistake(`must hold openid, and is "${text}".`)
}

function keyInFile(path: string): Readonly<Record<string, unknown>> {
  const content = fileContent(path)
  try {
    const key = JSON.parse(content) as Record<string, unknown>
    // `d`: the private part of any asymmetric key.
    if (typeof key === 'object' && key !== null && typeof key.d === 'string' && typeof key.kty === 'string') return key
  } catch {
    // Said below, without what stands in it.
  }
  throw new Mistake('names a file that holds no private JSON Web Key.')
}

function secret(text: string): string {
  if (text.length >= 16 && /^[\x21-\x7e]+$/.test(text)) return text
  throw new Mistake('must have at least 16 characters, and no blanks.')
}

function fileContent(path: string): string {
  try {
    const content = readFileSync(path, 'utf8').trim()
    if (content !== '') return content
  } catch {
    throw new Mistake(`names a file that cannot be read: ${path}`)
  }
  throw new Mistake(`names an empty file: ${path}`)
}

function proxies(text: string): boolean | number | string {
  if (text === 'true' || text === 'false') return text === 'true'
  if (/^\d+$/.test(text)) return Number(text)
  const named = /^(loopback|linklocal|uniquelocal|[\d.]+(\/\d+)?|[\da-f.]*:[\da-f:.]*(\/\d+)?)$/i
  const list = text.split(',').map((part) => part.trim())
  if (list.every((part) => named.test(part))) return list.join(',')
  throw new Mistake(`must be true, false, a number of proxies, or addresses such as 10.0.0.0/8, and is "${text}".`)
}
