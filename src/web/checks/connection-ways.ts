// Which ways to the relay are open: UDP, TCP, TLS. A network that lets nothing but web pages through shows here.
import type { Transport } from '#domain/equipment'
import { ANSWER_MS } from './connection-loop.ts'

export interface Way {
  readonly transport: Transport
  readonly servers: RTCIceServer[]
}

/** In the order in which a call would rather go. */
const ORDER: readonly Transport[] = ['udp', 'tcp', 'tls']

/** The relay's ways by transport, best first. Servers that relay nothing (STUN) are left out. */
export function waysOf(iceServers: readonly RTCIceServer[]): Way[] {
  return ORDER.flatMap((transport) => {
    const servers = iceServers.flatMap((server) => {
      const urls = [server.urls].flat().filter((url) => transportOf(url) === transport)
      return urls.length > 0 ? [{ ...server, urls }] : []
    })
    return servers.length > 0 ? [{ transport, servers }] : []
  })
}

function transportOf(url: string): Transport | null {
  if (/^turns:/i.test(url)) return 'tls'
  if (!/^turn:/i.test(url)) return null
  return /[?&]transport=tcp\b/i.test(url) ? 'tcp' : 'udp'
}

/** Whether the relay gives an address over this way alone. */
export async function isOpen({ servers }: Way, signal: AbortSignal): Promise<boolean> {
  const connection = new RTCPeerConnection({ iceServers: servers, iceTransportPolicy: 'relay' })
  let patience: ReturnType<typeof setTimeout> | undefined
  const given = new Promise<boolean>((resolve) => {
    connection.onicecandidate = ({ candidate }) => resolve(Boolean(candidate?.candidate))
    patience = setTimeout(() => resolve(false), ANSWER_MS)
    signal.addEventListener('abort', () => resolve(false), { once: true })
  })
  try {
    connection.createDataChannel('way')
    await connection.setLocalDescription()
    return await given
  } catch {
    return false
  } finally {
    clearTimeout(patience)
    connection.close()
  }
}
