// The call engine from browser to browser: one RTCPeerConnection whose whole transport is negotiated without media, so
// that letting picture and sound through is a local act. Nothing here speaks to a person or to the server.
import type { CallTicket } from '#contract/call'
import { qualityOf, resumeLadder, rungOf, startLadder, stepLadder } from '#domain/call'
import { createStore } from '../kit/store.ts'
import type { CallEngine, EngineState, OpenEngine, RemoteParticipant, Signal } from './engine.ts'
import { impossibleEngine } from './impossible.ts'
import type { CameraAbility } from './local.ts'
import { sameAbility } from './peer-ability.ts'
import { openStateChannel, type PeerState } from './peer-channel.ts'
import { negotiate } from './peer-negotiation.ts'
import { NOTHING, outgoingTracks } from './peer-outgoing.ts'
import { watchPath } from './peer-path.ts'
import { pacePicture } from './peer-picture.ts'
import { watchRemote } from './peer-remote.ts'
import { remoteStats } from './peer-remote-stats.ts'
import { holdSound } from './peer-sound.ts'
import { arrivingOf, measuredBetween, NOTHING_MEASURED, readTotals, type Totals } from './peer-stats.ts'
import type { StillLine } from './still-line.ts'

/** One look at the connection. Timers of a hidden page fire once a second: what the far side says sets off a look too. */
const TICK_MS = 100
const LEAST_BETWEEN_TICKS_MS = 80
/** A look takes the browser several milliseconds of the threads that the first picture needs: it has them for itself. */
const FIRST_LOOK_AFTER_MS = 250
/** While nothing flows there is little to see. */
const LEAST_BETWEEN_IDLE_TICKS_MS = 230
/** How often the far side is told, unless something changed. */
const SAY_EVERY_MS = 200
/** What is measured is shown over this time, and told about once a second. */
const MEASURED_OVER_MS = 3000
const MEASURED_EVERY_MS = 1000

let warm = false

/** A browser's first connection takes it longest: this one leads nowhere, and is made while nobody waits for it. */
export function warmPeer(): void {
  if (warm) return
  try {
    new RTCPeerConnection().close()
  } catch {
    // A browser without calls says so where a call is wanted.
  }
}

/** Null where this browser makes none. */
function connectionFor(ticket: CallTicket): RTCPeerConnection | null {
  try {
    return new RTCPeerConnection(configurationOf(ticket))
  } catch {
    return null
  }
}

