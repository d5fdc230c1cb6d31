// The clinic's words to those who have waited a while, and the switch of the waiting sound.
import { words } from '#text/while-waiting'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import type { RecallModel } from './recall-model.ts'
import { RecallPart } from './recall-part.tsx'
import type { TimedMessages } from './timed-messages.ts'
import type { WaitingSoundModel } from './waiting-sound-model.ts'
import './while-waiting.scss'

interface Offers {
  readonly sound: boolean
  readonly recall: boolean
}

export interface Meanwhile {
  readonly messages: TimedMessages
  readonly sound: WaitingSoundModel
  readonly recall: RecallModel
}

/** `offers`: what the clinic wants to be offered. */
export function WhileWaiting({ messages, sound, recall, offers }: Meanwhile & { offers: Offers }) {
  return (
    <>
      <WordsWhileWaiting messages={messages} />
      {offers.sound && <SoundWhileWaiting sound={sound} />}
      {offers.recall && <RecallPart model={recall} />}
    </>
  )
}

function WordsWhileWaiting({ messages }: { messages: TimedMessages }) {
  const due = useStore(messages.due)
  // There from the start, also when empty: a screen reader says only what is added to what it knows.
  return (
    <ul class="while-waiting" aria-label={words.messages} aria-live="polite" aria-relevant="additions">
      {due.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

function SoundWhileWaiting({ sound }: { sound: WaitingSoundModel }) {
  const state = useStore(sound.state)
  return (
    <section class="waiting-sound" aria-label={words.sound}>
      <Button kind="secondary" onPress={sound.toggle}>
        {state === 'off' ? words.play : words.stop}
      </Button>
      <p class="soft">{state === 'paused' ? words.paused : words.soundText}</p>
    </section>
  )
}
