// One waiting area's form: what patients read, what they are asked, and when it is open.
import { LinkLine } from '../../../staff/parts/link-line.tsx'
import { useStore } from '../../../store.ts'
import { words as texts } from '../../../text/settings.ts'
import { ErrorSummary } from '../../../ui/error-summary/error-summary.tsx'
import { TextArea } from '../../../ui/text-area/text-area.tsx'
import { TextField } from '../../../ui/text-field/text-field.tsx'
import type { PlanCatalogue } from '../../plans/plan-catalogue-model.ts'
import type { AreaForm } from '../area-form.ts'
import { AreaPlan } from './area-plan.tsx'
import { AskedFields } from './asked-fields.tsx'
import { HoursEditor } from './hours-editor.tsx'
import { faultId, faultWords } from './hours-words.ts'
import { SaveBar } from './save-bar.tsx'

const words = texts.area

export function AreaPart({ form, plans }: { form: AreaForm; plans: PlanCatalogue }) {
  const { typed, nameMissing, hoursFaults, attempt, doing, changed } = useStore(form.state)
  const id = (field: string) => `${form.slug}-${field}`
  const errors = [
    ...(nameMissing ? [{ fieldId: id('name'), text: words.nameMissing }] : []),
    ...hoursFaults.map((fault) => ({ fieldId: faultId(form.slug, fault), text: faultWords(fault) })),
  ]
  return (
    <form
      id={`area-${form.slug}`}
      class="settings-part stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.submit()
      }}
    >
      <div>
        <p class="soft small">{words.kind}</p>
        <h2>{words.title(typed.name, form.serviceName)}</h2>
      </div>
      <ErrorSummary attempt={attempt} errors={errors} />
      <div>
        <p class="field-label">{words.link}</p>
        <p class="field-hint">{words.linkHint}</p>
        <LinkLine slug={form.slug} />
      </div>
      <TextField
        id={id('name')}
        label={words.name}
        maxLength={80}
        value={typed.name}
        error={nameMissing ? words.nameMissing : null}
        onInput={(name) => form.type({ name })}
      />
      <TextArea
        id={id('about')}
        label={words.about}
        hint={words.aboutHint}
        limit={600}
        value={typed.about}
        onInput={(about) => form.type({ about })}
      />
      <AreaPlan planId={typed.planId} plans={plans} onChoose={(planId) => form.type({ planId })} />
      <AskedFields id={id('fields')} fields={typed.fields} onChange={(fields) => form.type({ fields })} />
      <TextArea
        id={id('consent')}
        label={words.consent}
        hint={words.consentHint}
        rows={4}
        limit={1200}
        value={typed.consent}
        onInput={(consent) => form.type({ consent })}
      />
      <TextField
        id={id('phone')}
        label={words.supportPhone}
        hint={words.supportPhoneHint}
        type="tel"
        width="half"
        maxLength={40}
        value={typed.supportPhone}
        onInput={(supportPhone) => form.type({ supportPhone })}
      />
      <TextArea
        id={id('after')}
        label={words.afterText}
        hint={words.afterTextHint}
        limit={600}
        value={typed.afterText}
        onInput={(afterText) => form.type({ afterText })}
      />
      <HoursEditor
        slug={form.slug}
        hours={typed.hours}
        faults={hoursFaults}
        onChange={(hours) => form.type({ hours })}
      />
      <SaveBar doing={doing} changed={changed} of={typed.name} />
    </form>
  )
}
