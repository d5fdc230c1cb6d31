// Where a line of known shape is measured: the server and a relay at one end of an emulated link, a browser at the other.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { buildConnectionPage } from '../../test/connection/build.ts'
import type {} from '../../test/connection/page.ts'
import { type LinkShape, openLink } from '../link/link.ts'
import { CHROMIUM } from '../machine.ts'
import { startDatabase, startProgram } from '../program.ts'

export interface Place {
  readonly page: Page
  shape(shape: LinkShape): void
  close(): Promise<void>
}

/** Any name under `localhost` counts as a safe origin, wherever it leads. */
const HOST = 'app.localhost'
const SERVER = '10.88.0.1'
const RELAY_PORT = 3478
const SECRET = 'of this bench alone'
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  // A page allows sound after a press; nobody presses here.
  '--autoplay-policy=no-user-gesture-required',
  `--host-resolver-rules=MAP ${HOST} ${SERVER}`,
]

export async function openPlace(first: LinkShape, seed: number): Promise<Place> {
  const [folder, built, database] = await Promise.all([
    mkdtemp(join(tmpdir(), 'bedside-accuracy-')),
    buildConnectionPage(),
    startDatabase(),
  ])
  const link = await openLink(first, seed, CHROMIUM)
  const through = link.commandAt('a')
  const relay = startRelay(through, folder)
  const turn = { urls: [`turn:${SERVER}:${RELAY_PORT}?transport=udp`], secret: SECRET, lifetimeSeconds: 600 }
  const settings = { ice: { stunUrls: [], turn, policy: 'all' }, webFolder: built.folder }
  const server = startProgram('server.mjs', { args: [database.url, '0.0.0.0', JSON.stringify(settings)], through })
  let browser: Browser | null = null
  const close = async () => {
    await browser?.close()
    await server.end()
    relay.kill('SIGKILL')
    link.close()
    await Promise.all([database.stop(), built.remove(), rm(folder, { recursive: true, force: true })])
  }
  try {
    const { port } = await server.ask<{ port: number }>({ type: 'where' }, 'at')
    browser = await chromium.launch({ executablePath: link.browserAt('b'), args: FLAGS })
    const page = await browser.newPage()
    await page.goto(`http://${HOST}:${port}/check`)
    return { page, shape: link.shape, close }
  } catch (error) {
    await close()
    throw error
  }
}

function startRelay(through: readonly string[], folder: string): ChildProcess {
  const options = [
    ...['-n', '--no-cli', '--no-tls', '--no-dtls', '--no-multicast-peers', '--use-auth-secret'],
    ...[`--static-auth-secret=${SECRET}`, '--realm=bedside.test', `--listening-ip=${SERVER}`, `--relay-ip=${SERVER}`],
    ...[`--listening-port=${RELAY_PORT}`, '--log-file=stdout', `--pidfile=${join(folder, 'pid')}`],
    `--userdb=${join(folder, 'turndb')}`,
  ]
  const [command = '', ...before] = through
  return spawn(command, [...before, 'turnserver', ...options], { stdio: 'ignore' })
}
