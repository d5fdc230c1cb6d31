// One short form for a new appointment, and the same without the patient for moving one.
import type { AppointmentDesk } from '#contract/appointment'
import { words as texts } from '#text/appointments'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { DateField } from '../../../ui/date-field/date-field.tsx'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { Disclosure } from '../../../ui/disclosure/disclosure.tsx'
import { Field } from '../../../ui/field/field.tsx'
import { SelectField } from '../../../ui/select-field/select-field.tsx'
import { TextField } from '../../../ui/text-field/text-field.tsx'
import { nameOf } from '../../console/person-words.ts'
import type { PlanCatalogue } from '../../plans/plan-catalogue-model.ts'
import { planName } from '../../plans/plan-words.ts'
import type { AppointmentActions, OpenDialog } from '../appointment-actions.ts'
import type { AppointmentForm } from '../appointment-form.ts'
import { NotDone } from './not-done.tsx'

const words = texts.form
const LENGTHS = [10, 15, 20, 30, 45, 60, 90] as const

export interface FormDialogProps {
  model: AppointmentActions
  dialog: OpenDialog & { kind: 'form' }
  desk: AppointmentDesk
  plans: PlanCatalogue
}

export function FormDialog({ model, dialog: { form, moves }, desk, plans }: FormDialogProps) {
  const doing = useStore(model.doing.request)
  const title = moves ? words.moveTitle(moves.patient ? nameOf(moves.patient) : '') : texts.add
  return (
    <Dialog open firm title={title} onClose={model.close}>
      <form
        class="stack-s"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void model.save()
        }}
      >
        <NotDone doing={model.doing} />
        {!moves && <Who form={form} type={model.type} />}
        <div class="appointments-pair">
          <Clock id="date" kind="date" label={words.date} value={form.date} onInput={(date) => model.type({ date })} />
          <Clock id="time" kind="time" label={words.time} value={form.time} onInput={(time) => model.type({ time })} />
        </div>
        {!moves && (
          <TextField
            id="reason"
            label={words.reason}
            hint={words.reasonHint}
            optional
            value={form.reason}
            maxLength={200}
            spellcheck
            onInput={(reason) => model.type({ reason })}
          />
        )}
        {moves ? (
          <Rest form={form} desk={desk} plans={null} type={model.type} />
        ) : (
          <Disclosure summary={words.more}>
            <Rest form={form} desk={desk} plans={plans} type={model.type} />
          </Disclosure>
        )}
        <div class="appointments-go">
          <Button submit busy={doing.kind === 'busy' && words.saving}>
            {moves ? words.moveSave : words.save}
          </Button>
          <Button kind="quiet" onPress={model.close}>
            {words.back}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

interface PartProps {
  form: AppointmentForm
  type: (change: Partial<AppointmentForm>) => void
}

function Who({ form, type }: PartProps) {
  return (
    <>
      <div class="appointments-pair">
        <TextField
          id="firstName"
          label={words.firstName}
          value={form.firstName}
          maxLength={200}
          onInput={(firstName) => type({ firstName })}
        />
        <TextField
          id="lastName"
          label={words.lastName}
          value={form.lastName}
          maxLength={200}
          onInput={(lastName) => type({ lastName })}
        />
      </div>
      <DateField
        id="birth"
        label={words.birth}
        hint={words.birthHint}
        value={form.birth}
        onInput={(birth) => type({ birth })}
      />
      <div class="appointments-pair">
        <TextField
          id="email"
          label={words.email}
          type="email"
          inputMode="email"
          value={form.email}
          maxLength={254}
          onInput={(email) => type({ email })}
        />
        <TextField
          id="phone"
          label={words.phone}
          type="tel"
          inputMode="tel"
          value={form.phone}
          maxLength={60}
          onInput={(phone) => type({ phone })}
        />
      </div>
      <p class="soft small">{words.reach}</p>
    </>
  )
}

/** Length, with whom, where and what for: what most appointments have in common. */
function Rest({ form, desk, plans, type }: PartProps & { desk: AppointmentDesk; plans: PlanCatalogue | null }) {
  const team = desk.areas.find(({ id }) => id === form.areaId)?.practitioners ?? []
  return (
    <>
      <SelectField
        id="minutes"
        label={words.minutes}
        value={String(form.minutes)}
        options={[...new Set([...LENGTHS, form.minutes])]
          .sort((a, b) => a - b)
          .map((count) => ({ value: String(count), label: texts.minutes(count) }))}
        onChange={(minutes) => type({ minutes: Number(minutes) })}
      />
      {plans && desk.areas.length > 1 && (
        <SelectField
          id="area"
          label={words.area}
          value={form.areaId}
          options={desk.areas.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(areaId) => type({ areaId, practitionerId: '' })}
        />
      )}
      <SelectField
        id="practitioner"
        label={words.practitioner}
        value={form.practitionerId}
        options={[{ value: '', label: texts.team }, ...team.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(practitionerId) => type({ practitionerId })}
      />
      {plans && <Plan form={form} plans={plans} type={type} />}
    </>
  )
}

function Plan({ form, plans, type }: PartProps & { plans: PlanCatalogue }) {
  const state = useStore(plans.state)
  if (state.kind !== 'loaded') return null
  return (
    <SelectField
      id="plan"
      label={words.plan}
      value={form.planId}
      options={[
        { value: '', label: words.areaPlan },
        ...state.plans.map((plan) => ({ value: plan.id as string, label: planName(plan) })),
      ]}
      onChange={(planId) => type({ planId })}
    />
  )
}

interface ClockProps {
  id: string
  kind: 'date' | 'time'
  label: string
  value: string
  onInput: (value: string) => void
}

function Clock({ id, kind, label, value, onInput }: ClockProps) {
  return (
    <Field id={id} label={label}>
      <input
        id={id}
        class="field-box"
        type={kind as 'date'}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </Field>
  )
}
