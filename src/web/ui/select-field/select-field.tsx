// One choice from a list too long for radios.
import { describedBy, Field, type FieldProps } from '../field/field.tsx'
import './select-field.scss'

export interface SelectFieldProps<V extends string> extends FieldProps {
  value: V
  options: readonly { value: V; label: string }[]
  onChange: (value: V) => void
  disabled?: boolean
}

export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  return (
    <Field {...props}>
      <select
        id={props.id}
        class="field-box select-field"
        value={props.value}
        disabled={props.disabled}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedBy(props)}
        onChange={(event) => props.onChange(event.currentTarget.value as V)}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
