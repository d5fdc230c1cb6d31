// Addresses that hold a password: of the database and of the mail server. Accepts only what their drivers read as it was
// meant, so that mistakes show at the start and not later.
import { readByDriver } from './platform/db.ts'
import { isPort, Mistake, PORT_MEND } from './setting-values.ts'

const ENCODE =
  'holds a sign that must be percent-encoded in a name or a password: # as %23, / as %2F, ? as %3F, @ as %40, % as %25, a blank as %20'

/** An address with room for a name and a password. Only what cannot be misread: a password's sign may end the host early. */
function withPassword(text: string, schemes: readonly string[], example: string): { url: URL; host: string } {
  const [scheme = '', rest] = text.split('://')
  if (rest === undefined || !schemes.includes(scheme.toLowerCase()))
    throw new Mistake(`must begin with ${schemes.join(':// or ')}://, such as ${example}`)
  const authority = /^[^/?#]*/.exec(text.slice(scheme.length + 3))?.[0] ?? ''
  const after = text.slice(scheme.length + 3 + authority.length)
  // A # would cut off all that follows; an @ behind the host means that the host ended at a sign of the password.
  if (/[\s#]|%(?![\da-f]{2})/i.test(text) || after.includes('@')) throw new Mistake(ENCODE)
  const port = /:(\d+)$/.exec(authority)?.[1]
  if (port !== undefined && !isPort(port)) throw new Mistake(`names a port that is none: ${PORT_MEND}`)
  // `name@/database?host=…`: the driver reads it, though it is no URL.
  const hostless = authority.endsWith('@')
  const whole = hostless ? `${scheme}://${authority}nowhere${after}` : text
  if (!URL.canParse(whole))
    throw new Mistake(authority.includes('@') ? ENCODE : `must be an address such as ${example}`)
  const url = new URL(whole)
  return { url, host: hostless ? '' : url.hostname }
}

const SSL_MODES = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify']
const DATABASE_EXAMPLE = 'postgres://name:password@host/database'

export function databaseAddress(text: string): string {
  const { url, host } = withPassword(text, ['postgres', 'postgresql'], DATABASE_EXAMPLE)
  if (host === '' && !url.searchParams.has('host'))
    throw new Mistake(`names no host: it must be an address such as ${DATABASE_EXAMPLE}`)
  if (!/^\/[^/]+$/.test(url.pathname) || decoded(url.pathname) === null)
    throw new Mistake(`names no database: it must be an address such as ${DATABASE_EXAMPLE}`)
  for (const part of [url.username, url.password, host]) if (decoded(part) === null) throw new Mistake(ENCODE)
  const mode = url.searchParams.get('sslmode')
  if (mode !== null && !SSL_MODES.includes(mode))
    throw new Mistake(`has an sslmode that is none: it must be one of ${SSL_MODES.join(', ')}`)
  try {
    readByDriver(text)
  } catch (error) {
    if (typeof (error as { code?: unknown }).code === 'string' && (error as { syscall?: unknown }).syscall)
      throw new Mistake('names a file (sslrootcert, sslcert or sslkey) that cannot be read')
    throw error
  }
  return text
}

export function mailServerAddress(text: string): string {
  const example = 'smtps://name:password@mail.example.org'
  const { url, host } = withPassword(text, ['smtps', 'smtp'], example)
  if (host === '') throw new Mistake(`names no host: it must be an address such as ${example}`)
  for (const part of [url.username, url.password]) if (decoded(part) === null) throw new Mistake(ENCODE)
  return text
}

/** Null where the percent-encoded bytes are no UTF-8. */
function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
