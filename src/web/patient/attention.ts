// Makes itself noticed when the patient looks elsewhere: the bell, a buzz and the tab's name when it is their turn or
// the clinic wrote; and keeps the screen awake while there is a visit.
import { words } from '#text/waiting'
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
}

/** Returns the way to stop. */
export function attend(visit: PatientVisitModel, world: AttentionWorld): () => void {
  let status = visit.view.get().state.status
  let heard = newestOfClinic(visit)
  let sleep = status === 'ended' ? () => {} : world.keepAwake()

  const stops = [
    visit.view.subscribe((view) => {
      const before = status
      status = view.state.status
      // Also where they are called back after the end.
      if ((before === 'waiting' || before === 'ended') && status === 'being-seen') {
        world.ring()
        world.buzz()
        if (world.hidden()) world.nameTab(words.tabReady)
      }
      if (status === 'ended') {
        sleep()
        sleep = () => {}
      }
    }),
    visit.messages.subscribe(() => {
      const now = newestOfClinic(visit)
      if (now !== heard && status === 'waiting') {
        world.buzz()
        if (world.hidden()) world.nameTab(words.tabMessage)
      }
      heard = now
    }),
    world.onLook(() => world.nameTab(null)),
  ]
  return () => {
    for (const stop of stops) stop()
    sleep()
  }
}

/** Not how many there are: earlier ones may be asked for. */
const newestOfClinic = (visit: PatientVisitModel) =>
  visit.messages
    .get()
    .filter((message) => message.from === 'clinic')
    .at(-1)?.id
