// Messages that are shown to somebody who has waited for some time.
import { words as texts } from '#text/settings-handed'
import { Button } from '../../../ui/button/button.tsx'
import { FieldGroup, type FieldProps } from '../../../ui/field/field.tsx'
import { PlusIcon } from '../../../ui/icon/signs.tsx'
import { TextArea } from '../../../ui/text-area/text-area.tsx'
import { TextField } from '../../../ui/text-field/text-field.tsx'
import type { TypedMessage } from '../typed-setting.ts'
import { RemoveButton } from './remove-button.tsx'

const words = texts.editor
const MOST = 10

export interface MessagesFieldProps extends FieldProps {
  messages: readonly TypedMessage[]
  onChange: (messages: readonly TypedMessage[]) => void
}

export function MessagesField(props: MessagesFieldProps) {
  const { id, messages, onChange } = props
  const change = (at: number, what: Partial<TypedMessage>) =>
    onChange(messages.map((one, which) => (which === at ? { ...one, ...what } : one)))
  const next = String((Number(messages.at(-1)?.afterMinutes) || 0) + 10)
  return (
    <FieldGroup {...props}>
      <ul class="handed-list">
        {messages.map(({ afterMinutes, text }, at) => (
          <li key={at} class="handed-message">
            <TextField
              id={at === 0 ? id : `${id}-${at}`}
              label={words.afterMinutes}
              inputMode="numeric"
              width="short"
              value={afterMinutes}
              onInput={(minutes) => change(at, { afterMinutes: minutes })}
            />
            <TextArea
              id={`${id}-${at}-text`}
              label={words.messageText}
              rows={2}
              limit={300}
              value={text}
              onInput={(typed) => change(at, { text: typed })}
            />
            <RemoveButton
              label={words.removeMessage(at + 1)}
              onPress={() => onChange(messages.filter((_, which) => which !== at))}
            />
          </li>
        ))}
      </ul>
      <Button
        kind="secondary"
        size="small"
        icon={<PlusIcon size={20} />}
        onPress={messages.length < MOST ? () => onChange([...messages, { afterMinutes: next, text: '' }]) : null}
      >
        {words.addMessage}
      </Button>
    </FieldGroup>
  )
}
