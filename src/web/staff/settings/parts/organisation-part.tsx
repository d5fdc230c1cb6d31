// The organisation's form: its name, and in plain words what is deleted when.
import { words as people } from '#text/people'
import { words as texts } from '#text/settings'
import { useStore } from '../../../kit/store.ts'
import { ErrorSummary } from '../../../ui/error-summary/error-summary.tsx'
import { TextField } from '../../../ui/text-field/text-field.tsx'
import type { OrganisationField, OrganisationForm } from '../organisation-form.ts'
import { SaveBar } from './save-bar.tsx'

const words = texts.organisation
const WRONG: Record<OrganisationField, string> = {
  name: words.nameMissing,
  detailsMinutes: words.detailsWrong,
  signedNoteDays: words.notesWrong,
}

export function OrganisationPart({ form }: { form: OrganisationForm }) {
  const { typed, faults, attempt, request, changed } = useStore(form.state)
  const error = (field: OrganisationField) => (faults.includes(field) ? WRONG[field] : null)
  const minutes = Number(typed.detailsMinutes)
  return (
    <form
      id="organisation"
      class="settings-part stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.submit()
      }}
    >
      <h2>{words.title}</h2>
      <ErrorSummary
        attempt={attempt}
        errors={faults.map((field) => ({ fieldId: `organisation-${field}`, text: WRONG[field] }))}
      />
      <TextField
        id="organisation-name"
        label={words.name}
        maxLength={80}
        value={typed.name}
        error={error('name')}
        onInput={(value) => form.type('name', value)}
      />
      <h3>{words.retention}</h3>
      <TextField
        id="organisation-detailsMinutes"
        label={words.details}
        hint={words.detailsHint(
          Number.isFinite(minutes) && minutes > 0 ? people.longWait(minutes) : typed.detailsMinutes,
        )}
        width="short"
        inputMode="numeric"
        value={typed.detailsMinutes}
        error={error('detailsMinutes')}
        onInput={(value) => form.type('detailsMinutes', value)}
      />
      <TextField
        id="organisation-signedNoteDays"
        label={words.notes}
        hint={words.notesHint}
        width="short"
        inputMode="numeric"
        value={typed.signedNoteDays}
        error={error('signedNoteDays')}
        onInput={(value) => form.type('signedNoteDays', value)}
      />
      <SaveBar request={request} changed={changed} of={words.title} />
    </form>
  )
}
