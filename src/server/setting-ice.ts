// Addresses of STUN servers (RFC 7064) and TURN servers (RFC 7065), as browsers accept them. One that they refuse would let
// no call begin, so it is refused at the start.
import { isIPv4, isIPv6 } from 'node:net'
import { isPort, Mistake, PORT_MEND } from './setting-values.ts'

/** Addresses separated by commas. */
export function iceAddresses(kind: 'stun' | 'turn'): (text: string) => readonly string[] {
  return (text) =>
    text.split(',').flatMap((part) => {
      const address = part.trim()
      if (address === '') return []
      const fault = faultOf(kind, address)
      if (fault !== null) throw new Mistake(`holds an address that browsers refuse: ${fault}`, address)
      // Schemes are written in any case; not every reader knows that.
      return [address.replace(/^[^:]+/, (scheme) => scheme.toLowerCase())]
    })
}

const PARTS = /^(?<scheme>[^:]*):(?<host>\[[^\]]*\]|[^:?[\]]*)(?<port>:[^?]*)?(?<query>\?.*)?$/

function faultOf(kind: 'stun' | 'turn', address: string): string | null {
  const example = `${kind}:${kind}.example.org:3478`
  const { scheme, host = '', port, query } = PARTS.exec(address)?.groups ?? {}
  const secure = scheme?.toLowerCase() === 'turns'
  if (scheme?.toLowerCase() === 'stuns') return 'not every browser knows stuns:, so take stun:'
  if (!secure && scheme?.toLowerCase() !== kind) return `it must be such as ${example}`
  if (!isHost(host)) return `its host must be a name, an IPv4 address, or an IPv6 address in brackets, as in ${example}`
  if (port !== undefined && !isPort(port.slice(1))) return `its port is none: ${PORT_MEND}`
  if (port !== undefined && !isOpen(kind, Number(port.slice(1))))
    return 'browsers use no such port, so take 443, 3478, 5349 or another above 1023'
  if (query === undefined) return null
  if (kind === 'stun') return 'only TURN addresses take ?transport=, so leave it out'
  if (!/^\?transport=(udp|tcp)$/.test(query)) return 'after the port there may only be ?transport=udp or ?transport=tcp'
  if (secure && query === '?transport=udp') return 'no browser speaks TLS over UDP, so take ?transport=tcp'
  return null
}

/** Firefox refuses these, because other protocols live there. */
const BLOCKED = new Set([
  ...[
    1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110, 111,
  ],
  ...[
    113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540,
  ],
  ...[
    548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000,
  ],
  ...[6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080],
])

/** Chromium takes a TURN server on a port below 1024 only where many stand; otherwise it passes it over and says nothing. */
const isOpen = (kind: 'stun' | 'turn', port: number) =>
  !BLOCKED.has(port) && (kind === 'stun' || port >= 1024 || [53, 80, 443].includes(port))

function isHost(host: string): boolean {
  if (host.startsWith('[')) return isIPv6(host.slice(1, -1)) && !host.includes('%')
  if (/^[\d.]+$/.test(host)) return isIPv4(host)
  const labels = host.replace(/\.$/, '').split('.')
  return host.length <= 253 && labels.every((label) => /^[a-z\d_]([a-z\d_-]{0,61}[a-z\d_])?$/i.test(label))
}
