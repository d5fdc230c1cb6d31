// This person's own camera and microphone, with the browser's devices. Keeps what the person wants apart from what the
// browser gives, brings back what was lost, and never turns on what the person turned off.
import { createStore } from '../kit/store.ts'
import { canCall } from './can-call.ts'
import { deviceIdOf, facingOf, listDevices } from './devices-list.ts'
import {
  type CameraOptions,
  type Kind,
  type MediaRequest,
  type Opened,
  openDevices,
  raiseCamera,
} from './devices-open.ts'
import { watchDevices } from './devices-watch.ts'
import type { LocalMedia, LocalState } from './local.ts'

/** A device that was had, or is being asked for. */
const GIVEN: ReadonlySet<LocalState['camera']> = new Set(['asking', 'on', 'off', 'lost'])

const ANY_CAMERA: CameraOptions = { id: null, facing: null }

export function createLocalMedia(): LocalMedia {
  const state = createStore<LocalState>({
    camera: 'not-asked',
    microphone: 'not-asked',
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
  })
  // What the person wants, and of which device. A muted microphone is wanted: it stays open.
  const wants = { camera: false, microphone: false, sound: true }
  let cameraAsk = ANY_CAMERA
  let microphoneId: string | null = null
  let closed = false
  let queue: Promise<void> = Promise.resolve()

  const patch = (change: Partial<LocalState>) => {
    if (!closed) state.update((before) => ({ ...before, ...change }))
  }
  /** One thing at a time: two openings at once fight for the device. */
  const inTurn = (step: () => Promise<void>): Promise<void> => {
    queue = queue.then(() => (closed ? undefined : step()))
    return queue
  }
  const askFor = (camera: boolean, microphone: boolean): MediaRequest => ({
    camera: camera ? cameraAsk : null,
    microphone: microphone ? { id: microphoneId, voiceProcessing: state.get().voiceProcessing } : null,
  })

  const takeCamera = (got: Opened['camera'], failed: LocalState['camera'] | null = null) => {
    const old = state.get().video
    if (got instanceof MediaStreamTrack) {
      if (closed) return got.stop()
      if (old !== got) old?.stop()
      watch.follow('camera', got)
      patch({ camera: 'on', video: got })
      void raiseCamera(got)
    } else if (got) {
      watch.follow('camera', null)
      old?.stop()
      patch({ camera: failed ?? got, video: null })
    }
  }
  const takeMicrophone = (got: Opened['microphone'], failed: LocalState['microphone'] | null = null) => {
    const old = state.get().audio
    if (got instanceof MediaStreamTrack) {
      if (closed) return got.stop()
      got.enabled = wants.sound
      if (old !== got) old?.stop()
      watch.follow('microphone', got)
      patch({ microphone: wants.sound ? 'on' : 'off', audio: got })
    } else if (got) {
      watch.follow('microphone', null)
      old?.stop()
      patch({ microphone: failed ?? got, audio: null })
    }
  }
  const list = async () => {
    const { all, ...lists } = await listDevices()
    const { video, audio, facing } = state.get()
    const now = facingOf(video) ?? facing
    patch({
      ...lists,
      cameraId: deviceIdOf(video, all),
      microphoneId: deviceIdOf(audio, all),
      facing: now,
      canFlip: now !== null && lists.cameras.length > 1,
    })
  }
  const open = async (camera: boolean, microphone: boolean) => {
    if (!camera && !microphone) return
    patch({ ...(camera ? { camera: 'asking' } : {}), ...(microphone ? { microphone: 'asking' } : {}) })
    if (!canCall()) patch({ noCalls: true })
    const opened = await openDevices(askFor(camera, microphone))
    takeMicrophone(opened.microphone)
    takeCamera(opened.camera)
    await list()
  }

  /** Opens a device again that stopped by itself. What cannot be had now stays lost, and is tried again later. */
  const regain = (kind: Kind) =>
    inTurn(async () => {
      if (kind === 'camera' ? !wants.camera : !wants.microphone) return
      const opened = await openDevices(askFor(kind === 'camera', kind === 'microphone'))
      const got = opened[kind]
      const failed = got === 'refused' ? 'refused' : 'lost'
      if (kind === 'camera') takeCamera(got, failed)
      else takeMicrophone(got, failed)
      await list()
    })
  const watch = watchDevices({
    ended(kind) {
      patch(kind === 'camera' ? { camera: 'lost', video: null } : { microphone: 'lost', audio: null })
      void regain(kind)
    },
    silenced: (kind) => void regain(kind),
    changed() {
      const { camera, microphone, video, audio } = state.get()
      void inTurn(list)
      if (camera === 'lost' || camera === 'busy' || video?.muted) void regain('camera')
      if (microphone === 'lost' || microphone === 'busy' || audio?.muted) void regain('microphone')
    },
  })

  /** On phones one camera must be let go before the other opens. */
  const swapCamera = async (ask: CameraOptions, otherwise: CameraOptions) => {
    watch.follow('camera', null)
    state.get().video?.stop()
    cameraAsk = ask
    const { camera } = await openDevices(askFor(true, false))
    if (camera instanceof MediaStreamTrack) takeCamera(camera)
    else {
      cameraAsk = otherwise
      takeCamera((await openDevices(askFor(true, false))).camera)
    }
    await list()
  }

  const letGo = () => {
    const { camera, microphone, video, audio } = state.get()
    watch.follow('camera', null)
    watch.follow('microphone', null)
    video?.stop()
    audio?.stop()
    patch({
      camera: GIVEN.has(camera) ? 'not-asked' : camera,
      microphone: GIVEN.has(microphone) ? 'not-asked' : microphone,
      video: null,
      audio: null,
    })
  }

  const media: LocalMedia = {
    state,
    request: ({ camera, microphone }) => {
      wants.camera ||= camera
      wants.microphone ||= microphone
      return inTurn(async () => {
        const now = state.get()
        await open(camera && now.video === null, microphone && now.audio === null)
      })
    },
    setCameraOn: (on) => {
      wants.camera = on
      return inTurn(async () => {
        if (on !== wants.camera) return
        if (on && state.get().video === null) await open(true, false)
        if (on) return
        watch.follow('camera', null)
        state.get().video?.stop()
        patch({ camera: 'off', video: null })
      })
    },
    setMicrophoneOn: (on) => {
      wants.sound = on
      if (on) wants.microphone = true
      const { audio } = state.get()
      // At once, not in turn: whoever presses mute must not be heard for the length of a camera's opening.
      if (audio) {
        audio.enabled = on
        patch({ microphone: on ? 'on' : 'off' })
        return Promise.resolve()
      }
      return on ? inTurn(() => (state.get().audio ? Promise.resolve() : open(false, true))) : Promise.resolve()
    },
    chooseCamera: (id) => inTurn(() => swapCamera({ id, facing: null }, cameraAsk)),
    chooseMicrophone: (id) =>
      inTurn(async () => {
        microphoneId = id
        takeMicrophone((await openDevices(askFor(false, true))).microphone)
        await list()
      }),
    async chooseSpeaker(id) {
      patch({ speakerId: id })
    },
    flipCamera: () =>
      inTurn(async () => {
        const { facing, cameras, cameraId } = state.get()
        const before = cameraAsk
        if (facing !== null) await swapCamera({ id: null, facing: facing === 'back' ? 'user' : 'environment' }, before)
        if (facing !== null && state.get().facing !== facing) return
        const next = cameras[(cameras.findIndex(({ id }) => id === cameraId) + 1) % cameras.length]
        if (next && next.id !== cameraId) await swapCamera({ id: next.id, facing: null }, before)
      }),
    setVoiceProcessing: (on) =>
      inTurn(async () => {
        patch({ voiceProcessing: on })
        // Browsers differ in what a running microphone can change: opening it anew works in all.
        if (state.get().audio) takeMicrophone((await openDevices(askFor(false, true))).microphone)
        await list()
      }),
    control: async () => {
      const { controlCamera } = await import('./camera-control.ts')
      // On phones the zoom is given to a camera that was opened for it.
      return controlCamera(media, () => inTurn(() => swapCamera({ ...cameraAsk, zoom: true }, cameraAsk)))
    },
    restart: () =>
      inTurn(async () => {
        const { video, audio } = state.get()
        watch.follow('camera', null)
        watch.follow('microphone', null)
        video?.stop()
        audio?.stop()
        patch({ video: null, audio: null })
        await open(wants.camera, wants.microphone)
      }),
    release: () => {
      wants.camera = false
      wants.microphone = false
      // At once, and once more for what was just being opened.
      letGo()
      return inTurn(async () => {
        if (!wants.camera && !wants.microphone) letGo()
      })
    },
    close() {
      closed = true
      watch.close()
      state.get().video?.stop()
      state.get().audio?.stop()
    },
  }
  return media
}
