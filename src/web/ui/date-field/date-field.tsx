// A date one knows by heart, typed in three boxes. No picker: nobody finds 1938 in a picker.
import { readDate } from '#domain/birth-date'
import { plainDigits } from '#domain/typed-text'
import { words } from '#text/ui'
import { describedBy, FieldGroup, type FieldProps } from '../field/field.tsx'
import './date-field.scss'

export interface DateParts {
  readonly day: string
  readonly month: string
  readonly year: string
}

export interface DateFieldProps extends FieldProps {
  value: DateParts
  onInput: (value: DateParts) => void
  /** A birthday: the browser may fill it in. */
  birthday?: boolean
}

const BOXES = [
  { part: 'day', length: 2 },
  { part: 'month', length: 2 },
  { part: 'year', length: 4 },
] as const

/** A whole date fills all boxes, in whichever it is pasted; else the box takes what digits there are. */
function paste(event: ClipboardEvent, { value, onInput }: DateFieldProps, part: keyof DateParts): void {
  const pasted = event.clipboardData?.getData('text') ?? ''
  const digits = plainDigits(pasted).replace(/\D/g, '')
  const length = BOXES.find((box) => box.part === part)?.length ?? 0
  const read = readDate(pasted) ?? (digits && digits.length <= length ? { ...value, [part]: digits } : null)
  if (!read) return
  event.preventDefault()
  onInput(read)
}

/** The error summary's link goes to `id`, which is the day's box. */
export function DateField(props: DateFieldProps) {
  return (
    <FieldGroup {...props}>
      <div class="date-field">
        {BOXES.map(({ part, length }) => {
          const id = part === 'day' ? props.id : `${props.id}-${part}`
          return (
            <div key={part}>
              <label for={id}>{words[part]}</label>
              <input
                id={id}
                name={id}
                class={`field-box date-field-${length}`}
                type="text"
                inputMode="numeric"
                maxLength={length}
                value={props.value[part]}
                onPaste={(event) => paste(event, props, part)}
                autocomplete={props.birthday ? `bday-${part}` : 'off'}
                aria-invalid={props.error ? true : undefined}
                aria-describedby={part === 'day' ? describedBy(props) : undefined}
                onInput={(event) => props.onInput({ ...props.value, [part]: event.currentTarget.value })}
              />
            </div>
          )
        })}
      </div>
    </FieldGroup>
  )
}
