// A message of the patient that nobody has looked at yet, over the foot of the picture: it may say that the sound failed.
import { words } from '#text/practitioner-call'
import type { CallMessage } from '../../../call/messages/message-queue.ts'
import './new-message.scss'

export interface NewMessageProps {
  newest: CallMessage | null
  name: string
  onAnswer: () => void
}

export function NewMessage({ newest, name, onAnswer }: NewMessageProps) {
  return (
    <div class="new-message-place" role="status">
      {newest && (
        <div class="new-message">
          <p>
            <strong>{words.newMessage(name)}</strong>
            <span class="new-message-text">{newest.text}</span>
          </p>
          <button type="button" onClick={onAnswer}>
            {words.answer}
          </button>
        </div>
      )}
    </div>
  )
}
