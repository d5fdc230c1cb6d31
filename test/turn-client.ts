// A small TURN client (RFC 8656, 6062) for tests that ask a real coturn what it allows. One client is one socket, and so
// the place for one allocation. Over UDP a request is repeated until its answer comes.
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect } from 'node:net'

interface TurnAnswer {
  /** 0: granted; otherwise the number of the error. */
  readonly code: number
  /** Of an allocation, in seconds. */
  readonly lifetime: number | null
}

export interface TurnClient {
  allocate(wishes?: { transport?: 'udp' | 'tcp'; family?: 4 | 6; lifetimeSeconds?: number }): Promise<TurnAnswer>
  /** 0 seconds give the allocation back. */
  refresh(lifetimeSeconds: number): Promise<TurnAnswer>
  /** Whether the relay may send to `address`: IPv4, or IPv6 in hexadecimal. */
  permit(address: string): Promise<TurnAnswer>
  close(): void
}

/** To one server: what is sent, and the answer that carries the same transaction's id. */
interface Line {
  ask(message: Buffer): Promise<Buffer>
  close(): void
}

const COOKIE = Buffer.from('2112a442', 'hex')
const METHOD = { allocate: 0x003, refresh: 0x004, permit: 0x008 }
const USERNAME = 0x0006
const INTEGRITY = 0x0008
const ERROR = 0x0009
const LIFETIME = 0x000d
const PEER = 0x0012
const REALM = 0x0014
const NONCE = 0x0015
const FAMILY = 0x0017
const TRANSPORT = 0x0019
const PROTOCOL = { udp: 17, tcp: 6 }
/** Error codes that bring a realm and a nonce for the next try. */
const CHALLENGES = [401, 438]

type Attribute = readonly [type: number, value: Buffer]

export async function openTurnClient(
  port: number,
  who: { readonly username?: string; readonly credential?: string },
  over: 'udp' | 'tcp' = 'udp',
): Promise<TurnClient> {
  const line = over === 'udp' ? udpLine(port) : await tcpLine(port)
  const username = who.username ?? ''
  let realm = ''
  let nonce = ''

  const ask = async (method: number, attributes: readonly Attribute[]): Promise<TurnAnswer> => {
    const reply = attributesIn(await line.ask(request(method, attributes)))
    const [error, lifetime] = [reply.get(ERROR), reply.get(LIFETIME)]
    const code = error ? (error[2] ?? 0) * 100 + (error[3] ?? 0) : 0
    const given = reply.get(NONCE)?.toString() ?? nonce
    if (CHALLENGES.includes(code) && given !== nonce) {
      nonce = given
      realm = reply.get(REALM)?.toString() ?? realm
      return ask(method, attributes)
    }
    return { code, lifetime: lifetime ? lifetime.readUInt32BE() : null }
  }

  function request(method: number, attributes: readonly Attribute[]): Buffer {
    const id = randomBytes(12)
    const plain = attributes.map(([type, value]) => written(type, type === PEER ? hidden(value, id) : value))
    if (nonce === '') return message(method, id, plain, 0)
    const signed = [
      ...plain,
      written(USERNAME, Buffer.from(username)),
      written(REALM, Buffer.from(realm)),
      written(NONCE, Buffer.from(nonce)),
    ]
    const key = createHash('md5').update(`${username}:${realm}:${who.credential}`).digest()
    const before = message(method, id, signed, 24)
    return Buffer.concat([before, written(INTEGRITY, createHmac('sha1', key).update(before).digest())])
  }

  return {
    allocate: ({ transport = 'udp', family = 4, lifetimeSeconds = 600 } = {}) =>
      ask(METHOD.allocate, [
        [TRANSPORT, Buffer.from([PROTOCOL[transport], 0, 0, 0])],
        [FAMILY, Buffer.from([family === 4 ? 1 : 2, 0, 0, 0])],
        [LIFETIME, fourBytes(lifetimeSeconds)],
      ]),
    refresh: (lifetimeSeconds) => ask(METHOD.refresh, [[LIFETIME, fourBytes(lifetimeSeconds)]]),
    permit: (address) => ask(METHOD.permit, [[PEER, addressBytes(address)]]),
    close: line.close,
  }
}

/** `more`: bytes that will follow and count already. */
function message(method: number, id: Buffer, attributes: readonly Buffer[], more: number): Buffer {
  const body = Buffer.concat(attributes)
  const head = Buffer.alloc(4)
  head.writeUInt16BE(method)
  head.writeUInt16BE(body.length + more, 2)
  return Buffer.concat([head, COOKIE, id, body])
}

function written(type: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(type)
  head.writeUInt16BE(value.length, 2)
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)])
}

function attributesIn(reply: Buffer): Map<number, Buffer> {
  const found = new Map<number, Buffer>()
  for (let at = 20; at + 4 <= reply.length; ) {
    const [type, length] = [reply.readUInt16BE(at), reply.readUInt16BE(at + 2)]
    found.set(type, reply.subarray(at + 4, at + 4 + length))
    at += 4 + Math.ceil(length / 4) * 4
  }
  return found
}

function fourBytes(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** Family, port 4000 and address. */
function addressBytes(address: string): Buffer {
  const head = (family: number) => Buffer.from([0, family, 4000 >> 8, 4000 & 255])
  if (!address.includes(':')) return Buffer.concat([head(1), Buffer.from(address.split('.').map(Number))])
  const [before = '', after] = address.split('::')
  const groups = (text: string) => (text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16)))
  const [left, right] = [groups(before), groups(after ?? '')]
  const all = [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right]
  return Buffer.concat([head(2), Buffer.from(all.flatMap((group) => [group >> 8, group & 255]))])
}

/** As addresses travel: port and address under the cookie and the transaction's id. */
function hidden(plain: Buffer, id: Buffer): Buffer {
  const mask = Buffer.concat([Buffer.alloc(2), COOKIE.subarray(0, 2), COOKIE, id])
  return Buffer.from(plain.map((byte, at) => byte ^ (mask[at] ?? 0)))
}

function udpLine(port: number): Line {
  const socket = createSocket('udp4')
  return {
    ask(sent) {
      const id = sent.subarray(4, 20)
      return new Promise((resolve) => {
        const send = () => socket.send(sent, port, '127.0.0.1')
        const again = setInterval(send, 500)
        const hear = (reply: Buffer) => {
          if (!reply.subarray(4, 20).equals(id)) return
          clearInterval(again)
          socket.off('message', hear)
          resolve(reply)
        }
        socket.on('message', hear)
        send()
      })
    },
    close: () => void socket.close(),
  }
}

async function tcpLine(port: number): Promise<Line> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  let kept = Buffer.alloc(0)
  return {
    ask(sent) {
      socket.write(sent)
      return new Promise((resolve) => {
        const hear = (piece: Buffer) => {
          kept = Buffer.concat([kept, piece])
          const length = kept.length < 20 ? Number.POSITIVE_INFINITY : 20 + kept.readUInt16BE(2)
          if (kept.length < length) return
          socket.off('data', hear)
          const reply = kept.subarray(0, length)
          kept = kept.subarray(length)
          resolve(reply)
        }
        socket.on('data', hear)
      })
    },
    close: () => void socket.destroy(),
  }
}
