// What the two pages tell each other directly, several times a second, over a data channel that our server has no part
// in: own mute and picture, and what was heard of the other. Each message is a whole snapshot, so a lost one costs nothing.
import type { PictureState } from './engine.ts'
import type { CameraAbility } from './local.ts'
import { readAbility, writeAbility } from './peer-ability.ts'

/** Totals since the engine was opened, so that a lost message loses no count. */
export interface ReceivedTotals {
  readonly packets: number
  readonly lost: number
  /** Sound played and sound that had to be invented for want of packets (ms). */
  readonly playedMs: number
  readonly concealedMs: number
  readonly frames: number
}

export interface PeerState {
  readonly sound: 'none' | 'on' | 'muted'
  readonly picture: Exclude<PictureState, 'frozen'>
  readonly heard: ReceivedTotals
  /** What may be asked of the camera; left out until it is known. */
  readonly camera?: CameraAbility | undefined
}

export interface StateChannel {
  /** Sends a snapshot if the channel is open. */
  send(said: PeerState): void
  /** The last snapshot of the far side, and when it came (this page's clock). */
  readonly last: { readonly said: PeerState; readonly at: number } | null
  /**
   * Round trip of the snapshots themselves (ms), newer than what ICE measures every few seconds: the quicker of the last
   * two, because a page that is busy for a moment reads one late, and a full queue delays both.
   */
  readonly roundTripMs: number | null
  readonly open: boolean
}

/** A message on the wire. Short names: five a second must not weigh beside the sound. */
interface Wire {
  readonly n: number
  /** Sender's clock (ms), and the other's last clock value with the time since it came. */
  readonly t: number
  readonly e?: readonly [number, number]
  readonly s: PeerState['sound']
  readonly p: PeerState['picture']
  readonly h: readonly [number, number, number, number, number]
  /** What may be asked of the camera, see peer-ability. */
  readonly c?: number
}

export function openStateChannel(pc: RTCPeerConnection, onSaid: () => void): StateChannel {
  // Negotiated by number: it costs no message of its own. Unordered and never resent: only the newest counts.
  const channel = pc.createDataChannel('state', { negotiated: true, id: 0, ordered: false, maxRetransmits: 0 })
  let sent = 0
  let newest = -1
  let theirClock: { at: number; came: number } | null = null
  let lastTrip: number | null = null
  const state = {
    last: null as StateChannel['last'],
    roundTripMs: null as number | null,
    get open() {
      return channel.readyState === 'open'
    },
    send(said: PeerState) {
      // A full buffer means that nothing gets through: another message would only wait behind the rest.
      if (channel.readyState !== 'open' || channel.bufferedAmount > 2000) return
      const now = performance.now()
      const h = said.heard
      const wire: Wire = {
        n: sent++,
        t: Math.round(now),
        ...(theirClock ? { e: [theirClock.at, Math.round(now - theirClock.came)] as const } : {}),
        s: said.sound,
        p: said.picture,
        h: [h.packets, h.lost, Math.round(h.playedMs), Math.round(h.concealedMs), h.frames],
        ...(said.camera ? { c: writeAbility(said.camera) } : {}),
      }
      try {
        channel.send(JSON.stringify(wire))
      } catch {
        // Closing between the check and the send; the next path opens no new channel, so there is nothing to do.
      }
    },
  }
  channel.onmessage = ({ data }) => {
    const wire = readWire(data)
    if (!wire || wire.n <= newest) return
    newest = wire.n
    const now = performance.now()
    theirClock = { at: wire.t, came: now }
    if (wire.e) {
      const trip = Math.max(0, now - wire.e[0] - wire.e[1])
      state.roundTripMs = Math.min(trip, lastTrip ?? trip)
      lastTrip = trip
    }
    const [packets, lost, playedMs, concealedMs, frames] = wire.h
    const heard = { packets, lost, playedMs, concealedMs, frames }
    const camera = wire.c === undefined ? undefined : readAbility(wire.c)
    state.last = { said: { sound: wire.s, picture: wire.p, heard, camera }, at: now }
    onSaid()
  }
  return state
}

const SOUNDS: readonly unknown[] = ['none', 'on', 'muted'] satisfies PeerState['sound'][]
const PICTURES: readonly unknown[] = ['none', 'showing', 'off', 'paused-for-sound'] satisfies PeerState['picture'][]
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0
const isCounts = (value: unknown, length: number) =>
  Array.isArray(value) && value.length === length && value.every(isCount)

/** A message of the far side, or null: it is another person's browser, and may say anything. */
export function readWire(data: unknown): Wire | null {
  if (typeof data !== 'string' || data.length > 1000) return null
  let value: Partial<Record<keyof Wire, unknown>> | null
  try {
    value = JSON.parse(data)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const { n, t, e, s, p, h, c } = value
  const optional = (e === undefined || isCounts(e, 2)) && (c === undefined || isCount(c))
  const sane = isCount(n) && isCount(t) && optional && isCounts(h, 5)
  return sane && SOUNDS.includes(s) && PICTURES.includes(p) ? (value as Wire) : null
}
