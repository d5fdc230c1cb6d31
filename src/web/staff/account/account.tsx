// The page of one's own details: name, e-mail address, password, and the address for one's own calendar.
import { useEffect } from 'preact/hooks'
import type { AccountView } from '#contract/account'
import { SHORTEST_PASSWORD } from '#domain/person'
import { words } from '#text/account'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { LoadState } from '../parts/load-state.tsx'
import type { AccountModel, AccountState } from './account-model.ts'
import type { CalendarFeedModel } from './calendar-feed-model.ts'
import { CalendarPart } from './parts/calendar-part.tsx'
import { OwnPart } from './parts/own-part.tsx'
import './account.scss'

export interface AccountProps {
  model: AccountModel
  /** Null: of somebody who sees no appointments. */
  calendar: CalendarFeedModel | null
}

export function Account({ model, calendar }: AccountProps) {
  const state = useStore(model.state)
  useEffect(() => void model.load(), [model])
  return (
    <div class="work-page own-details">
      <h1>{words.title}</h1>
      <LoadState state={state} words={words} onAgain={() => void model.load()} />
      {state.kind === 'loaded' && <Parts model={model} state={state} />}
      {state.kind === 'loaded' && calendar && <CalendarPart model={calendar} />}
    </div>
  )
}

function Parts({ model, state }: { model: AccountModel; state: Extract<AccountState, { kind: 'loaded' }> }) {
  const { view, name, email, password } = state
  const now = { field: 'password', label: words.now, autocomplete: 'current-password' } as const
  return (
    <>
      <OwnPart
        id="own-name"
        form={name}
        texts={words.name}
        fields={[{ field: 'name', label: words.name.label, hint: words.name.hint, autocomplete: 'name' }]}
      />
      {view.sample && <Notice title={words.sample} />}
      {email && (
        <OwnPart
          id="own-email"
          form={email}
          texts={words.email}
          fields={[{ field: 'email', label: words.email.label, hint: words.email.hint, autocomplete: 'email' }, now]}
        >
          <p>{words.email.lead(view.email)}</p>
          {view.nextEmail !== null && <Waiting model={model} view={view} email={view.nextEmail} />}
        </OwnPart>
      )}
      {password && (
        <OwnPart
          id="own-password"
          form={password}
          texts={words.password}
          fields={[
            now,
            {
              field: 'next',
              label: words.password.label,
              hint: words.password.hint(SHORTEST_PASSWORD),
              autocomplete: 'new-password',
            },
          ]}
        >
          <p>{words.password.lead}</p>
        </OwnPart>
      )}
    </>
  )
}

function Waiting({ model, view, email }: { model: AccountModel; view: AccountView; email: string }) {
  const doing = useStore(model.cancelling.request)
  return (
    <Notice
      title={words.email.waiting(email)}
      live="polite"
      actions={
        <Button
          kind="secondary"
          size="small"
          busy={doing.kind === 'busy' && words.email.cancelling}
          onPress={() => void model.cancelEmail()}
        >
          {words.email.cancel}
        </Button>
      }
    >
      <p>{words.email.waitingText}</p>
      {!view.sends && <p>{words.email.waitingKept}</p>}
    </Notice>
  )
}
