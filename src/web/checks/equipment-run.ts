// Looks at one person's equipment, one part after the other, and tells each finding as soon as it is known. Opens no
// device itself (the LocalMedia port does), judges nothing, and never throws: what went wrong is a finding.
import { type ConnectionFinding, type EquipmentFindings, NOTHING_FOUND, type SpeakerFinding } from '#domain/equipment'
import { createStore, type Readable } from '../kit/store.ts'
import type { DeviceState } from '../media/local.ts'
import { createAttempts } from './attempts.ts'
import { cameraFinding } from './camera.ts'
import type { MeasureConnection } from './connection.ts'
import { createEar } from './ear.ts'
import type { EquipmentWorld } from './equipment-world.ts'
import { microphoneFinding } from './microphone.ts'
import { runningTrack } from './running-track.ts'
import { measureSpeaker } from './speaker-stage.ts'
import { barAt, LONGEST_MS, STAGE_MS, type Stage } from './stages.ts'

export type EquipmentStage = Stage | 'done'

export interface EquipmentProgress {
  /** What is known so far; a part not looked at yet is null. */
  readonly findings: EquipmentFindings
  readonly stage: EquipmentStage
  /** 0 to 1, of the whole check; never goes back. */
  readonly progress: number
  /** `answer`: the browser's question for permission is open. `page`: nobody looks at the page; it goes on when they do. */
  readonly waiting: 'answer' | 'page' | null
  /** In the speaker's stage: a soft sound is about to come, or is playing. */
  readonly sound: 'soon' | 'playing' | null
}

/** What to look at. The device itself always is. */
export interface EquipmentParts {
  readonly camera: boolean
  readonly microphone: boolean
  /** May a soft sound be played? Without, the speaker's finding has no echo. */
  readonly sound: boolean
  /** Null: not measured. */
  readonly connection: MeasureConnection | null
  /** What an earlier run found, kept for the parts this one leaves out: for "try my camera again". */
  readonly before?: EquipmentFindings
}

export interface EquipmentRun {
  readonly state: Readable<EquipmentProgress>
  /** When it is done or stopped, with what was found. */
  readonly finished: Promise<EquipmentFindings>
  /** Leaves the present stage with what is known: "skip the sound", "skip the speed test". */
  skip(): void
  /** The person's answer to "did you hear it?"; also after the end. */
  sayHeard(heard: boolean): void
  stop(): void
}

const TICK_MS = 200

