// When the waiting sound plays: when the person wants it and nothing else is to be heard. It never plays while somebody is
// about to join them, in a call, or while the page listens to measure something. Makes no sound itself.
import { createStore, type Readable } from '../../kit/store.ts'
import type { PatientVisitModel } from '../visit-model.ts'

export interface WaitingSoundModel {
  /** `paused`: wanted, and something else goes first. */
  readonly state: Readable<'off' | 'playing' | 'paused'>
  toggle(): void
  close(): void
}

export interface WaitingSoundWorld {
  /** Begins, and returns the way to end it. */
  play(): { stop(): void }
  /** True while the page measures sound. */
  readonly measuring: Readable<boolean>
}

export function createWaitingSound(
  visit: Pick<PatientVisitModel, 'view' | 'awaited' | 'takenOver'>,
  world: WaitingSoundWorld,
): WaitingSoundModel {
  const state = createStore<'off' | 'playing' | 'paused'>('off')
  let wanted = false
  let sound: { stop(): void } | null = null

  const settle = () => {
    // A call ends the wish: whoever waits again chooses again.
    if (visit.view.get().state.status !== 'waiting' || visit.takenOver.get()) wanted = false
    const quiet = visit.awaited.get() !== null || world.measuring.get() || visit.view.get().cannotTalk === true
    const next = !wanted ? 'off' : quiet ? 'paused' : 'playing'
    if (next !== 'playing') {
      sound?.stop()
      sound = null
    } else sound ??= world.play()
    if (next !== state.get()) state.set(next)
  }
  const stops = [visit.view, visit.awaited, visit.takenOver, world.measuring].map((one: Readable<unknown>) =>
    one.subscribe(settle),
  )

  return {
    state,
    toggle() {
      wanted = !wanted
      settle()
    },
    close() {
      wanted = false
      settle()
      for (const stop of stops) stop()
    },
  }
}
