// Runs inside the browser under test: puts the media code on `window` and joins two engines with a relay that can lose,
// hold back and count signals. Decides nothing and expects nothing.
import type { SignalPayload } from '#contract/call'
import { afterFrame } from '../../src/web/call/stage/after-frame.ts'
import { oneRemote, remoteStream } from '../../src/web/call/stage/one-remote.ts'
import { playChime } from '../../src/web/media/chime.ts'
import { createLocalMedia } from '../../src/web/media/devices.ts'
import type { CallEngine } from '../../src/web/media/engine.ts'
import { watchLevel } from '../../src/web/media/level.ts'
import { openPeer } from '../../src/web/media/peer.ts'
import { keepAwake } from '../../src/web/media/wake-lock.ts'

export interface Side {
  readonly engine: CallEngine
  readonly connection: RTCPeerConnection
  /** Signals this side has sent. */
  readonly sent: SignalPayload[]
}

export interface Relay {
  /** While true, signals are lost. */
  lossy: boolean
  /** Puts candidates before descriptions, as an unkind network might. */
  candidatesFirst: boolean
}

const connections: RTCPeerConnection[] = []
const Real = window.RTCPeerConnection
// Engines keep their connection to themselves; the tests ask it what really arrived.
window.RTCPeerConnection = class extends Real {
  constructor(configuration?: RTCConfiguration) {
    super(configuration)
    connections.push(this)
  }
}

function openSide(polite: boolean, relay: Relay, other: () => Side | null): Side {
  const [own, remoteId] = polite ? ['b', 'a'] : ['a', 'b']
  const sent: SignalPayload[] = []
  const held: SignalPayload[] = []
  const pass = (payload: SignalPayload) => queueMicrotask(() => other()?.engine.receive(own, payload))
  const engine = openPeer(
    {
      visitId: 'test',
      callId: 'test',
      engine: 'peer',
      participantId: own,
      remoteId,
      polite,
      iceServers: [],
      iceTransportPolicy: 'all',
    },
    (_to, payload) => {
      sent.push(payload)
      if (relay.lossy) return
      if (!relay.candidatesFirst) return pass(payload)
      if ('candidate' in payload) return pass(payload)
      held.push(payload)
      setTimeout(() => held.splice(0).forEach(pass), 300)
    },
  )
  // Sound that nobody plays is not decoded, and has no energy.
  const audio = new Audio()
  audio.srcObject = remoteStream(engine.state.get())
  audio.autoplay = true
  document.body.append(audio)
  return { engine, connection: connections.at(-1) as RTCPeerConnection, sent }
}

export interface Pair {
  readonly relay: Relay
  /** Impolite: the practitioner's. Polite: the patient's; null until it is opened. */
  a: Side
  b: Side | null
  openB(): Side
}

function openPair(relay: Partial<Relay> = {}): Pair {
  const settings: Relay = { lossy: false, candidatesFirst: false, ...relay }
  const pair: Pair = {
    relay: settings,
    a: null as unknown as Side,
    b: null,
    openB() {
      pair.b = openSide(true, settings, () => pair.a)
      return pair.b
    },
  }
  pair.a = openSide(false, settings, () => pair.b)
  return pair
}

export interface Arrived {
  readonly packets: number
  readonly frames: number
  readonly energy: number
  readonly lines: number
}

/** What a connection really received so far. */
async function arrived(connection: RTCPeerConnection): Promise<Arrived> {
  const sum = { packets: 0, frames: 0, energy: 0, lines: 0 }
  const report = await connection.getStats()
  report.forEach((entry) => {
    if (entry.type !== 'inbound-rtp') return
    sum.packets += entry.packetsReceived ?? 0
    sum.frames += entry.framesDecoded ?? 0
    sum.energy += entry.totalAudioEnergy ?? 0
    sum.lines = Math.max(sum.lines, entry.frameHeight ?? 0)
  })
  return sum
}

async function camera(lines = 360): Promise<{ audio: MediaStreamTrack; video: MediaStreamTrack }> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: true,
    video: { height: lines, width: Math.round((lines * 16) / 9) },
  })
  return { audio: stream.getAudioTracks()[0] as never, video: stream.getVideoTracks()[0] as never }
}

/** A JPEG of about so many bytes, of grey noise. */
async function noise(bytes: number): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = 1024
  canvas.height = Math.max(8, Math.round(bytes / 1024))
  const context = canvas.getContext('2d')
  const points = context?.createImageData(canvas.width, canvas.height)
  if (!context || !points) throw new Error('no canvas')
  for (let i = 0; i < points.data.length; i++) points.data[i] = i % 4 === 3 ? 255 : Math.random() * 256
  context.putImageData(points, 0, 0)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', 0.9),
  )
}

const remoteOf = (side: Side | null) => oneRemote(side?.engine.state.get())
const streamOf = (side: Side | null) => remoteStream(side?.engine.state.get())

const media = {
  remoteOf,
  streamOf,
  afterFrame,
  openPair,
  arrived,
  camera,
  noise,
  createLocalMedia,
  playChime,
  keepAwake,
  watchLevel,
}
export type Media = typeof media

declare global {
  interface Window {
    media: Media
    pair: Pair
    local: ReturnType<typeof createLocalMedia>
  }
}

window.media = media
