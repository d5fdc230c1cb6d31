// The framing coach: looks at the own picture a few times a second until what the plan needs is in sight, and says one thing
// at a time. It rests while nothing is seen, stops when all is well, and stays off once it was turned off.
import { type Coaching, coach, type Instruction, NO_COACHING, type Seen } from '#domain/framing'
import type { BodyPart } from '#domain/plan'
import type { Later } from '../kit/later.ts'
import { createStore, type Readable } from '../kit/store.ts'

export type CoachState =
  /** Its program is on the way, or nobody has been looked at long enough. */
  | { readonly kind: 'looking' }
  | { readonly kind: 'saying'; readonly instruction: Instruction }
  | { readonly kind: 'done' }
  | { readonly kind: 'off' }
  /** This device cannot, or not fast enough: nothing is said of it, for nothing depends on it. */
  | { readonly kind: 'unable' }

/** Null: not possible now. */
export interface CoachActions {
  readonly turnOff: (() => void) | null
  /** Begins again. */
  readonly again: (() => void) | null
}

export interface CoachModel {
  readonly state: Readable<CoachState>
  readonly actions: Readable<CoachActions>
  /** What has to be in sight; empty: nothing is looked for. */
  want(parts: readonly BodyPart[]): void
  close(): void
}

/** Finds the points of a body in the own picture. `pose` implements it with a model. */
export interface Poser {
  /** Null: there is no picture to look at just now. Rejects when it cannot go on. */
  find(): Promise<Seen | null>
  close(): void
}

export interface CoachInputs {
  readonly openPoser: () => Promise<Poser>
  readonly later: Later
  /** ms on a clock that never steps back. */
  readonly clock: () => number
}

/** About three looks a second: people do not move faster than they can be told. */
const LOOK_EVERY_MS = 330
/** A device that takes longer for one look has no strength to spare. */
const TOO_SLOW_MS = 1500
const SLOW_LOOKS = 3

export function createCoach({ openPoser, later, clock }: CoachInputs): CoachModel {
  const state = createStore<CoachState>({ kind: 'looking' })
  const actions = createStore<CoachActions>({ turnOff: null, again: null })
  let parts: readonly BodyPart[] = []
  let coaching: Coaching = NO_COACHING
  let poser: Promise<Poser> | null = null
  let cancel = () => {}
  let round = 0
  let slow = 0

  function show(next: CoachState): void {
    state.set(next)
    const runs = next.kind === 'looking' || next.kind === 'saying'
    const over = next.kind === 'done' || next.kind === 'off'
    actions.set({ turnOff: runs ? off : null, again: over ? begin : null })
  }

  function rest(next: CoachState): void {
    round++
    cancel()
    // Its memory goes with it: megabytes that the call can use.
    poser?.then((opened) => opened.close()).catch(() => {})
    poser = null
    show(next)
  }
  const off = () => rest({ kind: 'off' })

  function begin(): void {
    cancel()
    const mine = ++round
    coaching = NO_COACHING
    slow = 0
    show({ kind: 'looking' })
    poser ??= openPoser()
    const giveUp = () => {
      if (mine === round) rest({ kind: 'unable' })
    }
    poser.then((opened) => {
      if (mine === round) look(opened, mine, giveUp)
    }, giveUp)
  }

  function look(opened: Poser, mine: number, giveUp: () => void): void {
    const began = clock()
    opened.find().then((seen) => {
      if (mine !== round) return
      const took = clock() - began
      slow = took > TOO_SLOW_MS ? slow + 1 : 0
      if (slow >= SLOW_LOOKS) giveUp()
      else if (seen) take(seen)
      if (mine === round) cancel = later(() => look(opened, mine, giveUp), Math.max(0, LOOK_EVERY_MS - took))
    }, giveUp)
  }

  function take(seen: Seen): void {
    coaching = coach(coaching, seen, parts, clock())
    if (coaching.done) {
      rest({ kind: 'done' })
      return
    }
    const said = coaching.said
    const now = state.get()
    if (said && !(now.kind === 'saying' && now.instruction === said)) show({ kind: 'saying', instruction: said })
  }

  return {
    state,
    actions,
    want(next) {
      if (next.join() === parts.join()) return
      parts = next
      if (parts.length === 0) rest({ kind: 'looking' })
      else if (state.get().kind !== 'off' && state.get().kind !== 'unable') begin()
    },
    close: () => rest({ kind: 'off' }),
  }
}
