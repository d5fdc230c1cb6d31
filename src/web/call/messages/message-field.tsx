// Where a message is typed. Enter sends, Shift and Enter begins a line; what is typed stays until it is handed over.
import { useRef, useState } from 'preact/hooks'
import { isBlank } from '#domain/typed-text'
import { words } from '#text/call'
import { SendIcon } from '../../ui/icon/work.tsx'
import './message-field.scss'
import { isEnter } from '../../ui/field/enter.ts'

export interface MessageFieldProps {
  id: string
  label: string
  /** Null: messages cannot be sent now. */
  send: ((text: string) => void) | null
  limit: number
  /** What was begun elsewhere, taken over once. */
  draft?: (() => string) | undefined
}

export function MessageField({ id, label, send, limit, draft }: MessageFieldProps) {
  const [text, setText] = useState(() => draft?.() ?? '')
  const box = useRef<HTMLTextAreaElement>(null)
  const lines = Math.min(4, text.split('\n').length)

  const submit = () => {
    if (!send || isBlank(text)) return
    send(text)
    setText('')
    box.current?.focus()
  }
  return (
    <form
      class="message-field"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <label class="visually-hidden" for={id}>
        {label}
      </label>
      <textarea
        dir="auto"
        ref={box}
        id={id}
        class="message-field-box"
        rows={lines}
        maxLength={limit}
        placeholder={label}
        value={text}
        autocomplete="off"
        enterkeyhint="send"
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (!isEnter(event) || event.shiftKey) return
          event.preventDefault()
          submit()
        }}
      />
      <button type="submit" class="message-field-send" disabled={!send || isBlank(text)}>
        <SendIcon size={20} />
        <span>{words.messages.send}</span>
      </button>
    </form>
  )
}
