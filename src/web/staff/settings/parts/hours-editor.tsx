// Opening hours by day, with as many spans a day as are needed.
import { words as texts } from '#text/settings'
import { Button } from '../../../ui/button/button.tsx'
import { RadioGroup } from '../../../ui/choice/radio-group.tsx'
import { PlusIcon } from '../../../ui/icon/signs.tsx'
import {
  addSpan,
  changeSpan,
  copyMonday,
  type HoursFault,
  removeSpan,
  type TypedDay,
  type TypedHours,
} from '../hours-editor.ts'
import { dayName, faultWords, spanId } from './hours-words.ts'
import { RemoveButton } from './remove-button.tsx'

const words = texts.hours

export interface HoursEditorProps {
  slug: string
  hours: TypedHours
  faults: readonly HoursFault[]
  onChange: (hours: TypedHours) => void
}

export function HoursEditor({ slug, hours, faults, onChange }: HoursEditorProps) {
  const none = faults.find((fault) => fault.kind === 'no-hours')
  return (
    <div class="hours stack-s">
      <RadioGroup
        id={`${slug}-always`}
        label={words.title}
        inline
        error={none ? faultWords(none) : null}
        value={hours.always ? 'always' : 'set'}
        options={[
          { value: 'always', label: words.always },
          { value: 'set', label: words.set },
        ]}
        onChange={(choice) => onChange({ ...hours, always: choice === 'always' })}
      />
      {!hours.always && (
        <>
          <ul class="hours-days">
            {hours.days.map((day) => (
              <Day key={day.weekday} slug={slug} day={day} hours={hours} faults={faults} onChange={onChange} />
            ))}
          </ul>
          <Button
            kind="quiet"
            size="small"
            label={`${words.copyMonday}: ${words.copyMondayHint}`}
            onPress={() => onChange(copyMonday(hours))}
          >
            {words.copyMonday}
          </Button>
        </>
      )}
    </div>
  )
}

function Day({ slug, day, hours, faults, onChange }: HoursEditorProps & { day: TypedDay }) {
  const { weekday } = day
  const name = dayName(weekday)
  const faultAt = (index: number) =>
    faults.find((fault) => 'weekday' in fault && fault.weekday === weekday && fault.index === index)
  return (
    <li class="hours-day">
      <strong>{name}</strong>
      <div class="hours-spans">
        {day.spans.length === 0 && <span class="soft hours-closed">{words.closed}</span>}
        {day.spans.map((span, index) => {
          const id = spanId(slug, weekday, index)
          const fault = faultAt(index)
          return (
            <div key={index} class={fault ? 'hours-span hours-wrong' : 'hours-span'}>
              <input
                id={id}
                class="field-box"
                type="time"
                aria-label={words.from(name)}
                aria-invalid={fault ? true : undefined}
                aria-describedby={fault ? `${id}-error` : undefined}
                value={span.from}
                onInput={(event) => onChange(changeSpan(hours, weekday, index, { from: event.currentTarget.value }))}
              />
              <span>{words.until}</span>
              <input
                class="field-box"
                type="time"
                aria-label={words.to(name)}
                aria-invalid={fault ? true : undefined}
                value={span.to}
                onInput={(event) => onChange(changeSpan(hours, weekday, index, { to: event.currentTarget.value }))}
              />
              <RemoveButton label={words.remove(name)} onPress={() => onChange(removeSpan(hours, weekday, index))} />
              {fault && (
                <p class="field-error" id={`${id}-error`}>
                  {faultWords(fault)}
                </p>
              )}
            </div>
          )
        })}
      </div>
      <Button
        kind="quiet"
        size="small"
        icon={<PlusIcon size={20} />}
        label={words.addLong(name)}
        onPress={() => onChange(addSpan(hours, weekday))}
      >
        {words.add}
      </Button>
    </li>
  )
}
