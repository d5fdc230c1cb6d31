// What is read of a header: no more than an honest one is long. Cut at both doors, HTTP and the socket's handshake, before
// anything reads them. Node refuses more than 16 kB of all headers together.
import type { IncomingHttpHeaders } from 'node:http'

const LONGEST = {
  'user-agent': 300,
  origin: 300,
  authorization: 600,
  'sec-fetch-site': 30,
  'x-bedside': 30,
} as const

/** In place. Never of a header whose end counts: proxies that are believed write at the end of `x-forwarded-for`. */
export function cutHeaders(headers: IncomingHttpHeaders): void {
  for (const [name, longest] of Object.entries(LONGEST)) {
    const value = headers[name]
    if (typeof value === 'string' && value.length > longest) headers[name] = value.slice(0, longest)
  }
}
