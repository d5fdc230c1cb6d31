// A setting being changed: its field, what is wrong with it, and saving or leaving it.
import { useLayoutEffect, useRef } from 'preact/hooks'
import { words as problems } from '#text/problems'
import { words as common } from '#text/settings'
import { words } from '#text/settings-handed'
import { Button } from '../../../ui/button/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary/error-summary.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import type { PlanCatalogue } from '../../plans/plan-catalogue-model.ts'
import type { Editing, Row } from '../handed-down.ts'
import type { PlaceModel } from '../place-model.ts'
import { faultId, faultWords } from './hours-words.ts'
import { partId, textFaultWords } from './message-text-field.tsx'
import { SettingField } from './setting-field.tsx'

export interface SettingEditorProps {
  row: Row
  editing: Editing
  model: PlaceModel
  plans: PlanCatalogue
  hint: string
}

export function SettingEditor({ row, editing, model, plans, hint }: SettingEditorProps) {
  const { name, request } = row
  const { title, wrong } = words.settings[name]
  const { fault, attempt } = editing
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, select, button')?.focus()
  }, [])
  const errors =
    fault?.kind === 'hours'
      ? fault.faults.map((one) => ({ fieldId: faultId(name, one), text: faultWords(one) }))
      : fault?.kind === 'text'
        ? fault.faults.map((one) => ({ fieldId: partId(`field-${name}`, one.part), text: textFaultWords(one) }))
        : fault
          ? [{ fieldId: `field-${name}`, text: wrong }]
          : []
  return (
    <form
      ref={form}
      class="stack-s"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void model.handedDown.submit(name)
      }}
    >
      <ErrorSummary attempt={attempt} errors={errors} level="h5" />
      <SettingField
        name={name}
        label={title}
        hint={hint}
        error={fault?.kind === 'wrong' ? wrong : null}
        hoursFaults={fault?.kind === 'hours' ? fault.faults : []}
        textFaults={fault?.kind === 'text' ? fault.faults : []}
        typed={editing.typed}
        model={model}
        plans={plans}
        onType={(change) => model.handedDown.type(name, change)}
      />
      {request.kind === 'refused' && (
        <Notice kind="error" title={common.notSaved} live="assertive">
          <p>{problems[request.refusal.code](request.refusal.detail)}</p>
        </Notice>
      )}
      <div class="handed-presses">
        <Button submit size="small" busy={request.kind === 'busy' && common.saving} label={`${common.save}: ${title}`}>
          {common.save}
        </Button>
        <Button kind="quiet" size="small" onPress={() => model.handedDown.cancel(name)}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
