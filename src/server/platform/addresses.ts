// From where somebody calls, over HTTP and over a socket alike: the connection's own address, or what the proxies that
// are believed say of it.
import type { IncomingMessage } from 'node:http'
import proxyAddr from '@fastify/proxy-addr'
import { addressOf } from './audit/deed.ts'

export function readAddress(trustProxy: boolean | number | string): (request: IncomingMessage) => string {
  const believe = believed(trustProxy)
  return (request) => addressOf(proxyAddr(request, believe))
}

/** Whether the proxy at `address` is believed. A number of proxies is counted from here; Fastify itself would believe none. */
export function believed(trustProxy: boolean | number | string): (address: string, hop: number) => boolean {
  if (typeof trustProxy === 'boolean') return () => trustProxy
  if (typeof trustProxy === 'number') return (_, hop) => hop < trustProxy
  return proxyAddr.compile(trustProxy.split(',').map((each) => each.trim()))
}
