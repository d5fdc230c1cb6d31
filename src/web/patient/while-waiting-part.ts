// What passes the time: the clinic's messages that fall due, a sound to play, and waiting with the page closed. Loaded only where the clinic has set any,
// once the waiting screen is shown. Joins the models to the browser; decides nothing.
import type { PatientView } from '#contract/visit'
import { later } from '../kit/later.ts'
import { playWaitingSound } from '../media/waiting-sound.ts'
import { call } from '../net/api.ts'
import { measuring } from './measuring.ts'
import type { PatientVisitModel } from './visit-model.ts'
import { createRecall } from './waiting/recall-model.ts'
import { createTimedMessages } from './waiting/timed-messages.ts'
import { createWaitingSound } from './waiting/waiting-sound-model.ts'
import type { Meanwhile } from './waiting/while-waiting.tsx'

export { WhileWaiting } from './waiting/while-waiting.tsx'

export function openMeanwhile(visit: PatientVisitModel): Meanwhile & { close(): void } {
  const messages = createTimedMessages(visit, later)
  const sound = createWaitingSound(visit, {
    play: () => playWaitingSound(visit.local.state.get().speakerId),
    measuring,
  })
  const { visitId } = visit.view.get()
  const recall = createRecall(visit, (phone) =>
    call<PatientView>('PUT', '/api/patient/visit/recall', { phone }, { visitId }),
  )
  return {
    messages,
    sound,
    recall,
    close() {
      recall.close()
      messages.close()
      sound.close()
    },
  }
}
