// Which of their details patients are asked for at the door.
import { ENTRY_FIELDS, type EntryFields, type FieldRule } from '#domain/area'
import { words as texts } from '#text/settings'

const words = texts.area
const RULES: readonly FieldRule[] = ['required', 'optional', 'off']

export interface AskedFieldsProps {
  id: string
  fields: EntryFields
  onChange: (fields: EntryFields) => void
}

export function AskedFields({ id, fields, onChange }: AskedFieldsProps) {
  return (
    <fieldset class="field">
      <legend class="field-label" id={id}>
        {words.fields}
      </legend>
      <p class="field-hint">{words.fieldsHint}</p>
      <div class="asked">
        {ENTRY_FIELDS.map((field) => (
          <fieldset key={field} class="asked-line">
            <legend>{words[field]}</legend>
            <div class="asked-rules">
              {RULES.map((rule) => (
                <label key={rule}>
                  <input
                    type="radio"
                    name={`${id}-${field}`}
                    checked={fields[field] === rule}
                    onChange={() => onChange({ ...fields, [field]: rule })}
                  />
                  <span>{words.rules[rule]}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </fieldset>
  )
}
