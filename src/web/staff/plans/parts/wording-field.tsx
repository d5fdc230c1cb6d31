// One text of a plan. Empty it keeps the built-in words, which are to be read in it; the placeholder alone would vanish
// with the first letter, so they can be had back to change them.
import { words as texts } from '#text/plans-staff'
import { words as ui } from '#text/ui'
import { describedBy, Field } from '../../../ui/field/field.tsx'

const words = texts.page

export interface WordingFieldProps {
  id: string
  label: string
  hint: string
  limit: number
  short: boolean
  builtIn: string
  value: string
  error: string | null
  onInput: (text: string) => void
}

export function WordingField(props: WordingFieldProps) {
  const { id, label, hint, limit, value, error, builtIn } = props
  const left = limit - value.trim().length
  const counted = left < limit / 5
  const notes = { id, label, hint: hint || undefined, error, optional: undefined }
  const described = [describedBy(notes), counted ? `${id}-count` : ''].filter(Boolean).join(' ') || undefined
  const own = {
    id,
    name: id,
    class: 'field-box wording-box',
    value,
    placeholder: builtIn,
    autocomplete: 'off' as const,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described,
  }
  return (
    <Field {...notes}>
      {props.short ? (
        <input {...own} type="text" onInput={(event) => props.onInput(event.currentTarget.value)} />
      ) : (
        <textarea
          {...own}
          rows={Math.max(2, Math.ceil(Math.max(builtIn.length, value.length) / 58))}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
      {value !== '' && builtIn && <p class="wording-built-in small soft">{words.builtIn(builtIn)}</p>}
      {counted && (
        <p
          id={`${id}-count`}
          class={left < 0 ? 'text-area-count text-area-over' : 'text-area-count'}
          aria-live="polite"
        >
          {left < 0 ? ui.charactersOver(-left) : ui.charactersLeft(left)}
        </p>
      )}
    </Field>
  )
}
