// A real coturn on this machine, on the ways that a test wants open; the others' ports answer nobody.
import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import type { Transport } from '#domain/equipment'
import type { IceSettings } from '../src/server/integrations/ice/coturn.ts'
import { lanCertificate } from '../src/server/platform/lan.ts'

export interface Coturn {
  /** With addresses for all three ways, open or not. */
  readonly ice: IceSettings
  stop(): Promise<void>
}

const SECRET = 'shared between coturn and Bedside'

export async function startCoturn(open: readonly Transport[]): Promise<Coturn> {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-coturn-'))
  const [plain, tls] = [await freePort(), await freePort()]
  const { cert, key } = await lanCertificate(folder, ['127.0.0.1'])
  const [certFile, keyFile] = [join(folder, 'turn-cert.pem'), join(folder, 'turn-key.pem')]
  await Promise.all([writeFile(certFile, cert), writeFile(keyFile, key)])
  const options = [
    ...['-n', '--no-cli', '--no-dtls', '--no-multicast-peers', '--allow-loopback-peers', '--use-auth-secret'],
    ...[`--static-auth-secret=${SECRET}`, '--realm=bedside.test', '--listening-ip=127.0.0.1', '--relay-ip=127.0.0.1'],
    ...[`--listening-port=${plain}`, `--tls-listening-port=${tls}`, `--cert=${certFile}`, `--pkey=${keyFile}`],
    ...['--log-file=stdout', `--pidfile=${join(folder, 'pid')}`, `--userdb=${join(folder, 'turndb')}`],
    ...(['udp', 'tcp', 'tls'] as const).filter((way) => !open.includes(way)).map((way) => `--no-${way}`),
  ]
  const coturn = spawn('/usr/bin/turnserver', options, { stdio: 'ignore' })
  if (open.includes('udp')) await vi.waitUntil(() => answersStun(plain), { timeout: 30_000 })
  if (open.includes('tcp')) await vi.waitUntil(() => answers(plain), { timeout: 30_000 })
  if (open.includes('tls')) await vi.waitUntil(() => answers(tls), { timeout: 30_000 })
  const host = '127.0.0.1'
  const urls = [
    `turn:${host}:${plain}?transport=udp`,
    `turn:${host}:${plain}?transport=tcp`,
    `turns:${host}:${tls}?transport=tcp`,
  ]
  return {
    ice: { stunUrls: [], turn: { urls, secret: SECRET, lifetimeSeconds: 600 }, policy: 'all' },
    async stop() {
      coturn.kill('SIGKILL')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A binding request, and whether anything comes back soon. */
function answersStun(port: number): Promise<boolean> {
  const socket = createSocket('udp4')
  return new Promise<boolean>((resolve) => {
    const ask = Buffer.alloc(20)
    ask.writeUInt16BE(0x0001)
    ask.writeUInt32BE(0x2112a442, 4)
    socket.once('message', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.send(ask, port, '127.0.0.1')
    setTimeout(() => resolve(false), 300)
  }).finally(() => socket.close())
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
