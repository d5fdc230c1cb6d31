// A process of its own for who does harm: one way of it, from one address, bounded in count and time. Arguments: which way,
// the server's port, the address to call from, a patient's cookie, seconds. Everything stays on this machine.
import { randomBytes, randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { io, type Socket } from 'socket.io-client'
import { type Harm, KNOWN } from './words.ts'

const [harm, port, localAddress, cookie, seconds] = process.argv.slice(2) as [Harm, string, string, string, string]
const base = `http://127.0.0.1:${port}`
const until = performance.now() + Number(seconds) * 1000
const going = () => performance.now() < until
const agent = new Agent({ keepAlive: true, maxSockets: 8 })

const open = (auth: object, withCookie: string): Socket =>
  io(base, {
    auth,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    ...({ localAddress } as object),
    ...(withCookie ? { extraHeaders: { cookie: withCookie } } : {}),
  })

const connected = (socket: Socket) =>
  new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true))
    socket.once('connect_error', () => resolve(false))
  })

function post(path: string, body: object): void {
  const headers = { 'content-type': 'application/json', 'x-bedside': '1', cookie }
  const sent = request(base + path, { method: 'POST', agent, headers, localAddress }, (response) => response.resume())
  sent.on('error', () => {})
  sent.end(JSON.stringify(body))
}

/** Signs in, eight at a time. */
async function signIns(body: () => object, agentName: string): Promise<void> {
  const one = () =>
    new Promise<void>((resolve) => {
      const headers = {
        ...{ 'content-type': 'application/json', 'x-bedside': '1' },
        ...{ 'user-agent': agentName, cookie: 'bedside_kept=1' },
      }
      const sent = request(`${base}/api/open/sign-in`, { method: 'POST', agent, headers, localAddress }, (response) => {
        response.resume()
        response.once('close', resolve)
      })
      sent.on('error', () => resolve())
      sent.end(JSON.stringify(body()))
    })
  const keep = async () => {
    while (going()) await one()
  }
  await Promise.all(Array.from({ length: 8 }, keep))
}

/** Connects again and again, so that `count` hold on. `begin` is what each sends. */
async function hold(count: number, begin: string): Promise<void> {
  const keep = async () => {
    while (going()) {
      const line = connect({ port: Number(port), host: '127.0.0.1', localAddress })
      line.on('error', () => {})
      line.write(begin)
      line.pause()
      const ended = new Promise((resolve) => line.once('close', resolve))
      await Promise.race([ended, sleep(Math.max(0, until - performance.now()))])
      line.destroy()
      await sleep(200)
    }
  }
  await Promise.all(Array.from({ length: count }, keep))
}

const HARMS: Record<Harm, () => Promise<void>> = {
  /** A patient's page that never reads, is told of everything, and writes as much as it may. */
  async deaf() {
    while (going()) {
      const socket = open({ as: 'patient' }, cookie)
      if (await connected(socket)) {
        const page = randomBytes(12).toString('base64url')
        await socket
          .timeout(5000)
          .emitWithAck('message', { type: 'patient.open', pageId: page, claim: true })
          .catch(() => {})
        ;(socket.io.engine.transport as unknown as { ws: { pause(): void } }).ws.pause()
        for (let round = 0; round < 40 && going(); round++) {
          if (round % 2 === 0) post('/api/patient/messages', { id: randomUUID(), text: 'm'.repeat(1200) })
          for (let asked = 0; asked < 8; asked++)
            socket.emit('message', { type: 'patient.open', pageId: page, claim: true }, () => {})
          await sleep(250)
        }
      }
      socket.close()
    }
  },
  /** Large messages of nothing, over five sockets that are nobody's. */
  async bytes() {
    const junk = Array.from({ length: 9000 }, (_, index) => ({ [index]: 'x' }))
    while (going()) {
      const sockets = Array.from({ length: 5 }, () => open({ as: 'patient' }, ''))
      for (const socket of sockets)
        if (await connected(socket))
          for (let each = 0; each < 5; each++) socket.emit('message', { type: 'call.release', junk })
      await sleep(250)
      for (const socket of sockets) socket.close()
    }
  },
  /** Twenty-five at a time that come without a cookie, and go. */
  async sockets() {
    while (going()) {
      const sockets = Array.from({ length: 25 }, () => open({ as: 'staff' }, ''))
      await Promise.all(sockets.map(connected))
      for (const socket of sockets) socket.close()
    }
  },
  /** Every place of the connection check, held for nothing. */
  async streams() {
    const up =
      'POST /api/open/check/up HTTP/1.1\r\nhost: x\r\nx-bedside: 1\r\ncontent-type: application/octet-stream\r\n'
    await Promise.all([
      hold(64, 'GET /api/open/check/down HTTP/1.1\r\nhost: x\r\n\r\n'),
      hold(64, `${up}content-length: 900000\r\n\r\nx`),
    ])
  },
  /** Wrong passwords, each of somebody else, so that no count of one person's stops them. */
  passwords: () =>
    signIns(() => ({ email: `${randomUUID()}@bench.test`, password: 'not my own password' }), 'Mozilla/5.0'),
  /** Somebody who may sign in, by a browser whose name has 8 kB and tries the patience of whoever reads it. */
  agents: () => signIns(() => KNOWN, `Mozilla/5.0 ${'(X11; '.repeat(700)}${'Chrome/1'.repeat(500)}`),
  /** Bodies that never end. */
  bodies: () =>
    hold(
      200,
      'POST /api/open/setup HTTP/1.1\r\nhost: x\r\nx-bedside: 1\r\ncontent-type: application/json\r\ncontent-length: 300000\r\n\r\n{"',
    ),
}

HARMS[harm]().then(
  () => process.exit(0),
  (error) => {
    console.error(`${harm}: ${error instanceof Error ? error.message : error}`)
    process.exit(1)
  },
)
