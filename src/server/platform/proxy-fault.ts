// Whether the reverse proxy before Bedside tells that somebody came by https, and is believed. Without that, limits count
// the proxy in the place of people and the audit holds its address.
import type { FastifyRequest } from 'fastify'
import { readAddress } from './addresses.ts'

export interface ProxyFault {
  /** `not-told`: no X-Forwarded-Proto said https. `not-believed`: it did, from somebody who is not believed. */
  readonly kind: 'not-told' | 'not-believed'
  /** Who handed the request on. */
  readonly peer: string
}

/** Whoever is at the other end of the connection, whatever they say of others. */
const peerOf = readAddress(false)

/** `https`: people type https. Null where all is well, or nothing can be said. */
export function proxyFaultOf(
  https: boolean,
  { protocol, headers, raw }: Pick<FastifyRequest, 'protocol' | 'headers' | 'raw'>,
): ProxyFault | null {
  if (!https || protocol === 'https') return null
  const told = String(headers['x-forwarded-proto'] ?? '').includes('https')
  return { kind: told ? 'not-believed' : 'not-told', peer: peerOf(raw) }
}
