// Every variable that Bedside reads, with its meaning: docs/configuration.md is made from this table. Only config.ts uses
// it to read anything. What an organisation decides (hours, retention, consent) is data and never stands here.
import { resolve } from 'node:path'
import { databaseAddress } from './setting-addresses.ts'
import { carrierSettings } from './setting-carriers.ts'
import { iceAddresses } from './setting-ice.ts'
import {
  issuer,
  longSecret,
  oneOf,
  optional,
  optionally,
  origin,
  privateKey,
  proxies,
  recipients,
  scopes,
  webhook,
  whole,
  words,
} from './setting-values.ts'

export interface Setting<T> {
  /** The first name wins when several are set. */
  readonly names: readonly string[]
  /** As it would be typed; '' for none. */
  readonly fallback: string
  /** Throws a `Mistake`. */
  readonly parse: (text: string) => T
  readonly meaning: string
  /** No message repeats its value, and `<name>_FILE` can name a file that holds it. */
  readonly secret: boolean
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
  databaseUrl: secret(
    'DATABASE_URL',
    databaseAddress,
    'A PostgreSQL server of your own, 15 or newer: `postgres://name:password@host/database`. Signs in the password are percent-encoded: `#` as `%23`, `/` as `%2F`, `?` as `%3F`, `@` as `%40`, `%` as `%25`. Unset: the embedded one.',
  ),
  turnUrls: setting(
    ['BEDSIDE_TURN_URLS'],
    '',
    iceAddresses('turn'),
    'TURN servers, separated by commas: `turn:turn.example.org:3478,turns:turn.example.org:443?transport=tcp`.',
  ),
  turnSecret: secret(
    'BEDSIDE_TURN_SECRET',
    (text) => text,
    "The TURN servers' `static-auth-secret`, from which time-limited credentials are made.",
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
    iceAddresses('stun'),
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
  connectionsPerAddress: setting(
    ['BEDSIDE_CONNECTIONS_PER_ADDRESS'],
    '2000',
    whole(20, 1_000_000),
    "Open pages from one address (of IPv6: one /64 network) at a time. A hospital behind one address needs as many as it has staff and patients with a page open, and some more; of those that are nobody's, without a sign-in and without a visit, there may be a twentieth of it. Behind a reverse proxy `BEDSIDE_TRUST_PROXY` must be set, else all pages count as one address.",
  ),
  ...carrierSettings(setting, secret),
  keyFile: setting(
    ['BEDSIDE_KEY_FILE'],
    '',
    (text) => (text === '' ? null : resolve(text)),
    'The key that seals what must not lie open in the database, such as links of messages on their way and the secrets of authenticator apps: with another key nobody’s codes fit. Unset: `key` in the data folder. Made on the first start; back it up, and give every process the same.',
  ),
  backupRecipients: setting(
    ['BEDSIDE_BACKUP_RECIPIENT'],
    '',
    recipients,
    'For whom backups are encrypted: recipients of age (`age1…`), separated by blanks, as `npm run backup:identity` makes one. Unset: they are not encrypted, and leave out the key.',
  ),
  backupDays: setting(
    ['BEDSIDE_BACKUP_DAYS'],
    '',
    optionally(whole(1, 365)),
    'How old the last backup may be, in days: administrators are warned of an older one, or none. Only backups made by `npm run backup` count. Unset: nobody is warned.',
  ),
  auditHeadFile: setting(
    ['BEDSIDE_AUDIT_HEAD_FILE'],
    '',
    (text) => (text === '' ? null : resolve(text)),
    'A file to which the end of the audit’s chain is appended each minute that it moved, one JSON object a line: on another machine’s disk, or one that can only be appended to.',
  ),
  auditHeadUrl: setting(
    ['BEDSIDE_AUDIT_HEAD_URL'],
    '',
    optionally(webhook),
    'An address of another server to which the same is sent, signed with `BEDSIDE_AUDIT_HEAD_SECRET`.',
  ),
  auditHeadSecret: secret(
    'BEDSIDE_AUDIT_HEAD_SECRET',
    longSecret,
    'What the webhook’s HMAC is made with. At least 16 characters.',
  ),
  auditAddressDays: setting(
    ['BEDSIDE_AUDIT_ADDRESS_DAYS'],
    '30',
    whole(1, 3650),
    'How many days the audit knows the network address of patients and of whoever was not signed in. That of staff stays with its row.',
  ),
  glassReasonDays: setting(
    ['BEDSIDE_BREAK_GLASS_REASON_DAYS'],
    '180',
    whole(1, 3650),
    'How many days the reason is kept that somebody gave for break-glass. That a service was opened, by whom and when stays.',
  ),
  oidcIssuer: setting(
    ['BEDSIDE_OIDC_ISSUER'],
    '',
    optionally(issuer),
    'Sign-in by your own identity provider (OpenID Connect): its issuer, such as `https://login.microsoftonline.com/<tenant>/v2.0`. Unset: people sign in with passwords alone.',
  ),
  oidcClientId: setting(['BEDSIDE_OIDC_CLIENT_ID'], '', optional, 'As what the provider knows Bedside.'),
  oidcClientSecret: secret('BEDSIDE_OIDC_CLIENT_SECRET', (text) => text, 'The secret that goes with it.'),
  oidcClientKey: secret(
    'BEDSIDE_OIDC_CLIENT_KEY',
    privateKey,
    'A private key (a JSON Web Key with `kid` and `alg`) in the place of a secret: `private_key_jwt`, as NHS CIS2 prefers.',
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
  metricsToken: secret(
    'BEDSIDE_METRICS_TOKEN',
    longSecret,
    'Switches `/metrics` on, for Prometheus, which sends this as its bearer token. At least 16 characters.',
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
  return { names, fallback, parse, meaning, secret: false }
}

function secret<T>(name: string, parse: (text: string) => T, meaning: string): Setting<T | null> {
  return { names: [name], fallback: '', parse: optionally(parse), meaning, secret: true }
}
