// Days of one's own on which it is closed.
import { words as texts } from '#text/settings-handed'
import { Button } from '../../../ui/button/button.tsx'
import { FieldGroup, type FieldProps } from '../../../ui/field/field.tsx'
import { PlusIcon } from '../../../ui/icon/signs.tsx'
import { RemoveButton } from './remove-button.tsx'

const words = texts.editor

export interface DatesFieldProps extends FieldProps {
  dates: readonly string[]
  onChange: (dates: readonly string[]) => void
}

export function DatesField(props: DatesFieldProps) {
  const { id, dates, onChange } = props
  return (
    <FieldGroup {...props}>
      <ul class="handed-list">
        {dates.map((date, at) => (
          <li key={at}>
            <input
              id={at === 0 ? id : `${id}-${at}`}
              class="field-box"
              type="date"
              aria-label={`${words.date} ${at + 1}`}
              value={date}
              onInput={(event) => onChange(dates.map((one, which) => (which === at ? event.currentTarget.value : one)))}
            />
            <RemoveButton
              label={words.removeDate(at + 1)}
              onPress={() => onChange(dates.filter((_, which) => which !== at))}
            />
          </li>
        ))}
      </ul>
      <Button kind="secondary" size="small" icon={<PlusIcon size={20} />} onPress={() => onChange([...dates, ''])}>
        {words.addDate}
      </Button>
    </FieldGroup>
  )
}
