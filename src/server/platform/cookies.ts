// What our cookies are called between browser and server. Where people type https, they carry the prefix `__Host-`: a
// browser then takes them from this host alone, by https, and no other host of the same domain can set one.
import type { Cookies } from './caller.ts'

export interface CookieNames {
  /** Whether people reach this server by https, whatever a proxy says of a request. */
  readonly https: boolean
  onTheWire(name: string): string
  /** What a browser sent, by our own names; what is called otherwise is not ours. */
  read(sent: Cookies): Cookies
}

const PREFIX = '__Host-'

export function cookieNames(https: boolean): CookieNames {
  if (!https) return { https, onTheWire: (name) => name, read: (sent) => sent }
  return {
    https,
    onTheWire: (name) => PREFIX + name,
    read: (sent) =>
      Object.fromEntries(
        Object.entries(sent).flatMap(([name, value]) =>
          name.startsWith(PREFIX) ? [[name.slice(PREFIX.length), value] as const] : [],
        ),
      ),
  }
}
