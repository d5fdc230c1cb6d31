// The check of one person's equipment as they see it: first the device, camera and sound, then the connection, once the
// person was told how much data that takes. It can be stopped at any moment; what was found is kept. Measures and judges nothing itself.
import { type ConnectionFinding, type EquipmentFindings, isChecked, NOTHING_FOUND } from '#domain/equipment'
import type { BodyPart } from '#domain/plan'
import type { MeasureConnection } from '../../checks/connection.ts'
import type { EquipmentParts, EquipmentProgress, EquipmentRun } from '../../checks/equipment-run.ts'
import { createStore, type Readable } from '../../kit/store.ts'

export type CheckStep =
  | { readonly at: 'not-begun' }
  | ({ readonly at: 'looking' } & Pick<EquipmentProgress, 'stage' | 'progress' | 'waiting' | 'sound'>)
  /** The person reads how much data the test takes. `seconds` until it starts by itself; null: it waits for the person. */
  | { readonly at: 'before-connection'; readonly seconds: number | null }
  | { readonly at: 'measuring'; readonly share: number }
  | { readonly at: 'done' }

export interface CheckModel {
  readonly step: Readable<CheckStep>
  /** What is known so far; null before the first finding. */
  readonly findings: Readable<EquipmentFindings | null>
  /** Looks at everything, from the beginning. */
  begin(): void
  /** Checks everything again, and opens a camera or microphone that failed once more. */
  again(): void
  measureNow(): void
  withoutConnection(): void
  /** Skips the part that is being checked. */
  skip(): void
  sayHeard(heard: boolean): void
  /** Ends the check here; what was found stands. */
  stop(): void
  /** Keeps with what was found that all of this was in the picture. */
  keepInFrame(parts: readonly BodyPart[]): void
  /** Stops for good and silently: a call begins, or the page goes. What was found is reported. */
  giveWay(): void
}

export interface CheckWorld {
  /** Which parts may be looked at now. */
  parts(): Pick<EquipmentParts, 'camera' | 'microphone' | 'sound'>
  run(parts: EquipmentParts): EquipmentRun
  /** Opens what was refused, absent or lost once more; the browser may ask. */
  reopen(): void
  readonly measure: MeasureConnection
  /** Data may cost the person money: the connection is then measured only when they say so. */
  mayCost(): boolean
  /** Whether they heard a sound that was played to them before; null: not asked. */
  heard(): boolean | null
  /** Called with the findings whenever they are worth keeping. */
  report(findings: EquipmentFindings): void
  now(): number
  later(run: () => void, ms: number): () => void
}

/** How long the two sentences about data stay before the test starts by itself: time to read them slowly. */
export const READ_SECONDS = 10

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

export function createCheck(world: CheckWorld, before: EquipmentFindings | null): CheckModel {
  const step = createStore<CheckStep>(isChecked(before) ? { at: 'done' } : { at: 'not-begun' })
  /** From the proofs at the door: it stands for each part that this check has not looked at. */
  const entry = isChecked(before) ? null : before
  let inFrame = before?.inFrame
  const findings = createStore(before)
  let run: EquipmentRun | null = null
  let stopTimer = () => {}
  let measuring: AbortController | null = null
  let closed = false

  const know = (part: Partial<EquipmentFindings>) =>
    findings.update((known) => ({ ...(known ?? NOTHING_FOUND), ...part, at: world.now() }))
  const whole = (known: EquipmentFindings): EquipmentFindings => ({
    ...known,
    camera: known.camera ?? entry?.camera ?? null,
    microphone: known.microphone ?? entry?.microphone ?? null,
    speaker: known.speaker ?? entry?.speaker ?? null,
    ...(inFrame ? { inFrame } : {}),
  })
  const report = () => {
    const known = findings.get()
    if (known) world.report(whole(known))
  }

  async function look(): Promise<void> {
    const mine = world.run({ ...world.parts(), connection: null })
    run = mine
    const draw = ({ stage, progress, waiting, sound, findings: known }: EquipmentProgress) => {
      if (run !== mine) return
      step.set({ at: 'looking', stage, progress, waiting, sound })
      if (known !== NOTHING_FOUND) findings.set(known)
    }
    draw(mine.state.get())
    const stopDrawing = mine.state.subscribe(draw)
    const heard = world.heard()
    if (heard !== null) mine.sayHeard(heard)
    const known = await mine.finished
    stopDrawing()
    if (run !== mine) return
    findings.set(known)
    report()
    tell(world.mayCost() ? null : READ_SECONDS)
  }

  function tell(seconds: number | null): void {
    step.set({ at: 'before-connection', seconds })
    if (seconds === null) return
    stopTimer = world.later(() => (seconds <= 1 ? void measure() : tell(seconds - 1)), 1000)
  }

  async function measure(): Promise<void> {
    stopTimer()
    const mine = new AbortController()
    measuring = mine
    step.set({ at: 'measuring', share: 0 })
    const connection = await world.measure((share, sofar) => {
      if (measuring !== mine) return
      know({ connection: sofar })
      step.set({ at: 'measuring', share })
    }, mine.signal)
    if (measuring !== mine) return
    measuring = null
    know({ connection })
    finish()
  }

  function finish(): void {
    if (closed) return
    report()
    step.set({ at: 'done' })
  }

  /** Cancels whatever is under way; its findings are known already. */
  function halt(): void {
    stopTimer()
    const now = run
    run = null
    now?.stop()
    if (measuring) {
      measuring.abort()
      measuring = null
      know({ connection: { ...(findings.get()?.connection ?? NOT_MEASURED), state: 'interrupted' } })
    }
  }

  function begin(): void {
    if (closed) return
    halt()
    findings.set(null)
    void look()
  }

  return {
    step,
    findings,
    begin,
    again() {
      if (closed) return
      world.reopen()
      begin()
    },
    measureNow() {
      if (step.get().at === 'before-connection') void measure()
    },
    withoutConnection() {
      if (step.get().at !== 'before-connection') return
      stopTimer()
      know({ connection: NOT_MEASURED })
      finish()
    },
    skip: () => run?.skip(),
    sayHeard(heard) {
      run?.sayHeard(heard)
      const speaker = findings.get()?.speaker
      if (!speaker) return
      know({ speaker: { ...speaker, heard } })
      if (step.get().at !== 'looking') report()
    },
    keepInFrame(parts) {
      if (closed) return
      inFrame = [...parts]
      world.report(whole({ ...(findings.get() ?? NOTHING_FOUND), at: world.now() }))
    },
    stop() {
      const { at } = step.get()
      if (at === 'done' || at === 'not-begun') return
      halt()
      finish()
    },
    giveWay() {
      const { at } = step.get()
      if (closed) return
      halt()
      closed = true
      if (at !== 'done' && at !== 'not-begun') report()
      if (at !== 'done') step.set(findings.get() ? { at: 'done' } : { at: 'not-begun' })
    },
  }
}