export const openPeer: OpenEngine = (ticket, send): CallEngine => {
  warm = true
  const pc = connectionFor(ticket)
  if (!pc) return impossibleEngine(ticket)
  const remoteStream = new MediaStream()
  /** The other side is there from the beginning: its picture has a place before it comes. */
  let remote: RemoteParticipant = {
    participantId: ticket.remoteId,
    streams: new Map([['camera', remoteStream]]),
    picture: 'none',
    sound: 'none',
    lastFrameAt: null,
    camera: null,
  }
  const state = createStore<EngineState>({
    link: 'preparing',
    remotes: new Map([[ticket.remoteId, remote]]),
    ownPicture: 'full',
    quality: 'unknown',
    measured: NOTHING_MEASURED,
  })
  let flowing = false
  let closed = false
  /** The first offer is being written, on the thread that also takes tracks and their measures: those wait for it. */
  let offering = !ticket.polite
  /** From the first signal on, what is offered is adopted: nothing may be laid out beside it. */
  let signalled = false
  let outgoing = NOTHING
  let ownCamera: CameraAbility | null = null
  let stills: Promise<StillLine> | null = null
  let ladder = startLadder(performance.now())
  let history: Totals[] = []
  let tickedAt = 0
  let measuredAt = 0
  let lastSaid: PeerState | null = null
  let saidAt = 0

  const channel = openStateChannel(pc, () => {
    path.heard(performance.now())
    tick()
  })
  const tracks = outgoingTracks(pc, (receiver) => {
    receiver.track.enabled = flowing
    remoteStream.addTrack(receiver.track)
    holdSound([receiver], null)
  })
  const pacing = pacePicture(() => (offering ? null : tracks.video))
  const sendRemote = (signal: Signal) => send(ticket.remoteId, signal)
  const negotiation = negotiate(pc, ticket, sendRemote, () => {
    tracks.adopt()
    pacing.take(outgoing.video)
  })
  const path = watchPath(pc, negotiation, () => patch({ link: path.link }))
  const far = remoteStats()
  const watch = watchRemote()

  const patch = (change: Partial<EngineState>) => {
    if (closed) return
    const before = state.get()
    if (!hasAlready(before, change)) state.set({ ...before, ...change })
  }

  const patchRemote = (change: Partial<RemoteParticipant>) => {
    if (hasAlready(remote, change)) return
    remote = { ...remote, ...change }
    patch({ remotes: new Map([[ticket.remoteId, remote]]) })
  }

  const ownSaid = (): PeerState => {
    const newest = history.at(-1)
    return {
      sound: !flowing || !outgoing.audio ? 'none' : outgoing.audio.enabled ? 'on' : 'muted',
      picture: ownPictureSaid(),
      heard: {
        packets: newest?.packetsReceived ?? 0,
        lost: newest?.packetsLost ?? 0,
        playedMs: newest?.soundPlayedMs ?? 0,
        concealedMs: newest?.soundConcealedMs ?? 0,
        frames: newest?.framesDecoded ?? 0,
      },
      camera: ownCamera ?? undefined,
    }
  }
  const ownPictureSaid = (): PeerState['picture'] => {
    const video = outgoing.video
    if (!flowing) return 'none'
    // A camera that another program or a phone call has taken is muted by the browser: nothing new comes from it.
    if (!video?.enabled || video.muted || video.readyState === 'ended') return 'off'
    return rungOf(ladder).level === 'paused-for-sound' ? 'paused-for-sound' : 'showing'
  }

  const tick = () => {
    const at = performance.now()
    if (closed || at - tickedAt < (flowing ? LEAST_BETWEEN_TICKS_MS : LEAST_BETWEEN_IDLE_TICKS_MS)) return
    tickedAt = at
    pc.getStats().then(
      (report) => {
        if (!closed) look(readTotals(report, at))
      },
      () => undefined,
    )
  }

  const look = (now: Totals) => {
    const before = history.at(-1)
    if (before && now.bytesReceived > before.bytesReceived) path.heard(now.at)
    history = [...history.filter((old) => now.at - old.at <= MEASURED_OVER_MS), now]
    const said = channel.last?.said ?? null
    const talks = said !== null && (said.sound !== 'none' || said.picture === 'showing')
    path.tick(now.at, flowing && talks ? 1200 : 3000)
    far.note(now.at, channel.last)
    if (flowing) climbOrFall(now)
    pacing.tick({ at: now.at, seen: said?.heard.frames ?? null, availableKbps: now.availableKbps })
    say(now.at)
    tellRemote(now)
    tellMeasured(now)
    patch({ link: path.link, ownPicture: flowing ? rungOf(ladder).level : 'full' })
  }

  const say = (at: number) => {
    const next = ownSaid()
    const same = lastSaid?.sound === next.sound && lastSaid.picture === next.picture && lastSaid.camera === next.camera
    if (same && at - saidAt < SAY_EVERY_MS) return
    lastSaid = next
    saidAt = at
    channel.send(next)
  }

  const climbOrFall = (now: Totals) => {
    const before = ladder
    ladder = stepLadder(ladder, {
      at: now.at,
      availableKbps: now.availableKbps,
      roundTripMs: channel.roundTripMs ?? now.roundTripMs,
      floorMs: far.floorMs(channel.roundTripMs ?? now.roundTripMs, now.pair),
      loss: far.loss,
      concealed: far.concealed,
      arriving: arrivingOf(history),
      silentMs: path.lastHeard === null ? 0 : now.at - path.lastHeard,
    })
    if (ladder !== before) pacing.allow(rungOf(ladder))
  }

  const tellRemote = (now: Totals) => {
    const seen = watch.look({
      at: now.at,
      flowing,
      framesDecoded: now.framesDecoded,
      said: channel.last?.said ?? null,
    })
    // The time of the last frame moves all the while: it is told once a second, and whenever the picture changes.
    const due = remote.picture !== seen.picture || now.at - measuredAt >= MEASURED_EVERY_MS
    const lastFrameAt = seen.lastFrameAt === null ? null : Math.round(Date.now() - now.at + seen.lastFrameAt)
    patchRemote({
      picture: seen.picture,
      sound: seen.sound,
      camera: sameAbility(remote.camera, channel.last?.said.camera ?? null),
      lastFrameAt: due ? lastFrameAt : remote.lastFrameAt,
    })
  }

  const tellMeasured = (now: Totals) => {
    const oldest = history[0]
    if (!oldest || oldest === now || now.at - measuredAt < MEASURED_EVERY_MS) return
    measuredAt = now.at
    const measured = measuredBetween(oldest, now, { roundTripMs: channel.roundTripMs, lossOut: far.loss })
    holdSound(pc.getReceivers(), measured.roundTripMs)
    patch({ measured, quality: qualityOf(measured.roundTripMs, measured.loss) })
  }

  const putOn = () => {
    if (!offering) tracks.send(flowing ? outgoing : null)
  }

  const available = () => history.at(-1)?.availableKbps ?? null
  const timer = setInterval(tick, TICK_MS)
  if (!ticket.polite) tracks.layOut()
  void negotiation.begin().then(() => {
    offering = false
    if (closed) return
    pacing.take(outgoing.video)
    putOn()
  })

  return {
    visitId: ticket.visitId,
    callId: ticket.callId,
    participantId: ticket.participantId,
    state,
    setMediaEnabled(next) {
      if (closed || next === flowing) return
      flowing = next
      const at = performance.now()
      if (next) {
        tickedAt = at + FIRST_LOOK_AFTER_MS - LEAST_BETWEEN_TICKS_MS
        ladder = resumeLadder(ladder, at)
        pacing.allow(rungOf(ladder))
        pacing.begin(at, channel.last?.said.heard.frames ?? 0)
        far.begin(at)
      }
      putOn()
      for (const track of remoteStream.getTracks()) track.enabled = next
      say(performance.now())
      if (next) return
      pacing.rest()
      patchRemote({ picture: 'none', sound: 'none' })
      patch({ ownPicture: 'full' })
    },
    setOutgoing({ camera = NOTHING }) {
      if (closed) return
      outgoing = camera
      if (ticket.polite && !signalled) tracks.expect(camera)
      pacing.take(camera.video)
      putOn()
      say(performance.now())
    },
    setDegradationPreference: pacing.favour,
    tellCamera(able) {
      ownCamera = able
      say(performance.now())
    },
    stills() {
      stills ??= import('./peer-still.ts').then(({ openStillLine }) => openStillLine(pc, available))
      return stills
    },
    receive(from, signal) {
      if (from !== ticket.remoteId) return
      signalled = true
      negotiation.receive(signal)
    },
    restart: () => path.restart(performance.now()),
    close() {
      if (closed) return
      patchRemote({ picture: 'none', sound: 'none' })
      patch({ link: 'closed' })
      closed = true
      clearInterval(timer)
      negotiation.close()
      path.close()
      pc.close()
    },
  }
}

const hasAlready = <T>(before: T, change: Partial<T>): boolean =>
  (Object.keys(change) as (keyof T)[]).every((key) => Object.is(before[key], change[key]))

function configurationOf(ticket: CallTicket): RTCConfiguration {
  return {
    iceServers: ticket.iceServers,
    iceTransportPolicy: ticket.iceTransportPolicy,
    bundlePolicy: 'max-bundle',
    rtcpMuxPolicy: 'require',
    iceCandidatePoolSize: 0,
  }
}
