// One person, open: the form of what they are, and what can be done about their sign-in.
import type { PeopleView, PersonView } from '#contract/people-admin'
import { words as texts } from '#text/people-admin'
import { words as problems } from '#text/problems'
import { useStore } from '../../../kit/store.ts'
import { typed as asTyped } from '../../../text/typed.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { ErrorSummary } from '../../../ui/error-summary/error-summary.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import { TextField } from '../../../ui/text-field/text-field.tsx'
import type { OpenPerson, PeopleModel } from '../people-model.ts'
import type { PersonFault, TypedPerson } from '../person-form.ts'
import { PersonSignIn } from './person-sign-in.tsx'
import { RightsFields } from './rights-fields.tsx'

const words = texts.form

const EMAIL_HINTS = {
  invited: words.emailHintInvited,
  active: words.emailHintTheirs,
  deactivated: words.emailHintTheirs,
} as const

export interface PersonDialogProps {
  model: PeopleModel
  open: OpenPerson
  /** Null: somebody who is not here yet. */
  person: PersonView | null
  view: PeopleView
}

export function PersonDialog({ model, open, person, view }: PersonDialogProps) {
  const { form } = open
  const { typed, faults, attempt, request, rights } = useStore(form.state)
  const nameOfService = (id: string) => view.services.find((one) => one.id === id)?.name ?? ''
  const said = faults.map((fault) => ({ fieldId: fieldOf(fault), text: faultWords(fault, nameOfService) }))
  const errorOf = (field: keyof TypedPerson) => said.find(({ fieldId }) => fieldId === `person-${field}`)?.text ?? null
  const field = (name: keyof TypedPerson, label: string, hint: string) => ({
    id: `person-${name}`,
    label,
    hint,
    value: typed[name],
    error: errorOf(name),
    onInput: (value: string) => form.type(name, value),
  })
  const gone = person?.status === 'deactivated'
  return (
    <Dialog open firm wide title={person ? asTyped(person.name) : words.inviteTitle} onClose={model.close}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void model.save()
        }}
      >
        {!person && <p class="soft">{words.inviteLead}</p>}
        <ErrorSummary attempt={attempt} errors={said} />
        <div class="people-form-who">
          <TextField {...field('name', words.name, words.nameHint)} maxLength={80} />
          <TextField {...field('title', words.title, words.titleHint)} maxLength={80} optional />
          <TextField
            {...field('email', words.email, person ? EMAIL_HINTS[person.status] : words.emailHint)}
            type="email"
            autocapitalize="none"
            maxLength={254}
            disabled={person !== null && person.status !== 'invited'}
          />
        </div>
        <RightsFields form={form} rights={rights} faults={faults} you={person?.you ?? false} />
        {request.kind === 'refused' && (
          <Notice kind="error" title={words.notDone} live="assertive">
            <p>{problems[request.refusal.code](request.refusal.detail)}</p>
          </Notice>
        )}
        <div class="people-form-end">
          <Button submit busy={request.kind === 'busy' && (person ? words.saving : words.sending)}>
            {person ? words.save : words.send}
          </Button>
          <Button kind="secondary" onPress={model.close}>
            {words.cancel}
          </Button>
          {person && !gone && <p class="soft small">{words.rightsNow}</p>}
        </div>
      </form>
      {person && !person.you && <PersonSignIn model={model} person={person} view={view} />}
    </Dialog>
  )
}

function fieldOf(fault: PersonFault): string {
  if ('serviceId' in fault) return `${fault.kind === 'no-area' ? 'areas' : 'roles'}-${fault.serviceId}`
  return `person-${fault.kind.split('-')[0]}`
}

function faultWords(fault: PersonFault, nameOf: (serviceId: string) => string): string {
  if ('serviceId' in fault) return words.faults[fault.kind](nameOf(fault.serviceId))
  return words.faults[fault.kind]
}
