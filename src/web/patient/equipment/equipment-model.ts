// The check of camera and microphone, one step after the other, each proved by the person: I see myself, you hear me,
// I hear you. Every trouble has a way on; nothing here can keep somebody out.
import type { MediaState } from '#contract/shapes'
import { createStore, type Readable } from '../../kit/store.ts'
import type { DeviceState, LocalMedia, LocalState } from '../../media/local.ts'

export type Trouble = Extract<DeviceState, 'refused' | 'none' | 'busy' | 'unsupported' | 'lost'>

export type EquipmentStep =
  | { readonly at: 'explain' }
  | { readonly at: 'asking' }
  | { readonly at: 'trouble'; readonly device: 'camera' | 'microphone' | 'both'; readonly why: Trouble }
  | { readonly at: 'picture' }
  /** `quiet`: nothing was heard for a while. */
  | { readonly at: 'voice'; readonly heard: boolean; readonly quiet: boolean; readonly level: Readable<number> }
  /** `rings`: how often it has been rung. */
  | { readonly at: 'bell'; readonly rings: number }
  | { readonly at: 'bell-help' }

export interface EquipmentResult {
  readonly picture: MediaState
  readonly sound: MediaState
  /** Whether they heard the bell; null: they were not asked. */
  readonly heard: boolean | null
  /** Whether their voice was heard; null: they were not asked to speak. */
  readonly spoke: boolean | null
  /** Said here: they write, or must not be heard now. */
  readonly quiet?: Quiet
}

/** Why somebody is not asked to speak or to listen. */
export type Quiet = { readonly usesText: true } | { readonly cannotTalk: true }

export interface Ear {
  /** 0 silent to 1 loud. */
  readonly level: Readable<number>
  close(): void
}

export interface EquipmentWorld {
  readonly local: LocalMedia
  listen(track: MediaStreamTrack): Ear
  ring(): Promise<void>
  later(run: () => void, ms: number): () => void
}

export interface EquipmentModel {
  readonly step: Readable<EquipmentStep>
  readonly soundOnly: Readable<boolean>
  readonly local: LocalMedia
  /** Asks the browser; the person has read what it will show. */
  ask(): void
  /** Goes on from a step that is well, or in spite of one that is not. */
  next(): void
  chooseSoundOnly(): void
  /** From the picture: nothing is seen. */
  seeNothing(): void
  /** Another camera of this device, where there is one. */
  otherCamera(): void
  ring(): void
  heardBell(heard: boolean): void
  /** The way through voice and bell without a sound. */
  inSilence(quiet: Quiet): void
  close(): void
}

/** A speaking voice at arm's length lifts the bars above this; a quiet place stays below it. */
const HEARD_LEVEL = 0.25
/** After this long without a voice the person is told what to do, ms. */
const QUIET_AFTER_MS = 6000

const TROUBLES: readonly string[] = ['refused', 'none', 'busy', 'unsupported', 'lost'] satisfies Trouble[]
const isTrouble = (state: DeviceState): state is Trouble => TROUBLES.includes(state)

/** Whether another camera than the one in use could be taken. */
export const hasOtherCamera = ({ canFlip, cameras }: LocalState): boolean => canFlip || cameras.length > 1

