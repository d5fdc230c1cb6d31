// Stand-ins for the media ports, for tests and examples: they hold what they are told and show what they are set to.
import type { CallTicket } from '#contract/call'
import type { DegradationPreference } from '#domain/plan'
import { createStore, type Store } from '../../src/web/kit/store.ts'
import type { CallEngine, EngineState, Outgoing, RemoteParticipant, Signal } from '../../src/web/media/engine.ts'
import type { CameraAbility, CameraControl, LocalMedia, LocalState } from '../../src/web/media/local.ts'
import type { StillLine, StillState } from '../../src/web/media/still-line.ts'

export const LOCAL_ON: LocalState = {
  camera: 'on',
  microphone: 'on',
  audio: null,
  video: null,
  cameras: [],
  microphones: [],
  speakers: [],
  cameraId: null,
  microphoneId: null,
  speakerId: null,
  facing: null,
  canFlip: false,
  voiceProcessing: true,
}

export interface FakeLocal extends LocalMedia {
  readonly state: Store<LocalState>
  readonly asked: string[]
  /** What the camera can be asked for, and what it makes of it. */
  readonly camera: { able: CameraAbility | null; works: boolean }
}

export const PLAIN_CAMERA: CameraAbility = { facing: null, flip: false, zoomIn: false, zoomOut: false, light: null }

export function fakeLocal(initial: Partial<LocalState> = {}): FakeLocal {
  const state = createStore<LocalState>({ ...LOCAL_ON, ...initial })
  const asked: string[] = []
  const put = (change: Partial<LocalState>) => state.update((now) => ({ ...now, ...change }))
  const note = async (what: string, change: Partial<LocalState> = {}) => {
    asked.push(what)
    put(change)
  }
  const camera: FakeLocal['camera'] = { able: PLAIN_CAMERA, works: true }
  const does = (what: string) => async () => {
    asked.push(what)
    return camera.works
  }
  const control: CameraControl = {
    able: () => camera.able,
    turn: (to) => does(`turn ${to}`)(),
    zoom: (way) => does(`zoom ${way}`)(),
    light: (on) => does(`light ${on}`)(),
    still: async () => ((await does('still')()) ? new Blob(['picture'], { type: 'image/jpeg' }) : null),
  }
  return {
    state,
    asked,
    camera,
    control: async () => control,
    request: ({ camera, microphone }) => note(`request${camera ? ' camera' : ''}${microphone ? ' microphone' : ''}`),
    setCameraOn: (on) => note(`camera ${on}`, { camera: on ? 'on' : 'off' }),
    setMicrophoneOn: (on) => note(`microphone ${on}`, { microphone: on ? 'on' : 'off' }),
    chooseCamera: (cameraId) => note(`camera ${cameraId}`, { cameraId }),
    chooseMicrophone: (microphoneId) => note(`microphone ${microphoneId}`, { microphoneId }),
    chooseSpeaker: (speakerId) => note(`speaker ${speakerId}`, { speakerId }),
    flipCamera: () => note('flip', { facing: state.get().facing === 'back' ? 'front' : 'back' }),
    setVoiceProcessing: (voiceProcessing) => note(`voice ${voiceProcessing}`, { voiceProcessing }),
    restart: () => note('restart', { camera: 'on', microphone: 'on' }),
    release: () => note('release', { camera: 'not-asked', microphone: 'not-asked' }),
    close: () => void note('close'),
  }
}

export interface FakeStillLine extends StillLine {
  readonly state: Store<StillState>
  readonly expected: boolean
  readonly sent: readonly Blob[]
  /** What becomes of the next picture. */
  arrives: boolean
}

export function fakeStillLine(): FakeStillLine {
  const state = createStore<StillState>({ kind: 'none' })
  const sent: Blob[] = []
  const line = {
    state,
    sent,
    expected: false,
    arrives: true,
    bearable: () => 1_000_000,
    async send(picture: Blob) {
      sent.push(picture)
      state.set({ kind: line.arrives ? 'sent' : 'failed' })
      return line.arrives
    },
    expect(next: boolean) {
      line.expected = next
    },
    discard: () => state.set({ kind: 'none' }),
  }
  return line
}

export interface FakeEngine extends CallEngine {
  readonly state: Store<EngineState>
  readonly heard: Signal[]
  readonly told: {
    flowing: boolean
    outgoing: Outgoing | null
    favour: DegradationPreference | null
    camera: CameraAbility | null
    restarts: number
    closed: boolean
  }
  readonly line: FakeStillLine
  /** Shows the other person so from now on. */
  showRemote(change: Partial<RemoteParticipant>): void
  send(payload: Signal): void
}

/** Who is in a fake call: this page, and the other one. */
export const OWN = 'own'
export const REMOTE = 'remote'

/** An engine's state with a word on the one other person in the call. */
export type FakeEngineState = Partial<EngineState> & { readonly remote?: Partial<RemoteParticipant> }

export function fakeEngine(
  ticket: Pick<CallTicket, 'visitId' | 'callId'>,
  stream: MediaStream,
  send: (to: string, payload: Signal) => void = () => {},
  { remote: shown, ...initial }: FakeEngineState = {},
): FakeEngine {
  let remote: RemoteParticipant = {
    participantId: REMOTE,
    streams: new Map([['camera', stream]]),
    picture: 'showing',
    sound: 'on',
    lastFrameAt: null,
    camera: null,
    ...shown,
  }
  const state = createStore<EngineState>({
    link: 'ready',
    remotes: new Map([[REMOTE, remote]]),
    ownPicture: 'full',
    quality: 'good',
    measured: {
      roundTripMs: null,
      loss: null,
      upKbps: null,
      downKbps: null,
      receivedHeight: null,
      receivedFps: null,
      path: null,
    },
    ...initial,
  })
  const told: FakeEngine['told'] = {
    flowing: false,
    outgoing: null,
    favour: null,
    camera: null,
    restarts: 0,
    closed: false,
  }
  const line = fakeStillLine()
  const heard: Signal[] = []
  return {
    visitId: ticket.visitId,
    callId: ticket.callId,
    participantId: OWN,
    state,
    heard,
    told,
    line,
    send: (payload) => send(REMOTE, payload),
    showRemote(change) {
      remote = { ...remote, ...change }
      state.update((now) => ({ ...now, remotes: new Map([[REMOTE, remote]]) }))
    },
    stills: async () => line,
    setDegradationPreference(favour) {
      told.favour = favour
    },
    tellCamera(able) {
      told.camera = able
    },
    setMediaEnabled(flowing) {
      told.flowing = flowing
    },
    setOutgoing(outgoing) {
      told.outgoing = outgoing
    },
    receive: (_from, signal) => heard.push(signal),
    restart() {
      told.restarts++
    },
    close() {
      told.closed = true
      state.update((now) => ({ ...now, link: 'closed' }))
    },
  }
}
