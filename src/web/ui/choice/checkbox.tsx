// One yes-or-no with a box to tick.
import type { ComponentChildren } from 'preact'
import { describedBy, FieldNotes } from '../field/field.tsx'
import './choice.scss'

export interface CheckboxProps {
  id: string
  checked: boolean
  onChange: (checked: boolean) => void
  hint?: string
  error?: string | null
  disabled?: boolean
  children: ComponentChildren
}

export function Checkbox(props: CheckboxProps) {
  const notes = { id: props.id, label: '', hint: props.hint, error: props.error }
  return (
    <div class={props.error ? 'field field-wrong' : 'field'}>
      <FieldNotes {...notes} />
      <div class="choice">
        <input
          id={props.id}
          name={props.id}
          type="checkbox"
          checked={props.checked}
          disabled={props.disabled}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={describedBy(notes)}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <label for={props.id}>{props.children}</label>
      </div>
    </div>
  )
}
