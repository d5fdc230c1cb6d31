// The answer to a change of factors: the session that made the change continues with a new secret.
import { SESSION_COOKIE } from '../platform/caller.ts'
import type { CookieJar } from '../platform/endpoint.ts'
import { SESSION_SECONDS } from '../platform/session.ts'
import type { Changed } from './changes.ts'

export function rotated<T>(cookies: CookieJar, { value, cookie }: Changed<T>): T {
  cookies.set(SESSION_COOKIE, cookie, SESSION_SECONDS)
  return value
}
