// The field of each setting.
import { isTextSetting, LIMITS, type SettingName, TEXT_SETTINGS } from '#domain/settings'
import type { TextFault } from '#domain/template'
import { words as texts } from '#text/settings-handed'
import { RadioGroup } from '../../../ui/choice/radio-group.tsx'
import { SelectField } from '../../../ui/select-field/select-field.tsx'
import { TextArea } from '../../../ui/text-area/text-area.tsx'
import { TextField } from '../../../ui/text-field/text-field.tsx'
import type { PlanCatalogue } from '../../plans/plan-catalogue-model.ts'
import type { HoursFault } from '../hours-editor.ts'
import type { PlaceModel } from '../place-model.ts'
import type { YesNo } from '../setting-summary.ts'
import type { TypedSettings } from '../typed-setting.ts'
import { AlertsField } from './alerts-field.tsx'
import { AreaPlan } from './area-plan.tsx'
import { AskedFields } from './asked-fields.tsx'
import { DatesField } from './dates-field.tsx'
import { HoursEditor } from './hours-editor.tsx'
import { LogoField } from './logo-field.tsx'
import { MessageTextField } from './message-text-field.tsx'
import { MessagesField } from './messages-field.tsx'
import { LinkField, SupportField } from './pair-fields.tsx'
import { QuestionsField } from './questions-field.tsx'
import { TimeZoneField } from './time-zone-field.tsx'

const words = texts.editor
const HOLIDAYS = ['none', 'england-and-wales', 'scotland', 'northern-ireland'] as const

export interface SettingFieldProps {
  name: SettingName
  label: string
  hint: string
  error: string | null
  hoursFaults: readonly HoursFault[]
  textFaults: readonly TextFault[]
  typed: TypedSettings
  model: PlaceModel
  plans: PlanCatalogue
  onType: (change: Partial<TypedSettings>) => void
}

export function SettingField(props: SettingFieldProps) {
  const { name, label, hint, error, typed, onType } = props
  const id = `field-${name}`
  const field = { id, label, hint, error }
  if (isTextSetting(name))
    return (
      <MessageTextField
        {...field}
        kind={TEXT_SETTINGS[name]}
        text={typed[name]}
        faults={props.textFaults}
        onChange={(text) => onType({ [name]: text })}
      />
    )
  switch (name) {
    case 'planId':
      return <AreaPlan planId={typed.planId} plans={props.plans} onChoose={(planId) => onType({ planId })} />
    case 'fields':
      return <AskedFields id={id} fields={typed.fields} onChange={(fields) => onType({ fields })} />
    case 'openBlocks':
      return (
        <HoursEditor
          slug={name}
          hours={typed.openBlocks}
          faults={props.hoursFaults}
          onChange={(openBlocks) => onType({ openBlocks })}
        />
      )
    case 'timeZone':
      return <TimeZoneField id={id} value={typed.timeZone} error={error} onInput={(timeZone) => onType({ timeZone })} />
    case 'opensEarlyMinutes':
      return (
        <TextField
          {...field}
          inputMode="numeric"
          width="short"
          value={typed.opensEarlyMinutes}
          onInput={(opensEarlyMinutes) => onType({ opensEarlyMinutes })}
        />
      )
    case 'bankHolidays':
      return (
        <SelectField
          {...field}
          label={words.holidays}
          value={typed.bankHolidays}
          options={HOLIDAYS.map((value) => ({ value, label: texts.bankHolidays[value] }))}
          onChange={(bankHolidays) => onType({ bankHolidays })}
        />
      )
    case 'closedDates':
      return <DatesField {...field} dates={typed.closedDates} onChange={(closedDates) => onType({ closedDates })} />
    case 'arrivalQuestions':
      return (
        <QuestionsField
          {...field}
          questions={typed.arrivalQuestions}
          onChange={(arrivalQuestions) => onType({ arrivalQuestions })}
        />
      )
    case 'waitingMessages':
      return (
        <MessagesField
          {...field}
          messages={typed.waitingMessages}
          onChange={(waitingMessages) => onType({ waitingMessages })}
        />
      )
    case 'afterLink':
      return <LinkField {...field} link={typed.afterLink} onChange={(afterLink) => onType({ afterLink })} />
    case 'support':
      return <SupportField {...field} support={typed.support} onChange={(support) => onType({ support })} />
    case 'alerts':
      return <AlertsField {...field} alerts={typed.alerts} onChange={(alerts) => onType({ alerts })} />
    case 'logoId':
      return <LogoField {...field} typed={typed.logoId} model={props.model} onChoose={(logoId) => onType({ logoId })} />
    default: {
      const value = typed[name]
      if (typeof value === 'boolean')
        return <YesNoField {...field} name={name as YesNo} value={value} onChange={(yes) => onType({ [name]: yes })} />
      const limit = LIMITS[name as keyof typeof LIMITS]
      return <TextArea {...field} rows={4} limit={limit} value={value} onInput={(text) => onType({ [name]: text })} />
    }
  }
}

interface YesNoFieldProps {
  id: string
  name: YesNo
  label: string
  hint: string
  error: string | null
  value: boolean
  onChange: (yes: boolean) => void
}

function YesNoField({ name, value, onChange, ...field }: YesNoFieldProps) {
  return (
    <RadioGroup
      {...field}
      inline
      value={value ? 'yes' : 'no'}
      options={[
        { value: 'yes', label: texts.yesNo[name].yes },
        { value: 'no', label: texts.yesNo[name].no },
      ]}
      onChange={(choice) => onChange(choice === 'yes')}
    />
  )
}
