// One form of one's own details: its fields, what is wrong, and what came of it.
import type { ComponentChildren } from 'preact'
import { SHORTEST_PASSWORD } from '#domain/person'
import { words } from '#text/account'
import { words as problems } from '#text/problems'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary/error-summary.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import { TextField } from '../../../ui/text-field/text-field.tsx'
import type { OwnFault, OwnField, OwnForm } from '../own-form.ts'

export interface OwnPartProps {
  id: string
  form: OwnForm
  texts: { title: string; save: string; saving: string; saved?: string }
  fields: readonly { field: OwnField; label: string; hint?: string; autocomplete: string }[]
  children?: ComponentChildren
}

const TYPES = { name: 'text', email: 'email', password: 'password', next: 'password' } as const

function faultWords(fault: OwnFault): string {
  return fault === 'too-short' ? words.faults['too-short'](SHORTEST_PASSWORD) : words.faults[fault]
}

export function OwnPart({ id, form, texts, fields, children }: OwnPartProps) {
  const { typed, faults, attempt, sending, saved, refusal } = useStore(form.state)
  return (
    <section class="own-part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{texts.title}</h2>
      {children}
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void form.submit()
        }}
      >
        <ErrorSummary
          attempt={attempt}
          errors={faults.map(({ field, fault }) => ({ fieldId: `${id}-${field}`, text: faultWords(fault) }))}
        />
        {refusal && (
          <Notice key={attempt} kind="error" title={words.notSaved} live="assertive">
            <p>{problems[refusal.code](refusal.detail)}</p>
          </Notice>
        )}
        {fields.map(({ field, label, hint, autocomplete }) => {
          const wrong = faults.find((one) => one.field === field)
          return (
            <TextField
              key={field}
              id={`${id}-${field}`}
              label={label}
              hint={hint}
              type={TYPES[field]}
              autocomplete={autocomplete}
              autocapitalize={field === 'email' ? 'none' : undefined}
              value={typed[field]}
              error={wrong && faultWords(wrong.fault)}
              onInput={(value) => form.type(field, value)}
            />
          )
        })}
        <Button submit kind="secondary" busy={sending && texts.saving}>
          {texts.save}
        </Button>
        <p role="status" class="own-saved">
          {saved && texts.saved}
        </p>
      </form>
    </section>
  )
}
