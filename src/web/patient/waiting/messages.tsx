// What the clinic wrote, what was answered, and the box to answer in.
import { isBlank } from '#domain/typed-text'
import { words as time } from '#text/time'
import { words } from '#text/waiting'
import type { CallMessage } from '../../call/messages/message-queue.ts'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { EarlierMessages } from '../../ui/earlier-messages/earlier-messages.tsx'
import { SendIcon } from '../../ui/icon/work.tsx'
import { TextArea } from '../../ui/text-area/text-area.tsx'
import type { PatientVisitModel } from '../visit-model.ts'
import type { WaitingModel } from './waiting-model.ts'
import './messages.scss'

export function Messages({ visit, waiting }: { visit: PatientVisitModel; waiting: WaitingModel }) {
  const lines = useStore(visit.messages)
  const { earlierMessages } = useStore(visit.view)
  const { message } = useStore(waiting.state)
  const tooLong = message.length > waiting.messageLimit
  return (
    <section class="messages">
      <h2>{words.messagesTitle}</h2>
      {lines.length === 0 && <p class="soft">{words.messagesNone}</p>}
      {earlierMessages && <EarlierMessages onPress={visit.showEarlier} />}
      {/* There from the start, also when empty: a screen reader says only what is added to a list it knows. */}
      <ol class="messages-list" aria-live="polite" aria-relevant="additions">
        {lines.map((line) => (
          <Line key={line.id} line={line} link={visit.link.get()} />
        ))}
      </ol>
      <form
        class="messages-form"
        onSubmit={(event) => {
          event.preventDefault()
          waiting.sendMessage()
        }}
      >
        <TextArea
          id="message"
          label={words.messageLabel}
          rows={2}
          value={message}
          limit={waiting.messageLimit}
          error={tooLong ? words.messageTooLong : null}
          onInput={waiting.typeMessage}
        />
        <Button
          kind="secondary"
          submit
          icon={<SendIcon size={20} />}
          onPress={tooLong || isBlank(message) ? null : undefined}
        >
          {words.messageSend}
        </Button>
      </form>
    </section>
  )
}

function Line({ line, link }: { line: CallMessage; link: 'connecting' | 'open' | 'lost' }) {
  const mine = line.from === 'patient'
  const at = time.clock(line.at)
  return (
    <li class={mine ? 'message message-mine' : 'message'}>
      <p class="message-who">{mine ? words.messageYou(at) : words.messageFrom(line.authorName, at)}</p>
      <p class="message-text" dir="auto">
        {line.text}
      </p>
      {line.status === 'sending' && (
        <p class="message-state">{link === 'open' ? words.messageSending : words.messageWaiting}</p>
      )}
    </li>
  )
}
