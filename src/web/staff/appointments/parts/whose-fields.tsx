// Choosing whose appointments are shown.
import type { AppointmentDesk } from '#contract/appointment'
import { words } from '#text/appointments'
import { SelectField } from '../../../ui/select-field/select-field.tsx'
import type { Whose } from '../whose.ts'

interface WhoseFieldsProps {
  areas: AppointmentDesk['areas']
  whose: Whose
  onChoose: (change: Partial<Whose>) => void
}

/** Those who can be chosen are those of the area that is. */
export function WhoseFields({ areas, whose, onChoose }: WhoseFieldsProps) {
  const team = new Map(
    areas
      .filter(({ id }) => !whose.areaId || id === whose.areaId)
      .flatMap(({ practitioners }) => practitioners.map(({ id, name }) => [id, name] as const)),
  )
  return (
    <>
      {areas.length > 1 && (
        <SelectField
          id="whose-area"
          label={words.form.area}
          value={whose.areaId}
          options={[{ value: '', label: words.all }, ...areas.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(areaId) => onChoose({ areaId })}
        />
      )}
      <SelectField
        id="whose-practitioner"
        label={words.form.practitioner}
        value={whose.practitionerId}
        options={[
          { value: '', label: words.all },
          ...[...team].map(([value, label]) => ({ value, label })),
          { value: 'team', label: words.team },
        ]}
        onChange={(practitionerId) => onChoose({ practitionerId })}
      />
    </>
  )
}
