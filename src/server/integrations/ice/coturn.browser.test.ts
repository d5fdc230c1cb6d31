import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer as createHttpServer, type Server } from 'node:http'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { CallTicket } from '#contract/call'
import { lanCertificate } from '../../platform/lan.ts'
import { openIce } from './coturn.ts'

const SECRET = 'shared between coturn and Bedside'
const FLAGS = [
  '--no-sandbox',
  '--ignore-certificate-errors',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-quic',
  '--disable-background-networking',
]

let folder: string
let coturn: ChildProcess
let origin: Server
let browser: Browser
let page: Page
let ports: { readonly plain: number; readonly tls: number }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bedside-coturn-'))
  ports = { plain: await freePort(), tls: await freePort() }
  await startCoturn()
  origin = createHttpServer((_, response) => response.setHeader('content-type', 'text/html').end('<!doctype html>'))
  origin.listen(0, '127.0.0.1')
  await once(origin, 'listening')
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS })
  page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${(origin.address() as AddressInfo).port}/`)
})

afterAll(async () => {
  await browser?.close()
  origin?.close()
  coturn?.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

const WAYS = {
  UDP: () => `turn:127.0.0.1:${ports.plain}?transport=udp`,
  TCP: () => `turn:127.0.0.1:${ports.plain}?transport=tcp`,
  TLS: () => `turns:127.0.0.1:${ports.tls}?transport=tcp`,
}

/** The servers of a call's two tickets, as the product makes them. */
function servers(url: string, secret = SECRET, at = new Date()): CallTicket['iceServers'] {
  const turn = { urls: [url], secret, lifetimeSeconds: 600 }
  return openIce({ stunUrls: [], turn, policy: 'relay' }).servers(randomUUID(), at)
}

describe('[RT18] a real coturn', () => {
  test.each(Object.entries(WAYS))('carries picture and sound both ways over %s', async (way, url) => {
    const result = await page.evaluate(callBetween, servers(url()))
    expect(result).toEqual({
      connected: true,
      candidates: ['relay'],
      pair: ['relay', 'relay'],
      protocol: way.toLowerCase(),
      pictureAndSound: [true, true],
    })
  })

  test.each([
    ['a wrong secret', () => servers(WAYS.UDP(), 'another secret')],
    ['a wrong secret over TLS', () => servers(WAYS.TLS(), 'another secret')],
    ['a credential that has run out', () => servers(WAYS.UDP(), SECRET, new Date(Date.now() - 601_000))],
    ['no credential at all', () => servers(WAYS.UDP()).map(({ urls }) => ({ urls, username: 'x', credential: 'x' }))],
  ])('gives no path to %s', async (_, iceServers) => {
    const candidates = await page.evaluate(gatheredWith, iceServers())
    expect(candidates).toEqual([])
  })
})

/** In the page: two connections that may use relays only, with fake camera and microphone on both. */
async function callBetween(iceServers: RTCIceServer[]) {
  const pair = [1, 2].map(() => new RTCPeerConnection({ iceServers, iceTransportPolicy: 'relay' }))
  const [one, other] = pair as [RTCPeerConnection, RTCPeerConnection]
  const types = new Set<string>()
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const)
    from.onicecandidate = ({ candidate }) => {
      if (candidate?.type) types.add(candidate.type)
      void to.addIceCandidate(candidate ?? undefined)
    }
  // Sound is counted only where it is played.
  for (const each of pair)
    each.ontrack = ({ streams }) => {
      const player = document.createElement('video')
      player.srcObject = streams[0] ?? null
      document.body.append(player)
      void player.play()
    }
  const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 320, height: 180 }, audio: true })
  for (const each of pair) for (const track of stream.getTracks()) each.addTrack(track, stream)
  await one.setLocalDescription()
  await other.setRemoteDescription(one.localDescription as RTCSessionDescription)
  await other.setLocalDescription()
  await one.setRemoteDescription(other.localDescription as RTCSessionDescription)

  type Facts = Record<string, string | number | undefined>
  const facts = async (each: RTCPeerConnection) => [...(await each.getStats()).values()] as Facts[]
  const flows = async (each: RTCPeerConnection) => {
    const incoming = (await facts(each)).filter(({ type }) => type === 'inbound-rtp')
    const picture = incoming.some(({ kind, framesDecoded }) => kind === 'video' && Number(framesDecoded) > 0)
    return picture && incoming.some(({ kind, totalAudioEnergy }) => kind === 'audio' && Number(totalAudioEnergy) > 0)
  }
  const until = Date.now() + 30_000
  let pictureAndSound = [false, false]
  while (Date.now() < until && pictureAndSound.includes(false)) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    pictureAndSound = await Promise.all(pair.map(flows))
  }
  const all = await facts(one)
  // The pair that is used; whether it counts as nominated just now is the browser's affair, which checks pairs again and again.
  const used = all.find(({ type }) => type === 'transport')?.selectedCandidatePairId
  const chosen = all.find(({ id }) => id !== undefined && id === used)
  const local = all.find(({ id }) => id !== undefined && id === chosen?.localCandidateId)
  const remote = all.find(({ id }) => id !== undefined && id === chosen?.remoteCandidateId)
  const connected = pair.every(({ connectionState }) => connectionState === 'connected')
  for (const track of stream.getTracks()) track.stop()
  for (const each of pair) each.close()
  return {
    connected,
    candidates: [...types],
    pair: [local?.candidateType, remote?.candidateType],
    protocol: local?.relayProtocol,
    pictureAndSound,
  }
}

/** In the page: the candidates that one connection finds before it has tried everything. */
async function gatheredWith(iceServers: RTCIceServer[]): Promise<string[]> {
  const connection = new RTCPeerConnection({ iceServers, iceTransportPolicy: 'relay' })
  const found: string[] = []
  const done = new Promise<void>((resolve) => {
    connection.onicecandidate = ({ candidate }) => {
      if (candidate === null) resolve()
      else if (candidate.candidate) found.push(candidate.candidate)
    }
  })
  connection.createDataChannel('x')
  await connection.setLocalDescription()
  await done
  connection.close()
  return found
}

async function startCoturn(): Promise<void> {
  const { cert, key } = await lanCertificate(folder, ['127.0.0.1'])
  const [certFile, keyFile] = [join(folder, 'turn-cert.pem'), join(folder, 'turn-key.pem')]
  await Promise.all([writeFile(certFile, cert), writeFile(keyFile, key)])
  const options = [
    ...['-n', '--no-cli', '--no-dtls', '--no-multicast-peers', '--allow-loopback-peers', '--use-auth-secret'],
    ...[`--static-auth-secret=${SECRET}`, '--realm=bedside.test', '--listening-ip=127.0.0.1', '--relay-ip=127.0.0.1'],
    ...[`--listening-port=${ports.plain}`, `--tls-listening-port=${ports.tls}`],
    ...[`--cert=${certFile}`, `--pkey=${keyFile}`, '--log-file=stdout', `--pidfile=${join(folder, 'pid')}`],
    `--userdb=${join(folder, 'turndb')}`,
  ]
  coturn = spawn('/usr/bin/turnserver', options, { stdio: 'ignore' })
  for (const port of [ports.plain, ports.tls]) await vi.waitUntil(() => answers(port), { timeout: 30_000 })
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
