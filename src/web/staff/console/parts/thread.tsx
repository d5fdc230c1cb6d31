// What a waiting patient and the clinic have written, and a field to write more.
import { useEffect, useRef } from 'preact/hooks'
import type { MessageView } from '#contract/shapes'
import { LONGEST_MESSAGE } from '#domain/message'
import { isBlank } from '#domain/typed-text'
import { words as texts } from '#text/console'
import { words as people } from '#text/people'
import { words as problems } from '#text/problems'
import { useStore } from '../../../kit/store.ts'
import { typed } from '../../../text/typed.ts'
import { Button } from '../../../ui/button/button.tsx'
import { EarlierMessages } from '../../../ui/earlier-messages/earlier-messages.tsx'
import { SendIcon } from '../../../ui/icon/work.tsx'
import { TextArea } from '../../../ui/text-area/text-area.tsx'
import type { MessageDraft } from '../../message-draft.ts'

const words = texts.person

export interface ThreadProps {
  messages: readonly MessageView[]
  /** Null: there are none. */
  onEarlier: (() => Promise<void>) | null
  draft: MessageDraft
  /** False while the server is out of reach or the person is gone. */
  writable: boolean
}

export function Thread({ messages, onEarlier, draft, writable }: ThreadProps) {
  const text = useStore(draft.text)
  const doing = useStore(draft.request)
  const list = useRef<HTMLOListElement>(null)
  const count = messages.length
  const newest = messages.at(-1)?.id
  useEffect(() => {
    if (list.current && newest) list.current.scrollTop = list.current.scrollHeight
  }, [newest])
  const sendable = writable && !isBlank(text) && draft.left() >= 0
  return (
    <section class="thread" aria-label={words.messages}>
      <h3>{words.messages}</h3>
      {count === 0 ? (
        <p class="soft small">{words.noMessages}</p>
      ) : (
        <>
          {onEarlier && <EarlierMessages onPress={onEarlier} />}
          <ol ref={list} class="thread-list">
            {messages.map((message) => (
              <li key={message.id} class={`thread-${message.from}`}>
                <p dir="auto">{message.text}</p>
                <p class="thread-by">
                  {message.from === 'patient' ? words.patient : typed(message.authorName)} · {people.time(message.at)}
                </p>
              </li>
            ))}
          </ol>
        </>
      )}
      <form
        class="thread-write"
        onSubmit={(event) => {
          event.preventDefault()
          void draft.send()
        }}
      >
        <TextArea
          id="reply"
          label={words.reply}
          rows={2}
          limit={LONGEST_MESSAGE}
          value={text}
          error={
            doing.kind === 'refused' ? `${words.notSent} ${problems[doing.refusal.code](doing.refusal.detail)}` : null
          }
          onInput={draft.text.set}
        />
        <Button
          kind="secondary"
          size="small"
          icon={<SendIcon size={20} />}
          busy={doing.kind === 'busy' && words.sending}
          onPress={sendable ? () => void draft.send() : null}
        >
          {words.send}
        </Button>
        <span class="visually-hidden" role="status">
          {doing.kind === 'done' && words.sent}
        </span>
      </form>
    </section>
  )
}
