// One plan as an administrator writes it: words, view, devices; what the patient reads stands beside it while it is typed.
import { useState } from 'preact/hooks'
import { VIEWS, WORDING_FIELDS } from '#domain/plan'
import { words as texts } from '#text/plans-staff'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary/error-summary.tsx'
import { SelectField } from '../../../ui/select-field/select-field.tsx'
import { SaveBar } from '../../settings/parts/save-bar.tsx'
import { deviceOrder, LONGEST, wordingOf } from '../plan-form.ts'
import { builtIn, isAltered, planName } from '../plan-words.ts'
import type { OpenPlan, PlansModel } from '../plans-model.ts'
import { DeviceOrderField } from './device-order-field.tsx'
import { OwnChecklistField } from './own-checklist-field.tsx'
import { PlanPreview } from './plan-preview.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import { WordingField } from './wording-field.tsx'

const words = texts.page

export function PlanPart({ model, open }: { model: PlansModel; open: OpenPlan }) {
  const { form, builtIn: isBuiltIn } = open
  const { typed, tooLong, nameMissing, attempt, request, changed } = useStore(form.state)
  const [restoring, setRestoring] = useState(false)
  const wording = wordingOf(typed.wording)
  const shown = {
    basedOn: form.basedOn,
    wording,
    view: typed.view,
    devices: deviceOrder(typed.devices, open.plan.devices),
  }
  // The form outlives what it began with: what is stored now stands in the catalogue.
  const stored = form.planId === null ? null : model.catalogue.find(form.planId)
  const title = form.planId === null && !wording.name ? words.newTitle : planName(shown)
  const basis = builtIn(form.basedOn, 'name')
  const altered = isBuiltIn && stored !== null && isAltered(stored)
  const errors = [
    ...(nameMissing ? [{ fieldId: 'plan-name', text: words.nameMissing }] : []),
    ...tooLong.map((field) => ({
      fieldId: `plan-${field}`,
      text: words.tooLong(words.fields[field], LONGEST[field]),
    })),
  ]
  const errorOf = (field: (typeof WORDING_FIELDS)[number]) =>
    errors.find(({ fieldId }) => fieldId === `plan-${field}`)?.text ?? null
  return (
    <div class="plan-part">
      <form
        class="settings-part stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void model.save()
        }}
      >
        <div>
          {!isBuiltIn && <p class="soft small">{words.basedOn(basis)}</p>}
          <h2>{title}</h2>
        </div>
        <ErrorSummary attempt={attempt} errors={errors} />
        <fieldset class="field plan-wording">
          <legend class="visually-hidden">{words.wording}</legend>
          <p class="field-hint">{words.wordingHint}</p>
          {WORDING_FIELDS.map((field) => (
            <WordingField
              key={field}
              id={`plan-${field}`}
              label={words.fields[field]}
              hint={words.hints[field]}
              limit={LONGEST[field]}
              short={field === 'name'}
              builtIn={!isBuiltIn && field === 'name' ? '' : builtIn(form.basedOn, field)}
              value={typed.wording[field]}
              error={errorOf(field)}
              onInput={(text) => form.write(field, text)}
            />
          ))}
        </fieldset>
        <SelectField
          id="plan-view"
          label={words.view}
          hint={words.viewHint}
          value={typed.view}
          options={VIEWS.map((view) => ({ value: view, label: texts.views[view] }))}
          onChange={(view) => form.type({ view })}
        />
        <DeviceOrderField devices={typed.devices} onChange={(devices) => form.type({ devices })} />
        <OwnChecklistField items={typed.checklist} onChange={(checklist) => form.type({ checklist })} />
        <SaveBar request={request} changed={changed} of={title} />
        {form.planId !== null && (!isBuiltIn || altered) && (
          <p>
            <Button kind="quiet" size="small" class="button-harm" onPress={() => setRestoring(true)}>
              {isBuiltIn ? words.restore : words.remove}
            </Button>
          </p>
        )}
      </form>
      <PlanPreview plan={shown} />
      {restoring && (
        <RestoreDialog model={model} open={open} name={title} basis={basis} onClose={() => setRestoring(false)} />
      )}
    </div>
  )
}
