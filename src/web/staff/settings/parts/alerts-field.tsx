// How an arrival is announced.
import { words as texts } from '#text/settings-handed'
import { Checkbox } from '../../../ui/choice/checkbox.tsx'
import type { FieldProps } from '../../../ui/field/field.tsx'
import { TextArea } from '../../../ui/text-area/text-area.tsx'
import type { TypedSettings } from '../typed-setting.ts'

const words = texts.editor

type Alerts = TypedSettings['alerts']

export function AlertsField(props: FieldProps & { alerts: Alerts; onChange: (alerts: Alerts) => void }) {
  const { id, hint, error, alerts, onChange } = props
  return (
    <div class="stack-s">
      <p class="field-hint">{hint}</p>
      <Checkbox id={`${id}-sound`} checked={alerts.sound} onChange={(sound) => onChange({ ...alerts, sound })}>
        {words.sound}
      </Checkbox>
      <Checkbox id={`${id}-desktop`} checked={alerts.desktop} onChange={(desktop) => onChange({ ...alerts, desktop })}>
        {words.desktop}
      </Checkbox>
      <TextArea
        id={id}
        label={words.emails}
        error={error}
        value={alerts.emails}
        onInput={(emails) => onChange({ ...alerts, emails })}
      />
    </div>
  )
}
