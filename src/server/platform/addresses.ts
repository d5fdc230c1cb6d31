// From where somebody calls. The one reader of addresses: the connection's own, or what the proxies that are believed say
// of it. Everything else (rate limits, sockets, audit, devices) takes `request.address` or `addressOf`, parsed here.
import type { IncomingMessage } from 'node:http'
import { isIP, isIPv6, SocketAddress } from 'node:net'
import proxyAddr from '@fastify/proxy-addr'

declare module 'fastify' {
  interface FastifyRequest {
    /** From where it came, in one spelling; `unknown` once the connection is gone. */
    readonly address: string
  }
}

/** Far more proxies than anybody has behind each other. */
const MOST_HOPS = 32

/**
 * An address in one spelling, or null. Gateways write ports (`192.0.2.1:5678`, `[2001:db8::1]:443`), systems write zones
 * (`fe80::1%eth0`), and IPv4 comes as IPv6 (`::ffff:192.0.2.1`).
 */
export function parseAddress(text: string | undefined): string | null {
  const [bare = ''] = (text ?? '')
    .trim()
    .replace(/^\[([^\]]*)\](:\d{1,5})?$/, '$1')
    .replace(/^([\d.]+):\d{1,5}$/, '$1')
    .split('%')
  if (!isIP(bare)) return null
  if (!isIPv6(bare)) return bare
  const { address } = new SocketAddress({ address: bare, family: 'ipv6' })
  const mapped = /^::ffff:([\d.]+)$/.exec(address)
  return mapped?.[1] ?? address
}

export type AddressOf = (request: IncomingMessage) => string

/** How to tell from where a request came. What a proxy says that is no address counts as if it had said nothing. */
export function readAddress(trustProxy: boolean | number | string): AddressOf {
  const believe = believed(trustProxy)
  return (request) => {
    let address = parseAddress(request.socket?.remoteAddress)
    if (address === null) return 'unknown'
    const told = String(request.headers['x-forwarded-for'] ?? '').split(',')
    for (let hop = 0; hop < Math.min(told.length, MOST_HOPS) && believe(address, hop); hop++) {
      const before = parseAddress(told.at(-1 - hop))
      if (before === null) break
      address = before
    }
    return address
  }
}

/** Whether the proxy at `address` is believed. A number of proxies is counted from here; Fastify itself would believe none. */
export function believed(trustProxy: boolean | number | string): (address: string, hop: number) => boolean {
  if (typeof trustProxy === 'boolean') return () => trustProxy
  if (typeof trustProxy === 'number') return (_, hop) => hop < trustProxy
  return proxyAddr.compile(trustProxy.split(',').map((each) => each.trim()))
}

/** What is limited together: an IPv4 address, or the /64 that one line of IPv6 has to itself. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('::')
  const groups = (part: string | undefined) => (part ? part.split(':') : [])
  const [before, after] = [groups(head), groups(tail)]
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length
  return `${[...before, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4).join(':')}::/64`
}
