// Makes itself noticed when the patient looks elsewhere: the bell, a buzz and the tab's name when it is their turn or
// the clinic wrote; and keeps the screen awake while there is a visit.
import { RING_AGAIN_MS } from '#domain/called'
import { words } from '#text/waiting'
import { calledSince } from './called/called-since.ts'
import type { PatientVisitModel } from './visit-model.ts'

export interface AttentionWorld {
  ring(): void
  buzz(): void
  /** Null: the tab has its own name again. */
  nameTab(name: string | null): void
  hidden(): boolean
  /** Calls when the person looks at the page again. */
  onLook(run: () => void): () => void
  keepAwake(): () => void
  later(run: () => void, ms: number): () => void
}

/** A minute of them: nobody is there then. */
const MOST_RINGS = 15

/** Returns the way to stop. */
export function attend(visit: PatientVisitModel, world: AttentionWorld): () => void {
  let status = visit.view.get().state.status
  let heard = newestOfClinic(visit)
  let sleep = status === 'ended' ? () => {} : world.keepAwake()

  let called: number | null = null
  let stopRinging = () => {}
  // Whoever must not be heard is told by the screen alone.
  const sound = () => {
    if (visit.view.get().cannotTalk) return
    world.ring()
    world.buzz()
  }
  const call = () => {
    sound()
    if (world.hidden()) world.nameTab(words.tabReady)
  }
  const ringOn = (times: number) => {
    call()
    stopRinging = times > 1 ? world.later(() => ringOn(times - 1), RING_AGAIN_MS) : () => {}
  }
  const follow = () => {
    const since = visit.takenOver.get() ? null : calledSince(visit.view.get())
    if (since === called) return
    called = since
    stopRinging()
    if (since !== null) ringOn(MOST_RINGS)
  }
  follow()

  const stops = [
    visit.takenOver.subscribe(follow),
    visit.view.subscribe((view) => {
      const before = status
      status = view.state.status
      follow()
      // Phoned, or called back after the end.
      if ((before === 'waiting' || before === 'ended') && status === 'being-seen' && called === null) call()
      if (status === 'ended') {
        sleep()
        sleep = () => {}
      }
    }),
    visit.messages.subscribe(() => {
      const now = newestOfClinic(visit)
      if (now !== heard && status === 'waiting') {
        sound()
        if (world.hidden()) world.nameTab(words.tabMessage)
      }
      heard = now
    }),
    world.onLook(() => world.nameTab(null)),
  ]
  return () => {
    for (const stop of stops) stop()
    stopRinging()
    sleep()
  }
}

/** Not how many there are: earlier ones may be asked for. */
const newestOfClinic = (visit: PatientVisitModel) =>
  visit.messages
    .get()
    .filter((message) => message.from === 'clinic')
    .at(-1)?.id