export function runEquipmentCheck(world: EquipmentWorld, parts: EquipmentParts): EquipmentRun {
  const { local } = world
  const before = parts.before ?? NOTHING_FOUND
  const state = createStore<EquipmentProgress>({
    findings: before,
    stage: 'device',
    progress: 0,
    waiting: null,
    sound: null,
  })
  const { voiceProcessing } = local.state.get()
  let heard = before.speaker?.heard ?? null
  let speakerWith = (said: boolean | null): SpeakerFinding | null =>
    before.speaker && { ...before.speaker, heard: said }
  let stopped = false
  const patch = (change: Partial<EquipmentProgress>) => {
    if (!stopped) state.update((old) => ({ ...old, ...change }))
  }
  const found = (finding: Partial<EquipmentFindings>) =>
    patch({ findings: { ...state.get().findings, ...finding, at: world.today() } })
  const advance = (progress: number) => patch({ progress: Math.max(state.get().progress, Math.min(1, progress)) })
  const attempts = createAttempts(world, (waiting) => patch({ waiting: waiting ? 'page' : null }))
  const ear = createEar(world)

  /** One stage. Until the stage itself tells how far it is, the bar goes by the clock. */
  async function go<T>(
    stage: Stage,
    step: (signal: AbortSignal, share: (done: number) => void) => Promise<T>,
  ): Promise<T | null> {
    if (stopped) return null
    patch({ stage, sound: null })
    const left = LONGEST_MS - attempts.spentMs()
    const longestMs = stage === 'connection' ? left : Math.min(STAGE_MS[stage], left)
    const begun = world.now()
    let stopTicking = () => {}
    const tick = () => {
      if (state.get().waiting === null) advance(barAt(stage, (world.now() - begun) / longestMs))
      stopTicking = world.later(tick, TICK_MS)
    }
    tick()
    const share = (done: number) => {
      stopTicking()
      advance(barAt(stage, done))
    }
    // A speed test that began anew would cost more data than the person was told.
    const hidden = stage === 'connection' ? 'goes on' : 'begins anew'
    const value = await attempts.attempt(longestMs, (signal) => step(signal, share), hidden)
    stopTicking()
    return value
  }

  async function ask(): Promise<void> {
    const { camera, microphone } = local.state.get()
    const isOpen = (device: DeviceState) => device === 'not-asked' || device === 'asking'
    const wanted = { camera: parts.camera && isOpen(camera), microphone: parts.microphone && isOpen(microphone) }
    if (stopped || (!wanted.camera && !wanted.microphone)) return
    patch({ stage: wanted.camera ? 'camera' : 'microphone', waiting: 'answer' })
    // Whoever stops the check does not wait for an answer that may never come.
    await Promise.race([local.request(wanted).catch(() => undefined), attempts.stopped])
    patch({ waiting: null })
  }

  async function camera(): Promise<void> {
    let looked: MediaStreamTrack | null = null
    const stopWatching = local.state.subscribe(({ video }) => {
      if (looked && video && video !== looked) attempts.beginAnew()
    })
    const seen = await go('camera', async (signal) => {
      looked = await runningTrack(world, 'camera', signal)
      return looked && world.watchCamera(looked, signal)
    })
    stopWatching()
    found({ camera: cameraFinding(local.state.get(), seen) })
  }

  async function microphone(): Promise<void> {
    const windows = await go('microphone', ear.enough)
    ear.close()
    found({ microphone: microphoneFinding(local.state.get(), windows) })
  }

  async function speaker(): Promise<void> {
    const system = state.get().findings.device?.system ?? 'other'
    const wish = { play: parts.sound, hear: parts.sound && parts.microphone, system, voiceProcessing }
    const made = await go('speaker', (signal) => measureSpeaker(world, wish, (sound) => patch({ sound }), signal))
    patch({ sound: null })
    if (made) {
      speakerWith = made
      found({ speaker: made(heard) })
    }
  }

  async function connection(measure: MeasureConnection): Promise<void> {
    let sofar: ConnectionFinding | null = null
    const finding = await go('connection', (signal, share) => {
      const report = (done: number, known: ConnectionFinding) => {
        sofar = known
        share(done)
        found({ connection: known })
      }
      return measure(report, signal)
    })
    found({ connection: finding ?? sofar ?? NOT_MEASURED })
  }

  async function all(): Promise<EquipmentFindings> {
    const device = await go('device', () => world.lookAtDevice())
    if (device) found({ device })
    await ask()
    if (parts.microphone) ear.open()
    const now = local.state.get()
    if (parts.camera) await camera()
    else if (!before.camera) found({ camera: cameraFinding({ ...now, camera: 'off' }, null) })
    if (parts.microphone) await microphone()
    else if (!before.microphone) found({ microphone: microphoneFinding({ microphone: 'off' }, null) })
    if (parts.sound || !before.speaker) await speaker()
    if (parts.connection) await connection(parts.connection)
    patch({ stage: 'done', progress: 1, waiting: null, sound: null })
    return state.get().findings
  }

  return {
    state,
    finished: all().finally(ear.close),
    skip: attempts.skip,
    sayHeard(answer) {
      heard = answer
      if (state.get().findings.speaker) found({ speaker: speakerWith(heard) })
    },
    stop() {
      stopped = true
      attempts.stop()
    },
  }
}

const NOT_MEASURED: ConnectionFinding = {
  state: 'skipped',
  upMbps: null,
  downMbps: null,
  roundTripMs: null,
  jitterMs: null,
  lossPercent: null,
  via: null,
  open: null,
  usedMB: 0,
  seconds: 0,
}
