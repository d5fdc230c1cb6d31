// Stand-ins for the media ports, for tests and examples: they hold what they are told and show what they are set to.
import type { CallTicket, SignalPayload } from '#contract/call'
import type { CallEngine, EngineState, Outgoing } from '../../media/engine.ts'
import type { LocalMedia, LocalState } from '../../media/local.ts'
import { createStore, type Store } from '../../store.ts'

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
}

export function fakeLocal(initial: Partial<LocalState> = {}): FakeLocal {
  const state = createStore<LocalState>({ ...LOCAL_ON, ...initial })
  const asked: string[] = []
  const put = (change: Partial<LocalState>) => state.update((now) => ({ ...now, ...change }))
  const note = async (what: string, change: Partial<LocalState> = {}) => {
    asked.push(what)
    put(change)
  }
  return {
    state,
    asked,
    request: ({ camera, microphone }) => note(`request${camera ? ' camera' : ''}${microphone ? ' microphone' : ''}`),
    setCameraOn: (on) => note(`camera ${on}`, { camera: on ? 'on' : 'off' }),
    setMicrophoneOn: (on) => note(`microphone ${on}`, { microphone: on ? 'on' : 'off' }),
    chooseCamera: (cameraId) => note(`camera ${cameraId}`, { cameraId }),
    chooseMicrophone: (microphoneId) => note(`microphone ${microphoneId}`, { microphoneId }),
    chooseSpeaker: (speakerId) => note(`speaker ${speakerId}`, { speakerId }),
    flipCamera: () => note('flip', { facing: state.get().facing === 'back' ? 'front' : 'back' }),
    setVoiceProcessing: (voiceProcessing) => note(`voice ${voiceProcessing}`, { voiceProcessing }),
    restart: () => note('restart', { camera: 'on', microphone: 'on' }),
    close: () => void note('close'),
  }
}

export interface FakeEngine extends CallEngine {
  readonly state: Store<EngineState>
  readonly heard: SignalPayload[]
  readonly told: { flowing: boolean; outgoing: Outgoing | null; restarts: number; closed: boolean }
  send(payload: SignalPayload): void
}

export function fakeEngine(
  ticket: Pick<CallTicket, 'callId'>,
  stream: MediaStream,
  send: (payload: SignalPayload) => void = () => {},
  initial: Partial<EngineState> = {},
): FakeEngine {
  const state = createStore<EngineState>({
    link: 'ready',
    remoteStream: stream,
    remotePicture: 'showing',
    lastFrameAt: null,
    remoteSound: 'on',
    ownPicture: 'full',
    quality: 'good',
    measured: {
      roundTripMs: null,
      loss: null,
      upKbps: null,
      downKbps: null,
      receivedLines: null,
      receivedFps: null,
      path: null,
    },
    ...initial,
  })
  const told: FakeEngine['told'] = { flowing: false, outgoing: null, restarts: 0, closed: false }
  const heard: SignalPayload[] = []
  return {
    callId: ticket.callId,
    state,
    heard,
    told,
    send,
    setFlowing(flowing) {
      told.flowing = flowing
    },
    setOutgoing(outgoing) {
      told.outgoing = outgoing
    },
    receive: (payload) => heard.push(payload),
    restart() {
      told.restarts++
    },
    close() {
      told.closed = true
      state.update((now) => ({ ...now, link: 'closed' }))
    },
  }
}
