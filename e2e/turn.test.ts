// The TURN server that docs/self-hosting.md sets up: a real coturn with the page's settings, and what it gives to whom.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openIce } from '../src/server/integrations/ice/coturn.ts'
import { openTurnClient, type TurnClient } from '../test/turn-client.ts'
import { documented } from './documented.ts'
import { freePort, type Program, startProgram } from './programs.ts'

const SECRET = 'a secret of many characters'

let folder: string
let coturn: Program
let port: number
const clients: TurnClient[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bedside-turn-'))
  port = await freePort()
  const settings = documented('docs/self-hosting.md').take('turn', {
    'listening-port=3478': `listening-port=${port}`,
    // Without a certificate it does not listen there.
    'tls-listening-port=443': `tls-listening-port=${await freePort()}`,
    'put the secret here': SECRET,
  })
  const file = join(folder, 'turnserver.conf')
  writeFileSync(file, settings)
  const words = ['--listening-ip=127.0.0.1', '--listening-ip=::1', `--pidfile=${folder}/pid`, `--userdb=${folder}/db`]
  coturn = await startProgram(['turnserver', '-c', file, '--log-file=stdout', ...words], port)
})
afterEach(() => {
  for (const client of clients.splice(0)) client.close()
})
afterAll(async () => {
  await coturn?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const ice = openIce({ stunUrls: [], turn: { urls: ['turn:x'], secret: SECRET, lifetimeSeconds: 600 }, policy: 'all' })

/** Another socket of somebody with a call's credential, or with a check's. */
async function socketOf(holder: string, over: 'udp' | 'tcp' = 'udp', lifetimeSeconds = 60): Promise<TurnClient> {
  const [server] = ice.relays(holder, new Date(), lifetimeSeconds)
  const client = await openTurnClient(port, server ?? {}, over)
  clients.push(client)
  return client
}

test('[RUN8] relays UDP, for ten minutes at a time', async () => {
  const client = await socketOf('somebody')
  expect(await client.allocate({ lifetimeSeconds: 100_000 })).toEqual({ code: 0, lifetime: 600 })
  expect(await client.refresh(100_000)).toEqual({ code: 0, lifetime: 600 })
  for (const address of ['192.0.1.1', '8.8.8.8', '203.0.113.10']) expect((await client.permit(address)).code).toBe(0)
})

test('[RUN8] relays no TCP', async () => {
  const client = await socketOf('somebody', 'tcp')
  expect(await client.allocate({ transport: 'tcp' })).toMatchObject({ code: 442 })
  expect(await client.allocate()).toMatchObject({ code: 0 })
})

test('[RUN8] reaches no private, loopback, link-local, shared, reserved or multicast address', async () => {
  const client = await socketOf('somebody')
  await client.allocate()
  const closed = [
    ...['0.0.0.0', '0.0.0.1', '10.0.0.1', '10.255.255.255', '100.64.0.1', '127.0.0.1', '127.255.255.254'],
    ...['169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.1', '192.168.0.1', '192.168.255.255'],
    ...['198.18.0.1', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
  ]
  for (const address of closed) expect([address, (await client.permit(address)).code]).toEqual([address, 403])
})

test('[RUN8] nor by IPv6, nor by an IPv6 address that stands for such an IPv4 one', async () => {
  const client = await socketOf('somebody')
  expect(await client.allocate({ family: 6 })).toMatchObject({ code: 0 })
  for (const address of ['2a00::1', '2001:4860:4860::8888'])
    expect([address, (await client.permit(address)).code]).toEqual([address, 0])
  const closed = [
    ...[
      '::',
      '::1',
      '::7f00:1',
      '::ffff:7f00:1',
      '::ffff:a00:1',
      '::ffff:808:808',
      '64:ff9b::a00:1',
      '64:ff9b:1::a00:1',
    ],
    ...[
      '100::1',
      '2001::1',
      '2002:a00:1::1',
      'fc00::1',
      'fdff::1',
      'fe80::1',
      'febf::1',
      'fec0::1',
      'ff02::1',
      'ff0e::1',
    ],
  ]
  for (const address of closed) expect([address, (await client.permit(address)).code]).toEqual([address, 403])
})

test('[RUN8] one name has twelve allocations, over whatever credentials, and another name is not touched', async () => {
  const codes: number[] = []
  for (let at = 0; at < 14; at += 1) codes.push((await (await socketOf('one', 'udp', 60 + at)).allocate()).code)
  expect(codes).toEqual([...Array(12).fill(0), 486, 486])
  expect(await (await socketOf('another')).allocate()).toMatchObject({ code: 0 })
})

test('[RUN8] a credential that has run out makes no allocation', async () => {
  expect(await (await socketOf('late', 'udp', -1)).allocate()).toMatchObject({ code: 401 })
})
