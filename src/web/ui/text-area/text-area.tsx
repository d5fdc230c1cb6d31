// Several lines of text, with a count when there is a limit. Never cuts what is typed.
import { words } from '#text/ui'
import { describedBy, Field, type FieldProps } from '../field/field.tsx'
import './text-area.scss'

export interface TextAreaProps extends FieldProps {
  value: string
  onInput: (value: string) => void
  onBlur?: () => void
  rows?: number
  /** Longest text in characters; the count shows when four fifths are used. */
  limit?: number
  name?: string
  disabled?: boolean
}

export function TextArea(props: TextAreaProps) {
  const left = props.limit === undefined ? null : props.limit - props.value.length
  const counted = left !== null && props.limit !== undefined && left < props.limit / 5
  const count = `${props.id}-count`
  return (
    <Field {...props}>
      <textarea
        id={props.id}
        name={props.name ?? props.id}
        class="field-box text-area-box"
        rows={props.rows ?? 3}
        value={props.value}
        dir="auto"
        disabled={props.disabled}
        autocomplete="off"
        aria-invalid={props.error ? true : undefined}
        aria-describedby={[describedBy(props), counted && count].filter(Boolean).join(' ') || undefined}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onBlur={props.onBlur}
      />
      {counted && (
        <p id={count} class={left < 0 ? 'text-area-count text-area-over' : 'text-area-count'} aria-live="polite">
          {left < 0 ? words.charactersOver(-left) : words.charactersLeft(left)}
        </p>
      )}
    </Field>
  )
}
