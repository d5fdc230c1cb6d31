// The time zone of an area's hours: typed, with the browser's own list to choose from.
import { words as texts } from '#text/settings'
import { Field } from '../../../ui/field/field.tsx'

const words = texts.hours

export interface TimeZoneFieldProps {
  id: string
  value: string
  error: string | null
  onInput: (value: string) => void
}

export function TimeZoneField({ id, value, error, onInput }: TimeZoneFieldProps) {
  return (
    <Field id={id} label={words.timeZone} error={error}>
      <input
        id={id}
        class="field-box text-field-half"
        list={`${id}-list`}
        value={value}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <datalist id={`${id}-list`}>
        {timeZones().map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </Field>
  )
}

/** Older browsers have no list: then it is typed. */
function timeZones(): readonly string[] {
  const known = Intl as typeof Intl & { supportedValuesOf?: (key: 'timeZone') => string[] }
  return known.supportedValuesOf?.('timeZone') ?? []
}
