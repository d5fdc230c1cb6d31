// What passes the time: the clinic's words that fall due, and a sound to play. Fetched only where the clinic has any, once the
// waiting screen stands. Joins the models to the browser; decides nothing.
import { playWaitingSound } from '../media/waiting-sound.ts'
import { createTimedMessages } from '../screens/waiting/timed-messages.ts'
import { createWaitingSound } from '../screens/waiting/waiting-sound-model.ts'
import type { Meanwhile } from '../screens/waiting/while-waiting.tsx'
import { later } from './later.ts'
import { measuring } from './measuring.ts'
import type { PatientVisitModel } from './visit-model.ts'

export { WhileWaiting } from '../screens/waiting/while-waiting.tsx'

export function openMeanwhile(visit: PatientVisitModel): Meanwhile & { close(): void } {
  const messages = createTimedMessages(visit, later)
  const sound = createWaitingSound(visit, {
    play: () => playWaitingSound(visit.local.state.get().speakerId),
    measuring,
  })
  return {
    messages,
    sound,
    close() {
      messages.close()
      sound.close()
    },
  }
}
