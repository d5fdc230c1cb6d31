// One of a few, each with words of its own.
import { FieldGroup, type FieldProps } from '../field/field.tsx'
import './choice.scss'

export interface RadioGroupProps<V extends string> extends FieldProps {
  value: V | null
  options: readonly { value: V; label: string; hint?: string }[]
  onChange: (value: V) => void
  /** Side by side: only for short answers such as yes and no. */
  inline?: boolean
}

/** The error summary's link goes to `id`, which is the first option. */
export function RadioGroup<V extends string>(props: RadioGroupProps<V>) {
  return (
    <FieldGroup {...props}>
      <div class={props.inline ? 'choices choices-inline' : 'choices'}>
        {props.options.map((option, index) => {
          const id = index === 0 ? props.id : `${props.id}-${option.value}`
          return (
            <div class="choice" key={option.value}>
              <input
                id={id}
                name={props.id}
                type="radio"
                value={option.value}
                checked={props.value === option.value}
                aria-describedby={option.hint ? `${id}-about` : undefined}
                onChange={() => props.onChange(option.value)}
              />
              <label for={id}>{option.label}</label>
              {option.hint && (
                <p class="choice-hint" id={`${id}-about`}>
                  {option.hint}
                </p>
              )}
            </div>
          )
        })}
      </div>
    </FieldGroup>
  )
}
