// Runs inside the two browsers of the link bench: one side of a call, either with the project's engine or with a bare
// RTCPeerConnection as the floor, and a watch on what is really presented and really heard.
import type { SignalPayload } from '#contract/call'
import { oneRemote, remoteStream } from '../../src/web/call/stage/one-remote.ts'
import type { EngineState } from '../../src/web/media/engine.ts'
import { openPeer } from '../../src/web/media/peer.ts'
import type { Sight, Watched } from './watched.ts'

interface Side {
  flow(flowing: boolean): void
  receive(payload: SignalPayload): void
  restart(): void
}

declare global {
  interface Window {
    sendSignal(payload: SignalPayload): void
    sides: { bedside: typeof bedside; floor: typeof floor }
    side: Side
    watched: Watched
    connection: RTCPeerConnection
  }
}

/** Both browsers run on one machine: their clocks agree. */
const now = () => performance.timeOrigin + performance.now()
const watched: Watched = { frames: [], sounds: [], sights: [], own: [], seen: [] }
window.watched = watched

// The engine keeps its connection to itself; the bench reads the statistics from outside.
const Real = window.RTCPeerConnection
window.RTCPeerConnection = class extends Real {
  constructor(configuration?: RTCConfiguration) {
    super(configuration)
    window.connection = this
  }
}

async function camera(): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    video: { width: 1280, height: 720, frameRate: 30 },
  })
}

function watch(stream: MediaStream) {
  const video = document.createElement('video')
  video.autoplay = true
  video.playsInline = true
  video.style.width = '640px'
  video.srcObject = stream
  document.body.append(video)
  const next = () =>
    video.requestVideoFrameCallback((_, { width }) => {
      // A track that may not be seen yet shows one black frame of 2 pixels or so.
      if (width > 16) watched.frames.push(now())
      next()
    })
  next()
  setInterval(look, 100)
}

async function look() {
  const report = await window.connection.getStats()
  const at = now()
  report.forEach((entry) => {
    if (entry.type !== 'inbound-rtp') return
    if (entry.kind === 'video') {
      const sight: Sight = {
        at,
        lines: entry.frameHeight ?? 0,
        bytes: entry.bytesReceived,
        decoded: entry.framesDecoded ?? 0,
      }
      watched.sights.push(sight)
      return
    }
    const perMs = entry.totalSamplesReceived / Math.max(1, entry.totalSamplesDuration * 1000)
    const invented = entry.concealedSamples - (entry.silentConcealedSamples ?? 0)
    watched.sounds.push({
      at,
      playedMs: entry.totalSamplesReceived / perMs,
      concealedMs: invented / perMs,
      packets: entry.packetsReceived,
    })
  })
}

async function bedside(polite: boolean): Promise<void> {
  const stream = await camera()
  const engine = openPeer(
    {
      visitId: 'bench',
      callId: 'bench',
      engine: 'peer',
      participantId: 'own',
      remoteId: 'other',
      polite,
      iceServers: [],
      iceTransportPolicy: 'all',
    },
    (_to, payload) => window.sendSignal(payload),
  )
  engine.setOutgoing({
    camera: { audio: stream.getAudioTracks()[0] ?? null, video: stream.getVideoTracks()[0] ?? null },
  })
  let last: EngineState = engine.state.get()
  watch(remoteStream(last) as MediaStream)
  engine.state.subscribe((state) => {
    if (state.ownPicture !== last.ownPicture) watched.own.push({ at: now(), picture: state.ownPicture })
    const picture = oneRemote(state)?.picture ?? 'none'
    if (picture !== oneRemote(last)?.picture || state.link !== last.link)
      watched.seen.push({ at: now(), picture, link: state.link })
    last = state
  })
  window.side = {
    flow: (flowing) => engine.setMediaEnabled(flowing),
    receive: (payload) => engine.receive('other', payload),
    restart: () => engine.restart(),
  }
}

/** The least that carries a call: tracks added, one offer, one answer, nothing watched. It begins when it may flow. */
async function floor(polite: boolean): Promise<void> {
  const stream = await camera()
  const pc = new RTCPeerConnection()
  const remote = new MediaStream()
  const add = () => {
    for (const track of stream.getTracks()) pc.addTrack(track, stream)
  }
  const describe = async () => {
    await pc.setLocalDescription()
    const { type, sdp } = pc.localDescription ?? { type: 'offer', sdp: '' }
    window.sendSignal({ description: { type: type as 'offer', sdp } })
  }
  pc.ontrack = ({ track }) => remote.addTrack(track)
  pc.onicecandidate = ({ candidate }) => candidate && window.sendSignal({ candidate: candidate.toJSON() as never })
  watch(remote)
  if (polite) add()
  window.side = {
    async flow(flowing) {
      if (!flowing || polite) return
      add()
      await describe()
    },
    async receive(payload) {
      if ('candidate' in payload) return pc.addIceCandidate(payload.candidate ?? undefined)
      await pc.setRemoteDescription(payload.description)
      if (payload.description.type === 'offer') await describe()
    },
    restart() {},
  }
}

window.sides = { bedside, floor }
