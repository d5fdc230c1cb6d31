// Whether the reverse proxy before Bedside tells that somebody came by https, and is believed. Without that, limits count
// the proxy in the place of people and the audit holds its address.
import type { FastifyRequest } from 'fastify'

export interface ProxyFault {
  /** `not-told`: no X-Forwarded-Proto said https. `not-believed`: it did, from somebody who is not believed. */
  readonly kind: 'not-told' | 'not-believed'
  /** Who handed the request on. */
  readonly peer: string
}

/** `https`: people type https. Null where all is well, or nothing can be said. */
export function proxyFaultOf(
  https: boolean,
  { protocol, headers, socket }: Pick<FastifyRequest, 'protocol' | 'headers'> & { socket: { remoteAddress?: string } },
): ProxyFault | null {
  if (!https || protocol === 'https') return null
  const told = String(headers['x-forwarded-proto'] ?? '').includes('https')
  // As IPv4 is written where both are listened to.
  const peer = (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  return { kind: told ? 'not-believed' : 'not-told', peer }
}
