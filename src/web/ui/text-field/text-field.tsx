// One line of text. The value belongs to a model: this draws it and says what was typed.
import { useState } from 'preact/hooks'
import { words } from '#text/ui'
import { describedBy, Field, type FieldProps } from '../field/field.tsx'
import './text-field.scss'

export interface TextFieldProps extends FieldProps {
  value: string
  onInput: (value: string) => void
  onBlur?: () => void
  /** A password can be shown. */
  type?: 'text' | 'tel' | 'email' | 'password' | 'search'
  name?: string
  autocomplete?: string
  inputMode?: 'text' | 'numeric' | 'tel' | 'email'
  /** How long an answer is expected: the box says it by its width. */
  width?: 'full' | 'half' | 'short'
  maxLength?: number
  spellcheck?: boolean
  autocapitalize?: 'none' | 'words' | 'sentences'
  disabled?: boolean
}

export function TextField(props: TextFieldProps) {
  const [shown, setShown] = useState(false)
  const secret = props.type === 'password'
  const box = (
    <input
      id={props.id}
      name={props.name ?? props.id}
      class={`field-box text-field-${props.width ?? 'full'}`}
      // The types of <input> tell apart by kind what all of these kinds allow.
      type={(secret && shown ? 'text' : (props.type ?? 'text')) as 'text'}
      value={props.value}
      dir="auto"
      autocomplete={props.autocomplete ?? 'off'}
      inputMode={props.inputMode}
      maxLength={props.maxLength}
      spellcheck={props.spellcheck ?? false}
      autocapitalize={props.autocapitalize ?? (secret ? 'none' : undefined)}
      disabled={props.disabled}
      aria-invalid={props.error ? true : undefined}
      aria-describedby={describedBy(props)}
      onInput={(event) => props.onInput(event.currentTarget.value)}
      onBlur={props.onBlur}
    />
  )
  return (
    <Field {...props}>
      {secret ? (
        <div class="text-field-secret">
          {box}
          <button
            type="button"
            class="button button-secondary button-small"
            aria-label={shown ? words.hidePasswordLong : words.showPasswordLong}
            aria-controls={props.id}
            onClick={() => setShown(!shown)}
          >
            {shown ? words.hidePassword : words.showPassword}
          </button>
        </div>
      ) : (
        box
      )}
    </Field>
  )
}
