// The port between call screens and whatever carries picture and sound. Speaks of calls and of who is in them, never of
// SDP; `peer` (browser to browser) and `fake` implement it and pass the same contract suite.
import type { CallTicket, SignalPayload } from '#contract/call'
import type { DegradationPreference } from '#domain/plan'
import type { Readable } from '../kit/store.ts'
import type { CameraAbility } from './local.ts'
import type { StillLine } from './still-line.ts'

/** What a participant sends, and everybody else receives: their camera goes with their microphone. */
export type Source = 'camera' | 'screen' | 'second-camera'

/** A null track is not sent. */
export interface SourceTracks {
  readonly audio: MediaStreamTrack | null
  readonly video: MediaStreamTrack | null
}

/** What this side is willing to send. `peer` carries the camera alone. */
export type Outgoing = Readonly<Partial<Record<Source, SourceTracks>>>

export type PictureState = 'none' | 'showing' | 'off' | 'paused-for-sound' | 'frozen'

/** What is measured now, about once a second. Null: not yet known. */
export interface Measured {
  readonly roundTripMs: number | null
  /** Share of packets that did not arrive, 0 to 1, over the last seconds, the worse of the two directions. */
  readonly loss: number | null
  readonly upKbps: number | null
  readonly downKbps: number | null
  /** min(width, height) of the picture that is really received. */
  readonly receivedHeight: number | null
  readonly receivedFps: number | null
  readonly path: 'direct' | 'relayed' | null
}

/** Somebody else in the call. */
export interface RemoteParticipant {
  readonly participantId: string
  /** What may come from them, also before anything does. */
  readonly streams: ReadonlyMap<Source, MediaStream>
  readonly picture: PictureState
  readonly sound: 'none' | 'on' | 'muted'
  /** When the last new frame was shown (ms since the epoch, this machine's clock); for the age on a frozen picture. */
  readonly lastFrameAt: number | null
  /** What they say may be asked of their camera; null until they do. */
  readonly camera: CameraAbility | null
}

export interface EngineState {
  /**
   * `preparing`: no path yet. `ready`: a path stands (media may or may not flow). `reconnecting`: it was lost.
   * `impossible`: this browser cannot make the call, and waiting does not help.
   */
  readonly link: 'preparing' | 'ready' | 'reconnecting' | 'closed' | 'impossible'
  /** Everybody else in the call, by participant. One in a one-to-one call, from the beginning. */
  readonly remotes: ReadonlyMap<string, RemoteParticipant>
  /** What our own picture is doing to leave room for the sound. */
  readonly ownPicture: 'full' | 'smaller' | 'paused-for-sound'
  readonly quality: 'unknown' | 'good' | 'fair' | 'poor'
  readonly measured: Measured
}

export interface CallEngine {
  readonly visitId: string
  readonly callId: string
  /** Who this page is in the call. */
  readonly participantId: string
  readonly state: Readable<EngineState>
  /** Until true nothing is sent and nothing received is shown: a prepared transport carries no picture and no sound. */
  setMediaEnabled(flowing: boolean): void
  /** Replaces what is sent, without negotiating again. */
  setOutgoing(outgoing: Outgoing): void
  /** What the own picture gives up last when the path cannot carry all of it. */
  setDegradationPreference(favour: DegradationPreference): void
  /** Tells the far side what may be asked of the own camera. */
  tellCamera(able: CameraAbility | null): void
  /** The way for still pictures, loaded when first wanted. Whoever is to receive one opens it before it is asked for. */
  stills(): Promise<StillLine>
  /** Takes a signal that participant `from` of this call sent. Signals for another call never reach this engine. */
  receive(from: string, signal: Signal): void
  /** Tries the path again now (ICE restart): after the server or the network came back. */
  restart(): void
  close(): void
}

/** What engines of one kind send each other. Only the engine looks into it; whoever passes it on does not. */
export type Signal = SignalPayload

/** `send` brings a signal to participant `to`. */
export type OpenEngine = (ticket: CallTicket, send: (to: string, signal: Signal) => void) => CallEngine
