// What is looked for in the audit.
import { AUDIT_ACTIONS, type AuditAction } from '#domain/audit'
import { words } from '#text/audit'
import { Button } from '../../../ui/button/button.tsx'
import { Checkbox } from '../../../ui/choice/checkbox.tsx'
import { describedBy, Field } from '../../../ui/field/field.tsx'
import { SelectField } from '../../../ui/select-field/select-field.tsx'
import { TextField } from '../../../ui/text-field/text-field.tsx'
import type { AuditModel, Fault, Typed } from '../audit-model.ts'

const OPTIONS: readonly { value: string; label: string }[] = [
  { value: '', label: words.anyAction },
  ...AUDIT_ACTIONS.map((action: AuditAction) => ({ value: action, label: words.actionName(action) })).sort(
    (one, other) => one.label.localeCompare(other.label),
  ),
]

interface AuditFormProps {
  model: AuditModel
  typed: Typed
  fault: Fault | null
  busy: boolean
}

export function AuditForm({ model, typed, fault, busy }: AuditFormProps) {
  return (
    <form
      class="audit-form"
      aria-label={words.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void model.search()
      }}
    >
      <TextField
        id="audit-person"
        label={words.person}
        value={typed.person}
        maxLength={100}
        onInput={(person) => model.type({ person })}
      />
      <SelectField
        id="audit-action"
        label={words.action}
        value={typed.action}
        options={OPTIONS}
        onChange={(action) => model.type({ action })}
      />
      <TextField
        id="audit-visit"
        label={words.visit}
        error={fault === 'visit' ? words.visitWrong : null}
        value={typed.visitId}
        maxLength={60}
        onInput={(visitId) => model.type({ visitId })}
      />
      <DayField id="audit-from" label={words.from} value={typed.from} onInput={(from) => model.type({ from })} />
      <DayField
        id="audit-to"
        label={words.to}
        error={fault === 'period' ? words.periodWrong : null}
        value={typed.to}
        onInput={(to) => model.type({ to })}
      />
      <Checkbox id="audit-refused" checked={typed.refusedOnly} onChange={(refusedOnly) => model.type({ refusedOnly })}>
        {words.refusedOnly}
      </Checkbox>
      <p class="audit-acts">
        <Button submit size="small" busy={busy && words.searching}>
          {words.search}
        </Button>
        <Button kind="quiet" size="small" onPress={() => void model.reset()}>
          {words.reset}
        </Button>
      </p>
    </form>
  )
}

/** A day from the browser's own calendar: a working tool, unlike the birth date of somebody who is ill. */
function DayField(props: {
  id: string
  label: string
  value: string
  error?: string | null
  onInput: (day: string) => void
}) {
  return (
    <Field {...props}>
      <input
        id={props.id}
        class="field-box"
        type="date"
        value={props.value}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedBy(props)}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </Field>
  )
}
