// This practitioner's own equipment: what was found last, on whichever machine that was; a check that can be run at any
// time; and whether it is time for one. What a check found is kept here until the server has it.
import type { EquipmentFindings } from '#domain/equipment'
import { TEST_FRESH_MS } from '#domain/equipment-thresholds'
import type { EquipmentParts, EquipmentProgress, EquipmentRun } from '../checks/equipment-run.ts'
import { type ApiCall, BUSY, DONE, IDLE, type RequestState } from '../kit/api-call.ts'
import { createStore, type Readable, type Store } from '../kit/store.ts'
import { Refusal } from '../net/api.ts'

export type OwnCheck =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: EquipmentProgress; readonly skip: () => void }

export interface OwnEquipment {
  /** Null: never looked at. */
  readonly found: Readable<EquipmentFindings | null>
  readonly check: Readable<OwnCheck>
  readonly saving: Readable<RequestState>
  /** The line that asks for a check was put off, for as long as the page is open. */
  readonly putOff: Store<boolean>
  /** Whether other people work in this room, as they said on this page; null: nothing yet. */
  readonly sharedOffice: Store<boolean | null>
  /** The most that one check moves, in megabytes: said before it starts. */
  readonly mostMB: number
  start(): void
  stop(): void
  /** Sends again what was found and not saved. */
  save(): Promise<void>
  /** The person's answer to "did you hear the sound?". */
  sayHeard(heard: boolean): void
  close(): void
}

export interface OwnEquipmentPorts {
  readonly me: { readonly equipment: EquipmentFindings | null }
  readonly apiCall: ApiCall
  readonly openRun: (parts: Pick<EquipmentParts, 'camera' | 'microphone' | 'sound'>) => EquipmentRun
  readonly mostMB: number
}

export function createOwnEquipment({ me, apiCall, openRun, mostMB }: OwnEquipmentPorts): OwnEquipment {
  const found = createStore<EquipmentFindings | null>(me.equipment)
  const check = createStore<OwnCheck>({ kind: 'idle' })
  const saving = createStore<RequestState>(IDLE)
  let run: EquipmentRun | null = null
  let last: EquipmentRun | null = null
  let unfollow = () => {}

  async function save(): Promise<void> {
    const sent = found.get()
    if (!sent || saving.get().kind === 'busy') return
    saving.set(BUSY)
    try {
      await apiCall('PUT', '/api/staff/equipment', sent)
      saving.set(DONE)
    } catch (error) {
      if (!(error instanceof Refusal)) {
        saving.set(IDLE)
        throw error
      }
      saving.set({ kind: 'refused', refusal: error })
    }
    // Another answer came while it was on its way.
    if (saving.get().kind === 'done' && found.get() !== sent) await save()
  }

  function leave(): void {
    unfollow()
    unfollow = () => {}
    run = null
    check.set({ kind: 'idle' })
  }

  return {
    found,
    check,
    saving,
    putOff: createStore(false),
    sharedOffice: createStore<boolean | null>(null),
    mostMB,
    save,
    start() {
      if (run) return
      const opened = openRun({ camera: true, microphone: true, sound: true })
      run = opened
      last = opened
      saving.set(IDLE)
      const show = (progress: EquipmentProgress) => check.set({ kind: 'running', progress, skip: opened.skip })
      show(opened.state.get())
      unfollow = opened.state.subscribe(show)
      void opened.finished.then((findings) => {
        // Stopped by the person: half a check says nothing of the rest.
        if (run !== opened) return
        leave()
        found.set(findings)
        void save()
      })
    },
    stop() {
      const stopped = run
      leave()
      stopped?.stop()
    },
    sayHeard(heard) {
      last?.sayHeard(heard)
      const now = found.get()
      if (run || !now?.speaker) return
      found.set({ ...now, speaker: { ...now.speaker, heard } })
      void save()
    },
    close() {
      const stopped = run
      leave()
      stopped?.stop()
    },
  }
}

export type CheckAge = 'never' | 'old' | 'fresh'

/** Whether it is time for a check: times in ms since the epoch (rule R29 asks for one within 24 hours). */
export function checkAge(found: EquipmentFindings | null, now: number): CheckAge {
  if (!found) return 'never'
  return now - found.at < TEST_FRESH_MS ? 'fresh' : 'old'
}