export function createEquipment(
  world: EquipmentWorld,
  wish: { soundOnly: boolean },
  done: (result: EquipmentResult) => void,
): EquipmentModel {
  const { local } = world
  const soundOnly = createStore(wish.soundOnly)
  const step = createStore<EquipmentStep>({ at: 'explain' })
  let withoutSound = false
  let spoke: boolean | null = null
  let stopListening = () => {}

  const trouble = (state: LocalState): EquipmentStep | null => {
    const camera = !soundOnly.get() && isTrouble(state.camera) ? state.camera : null
    const microphone = !withoutSound && isTrouble(state.microphone) ? state.microphone : null
    if (camera && camera === microphone) return { at: 'trouble', device: 'both', why: camera }
    // One question to the browser for both: what keeps the camera away usually keeps both, and is mended first.
    if (camera) return { at: 'trouble', device: 'camera', why: camera }
    return microphone && { at: 'trouble', device: 'microphone', why: microphone }
  }

  function go(next: EquipmentStep): void {
    stopListening()
    stopListening = () => {}
    step.set(next)
  }

  async function ask(): Promise<void> {
    go({ at: 'asking' })
    const asked = step.get()
    await local.request({ camera: !soundOnly.get(), microphone: !withoutSound })
    // Somebody who chose otherwise meanwhile is not brought back.
    if (step.get() !== asked) return
    const found = trouble(local.state.get())
    if (found) go(found)
    else if (soundOnly.get()) listen()
    else go({ at: 'picture' })
  }

  async function otherCamera(): Promise<void> {
    const { canFlip, cameras, cameraId } = local.state.get()
    const other = cameras.find(({ id }) => id !== cameraId)
    go({ at: 'asking' })
    const asked = step.get()
    if (other) await local.chooseCamera(other.id)
    else if (canFlip) await local.flipCamera()
    if (step.get() !== asked) return
    go(trouble(local.state.get()) ?? { at: 'picture' })
  }

  function listen(): void {
    const { audio } = local.state.get()
    if (withoutSound || !audio) {
      go({ at: 'bell', rings: 0 })
      return
    }
    const ear = world.listen(audio)
    spoke = false
    const change = (part: { heard?: boolean; quiet?: boolean }) => {
      const now = step.get()
      if (now.at === 'voice') step.set({ ...now, ...part })
    }
    go({ at: 'voice', heard: false, quiet: false, level: ear.level })
    const stopLevel = ear.level.subscribe((level) => {
      if (level < HEARD_LEVEL) return
      spoke = true
      change({ heard: true, quiet: false })
    })
    const stopWaiting = world.later(() => {
      const now = step.get()
      if (now.at === 'voice' && !now.heard) change({ quiet: true })
    }, QUIET_AFTER_MS)
    // Another microphone was chosen, or this one came back: listen to the new one.
    const stopTrack = local.state.subscribe((state) => {
      if (state.audio !== audio && state.audio && step.get().at === 'voice') listen()
    })
    stopListening = () => {
      stopLevel()
      stopWaiting()
      stopTrack()
      ear.close()
    }
  }

  function finish(heard: boolean | null = null, quiet?: Quiet): void {
    stopListening()
    const { camera, microphone } = local.state.get()
    done({
      picture: camera === 'on' ? 'works' : soundOnly.get() ? 'off' : 'none',
      sound: microphone === 'on' ? 'works' : microphone === 'off' ? 'off' : 'none',
      heard,
      spoke: quiet ? null : spoke,
      ...(quiet ? { quiet } : {}),
    })
  }

  // A camera pulled out in the middle of the check is told at once, in whichever step.
  const stopWatching = local.state.subscribe((state) => {
    const { at } = step.get()
    if (at !== 'picture' && at !== 'voice') return
    const found = trouble(state)
    if (found) go(found)
  })

  return {
    step,
    soundOnly,
    local,
    ask: () => void ask(),
    next() {
      const now = step.get()
      if (now.at === 'picture') listen()
      else if (now.at === 'voice') go({ at: 'bell', rings: 0 })
      else if (now.at === 'bell') finish()
      else if (now.at === 'bell-help') finish(false)
      else if (now.at === 'trouble' && now.device === 'microphone') {
        // Without a microphone: the other person can still be seen, heard and written to.
        withoutSound = true
        go({ at: 'bell', rings: 0 })
      } else if (now.at === 'trouble' && now.device === 'both') finish()
    },
    chooseSoundOnly() {
      soundOnly.set(true)
      const { at } = step.get()
      if (at === 'picture') void local.setCameraOn(false).then(listen)
      else if (at === 'trouble' || at === 'asking') void ask()
      else if (at !== 'explain') void local.setCameraOn(false)
    },
    otherCamera: () => void otherCamera(),
    seeNothing: () => go({ at: 'trouble', device: 'camera', why: 'lost' }),
    ring() {
      const now = step.get()
      go({ at: 'bell', rings: now.at === 'bell' ? now.rings + 1 : 1 })
      // A bell that cannot ring is not heard, and the person says so.
      world.ring().catch(() => {})
    },
    inSilence(quiet) {
      if ('cannotTalk' in quiet) void local.setMicrophoneOn(false).then(() => finish(null, quiet))
      else finish(null, quiet)
    },
    heardBell: (heard) => (heard ? finish(true) : go({ at: 'bell-help' })),
    close() {
      stopListening()
      stopWatching()
    },
  }
}
