// Messages of this visit, oldest first, with what became of each. Follows the newest unless somebody reads further up.
import { useLayoutEffect, useRef } from 'preact/hooks'
import { words } from '#text/call'
import { EarlierMessages } from '../../ui/earlier-messages/earlier-messages.tsx'
import type { CallMessage } from './message-queue.ts'
import './message-list.scss'
import { typed } from '../../text/typed.ts'

export interface MessageListProps {
  messages: readonly CallMessage[]
  /** Whose side this is. */
  side: 'patient' | 'clinic'
  empty: string
  /** Null: there are no earlier ones. */
  onEarlier: (() => Promise<void>) | null
}

export function MessageList({ messages, side, empty, onEarlier }: MessageListProps) {
  const list = useRef<HTMLOListElement>(null)
  const atEnd = useRef(true)
  useLayoutEffect(() => {
    const element = list.current
    if (element && atEnd.current) element.scrollTop = element.scrollHeight
  }, [messages.at(-1)?.id])

  if (messages.length === 0) return <p class="message-list-empty">{empty}</p>
  return (
    <>
      {onEarlier && <EarlierMessages onPress={onEarlier} />}
      <ol
        ref={list}
        class="message-list"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable with the keyboard.
        tabIndex={0}
        aria-label={words.messages.title}
        aria-live="polite"
        onScroll={(event) => {
          const { scrollHeight, scrollTop, clientHeight } = event.currentTarget
          atEnd.current = scrollHeight - scrollTop - clientHeight < 40
        }}
      >
        {messages.map((message) => {
          const own = message.from === side
          return (
            <li key={message.id} class={own ? 'message message-own' : 'message'}>
              <p class="message-author">{own ? words.messages.you : typed(message.authorName)}</p>
              <p class="message-text" dir="auto">
                {message.text}
              </p>
              {message.status === 'sending' && <p class="message-status">{words.messages.sending}</p>}
              {message.status === 'refused' && <p class="message-status message-refused">{words.messages.refused}</p>}
            </li>
          )
        })}
      </ol>
    </>
  )
}
