// Where a one-time link leads: who is meant, and one password to choose.
import { SHORTEST_PASSWORD } from '#domain/person'
import { words } from '#text/link'
import { words as problems } from '#text/problems'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { ErrorSummary } from '../../ui/error-summary/error-summary.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import { TextField } from '../../ui/text-field/text-field.tsx'
import { SecondStep } from '../second-step/second-step.tsx'
import type { LinkModel, LinkState, PasswordFault } from './link-model.ts'
import '../sign-in/sign-in.scss'

export interface LinkProps {
  model: LinkModel
  /** Which of the two pages this is: a link that is over leads somewhere else on each. */
  kind: 'invitation' | 'reset'
}

export function Link({ model, kind }: LinkProps) {
  const state = useStore(model.state)
  const view = state.kind === 'open' ? state.view : null
  return (
    <Page organisation={view?.organisationName} sample={view?.sample}>
      {state.kind === 'looking' && <Spinner words={words.looking} large heading />}
      {state.kind === 'refused' && <Over model={model} state={state} kind={kind} />}
      {state.kind === 'second-step' && <SecondStep model={state.second} />}
      {state.kind === 'open' && <Choose model={model} state={state} />}
    </Page>
  )
}

type Refused = Extract<LinkState, { kind: 'refused' }>
type Open = Extract<LinkState, { kind: 'open' }>

function Over({ model, state, kind }: { model: LinkModel; state: Refused; kind: LinkProps['kind'] }) {
  const over = state.refusal.code === 'person/link-not-valid'
  if (state.refusal.code === 'access/provider-only')
    return (
      <div class="stack sign-in" role="alert">
        <h1>{words.notNow}</h1>
        <p>{problems[state.refusal.code](state.refusal.detail)}</p>
        <Button href="/staff" size="large">
          {words.toSignIn}
        </Button>
      </div>
    )
  if (!over)
    return (
      <Notice
        kind="error"
        title={words.notNow}
        heading
        live="assertive"
        actions={<Button onPress={() => void model.begin()}>{words.again}</Button>}
      >
        <p>{problems[state.refusal.code](state.refusal.detail)}</p>
      </Notice>
    )
  return (
    <div class="stack sign-in">
      <h1>{words.overTitle}</h1>
      <p>{words.overText[kind]}</p>
      {kind === 'reset' ? (
        <Button href="/staff/reset" size="large">
          {words.askAgain}
        </Button>
      ) : (
        <Button href="/staff" kind="secondary">
          {words.toSignIn}
        </Button>
      )}
    </div>
  )
}

function faultWords(fault: PasswordFault): string {
  return fault === 'too-short' ? words.faults['too-short'](SHORTEST_PASSWORD) : words.faults[fault]
}

function Choose({ model, state }: { model: LinkModel; state: Open }) {
  const { view, insteadOf, password, fault, attempt, sending, refusal } = state
  const wrong = fault && faultWords(fault)
  const invited = view.kind === 'invitation'
  return (
    <form
      class="stack sign-in"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void model.submit()
      }}
    >
      <div class="stack-s">
        <h1>{invited ? words.welcome(view.name) : words.newPassword}</h1>
        <p>{invited ? words.invitedLead(view.organisationName) : words.resetLead(view.name)}</p>
      </div>
      <ErrorSummary attempt={attempt} errors={wrong ? [{ fieldId: 'password', text: wrong }] : []} />
      {refusal && (
        <Notice key={attempt} kind="error" title={words.notNow} live="assertive">
          <p>{problems[refusal.code](refusal.detail)}</p>
        </Notice>
      )}
      {insteadOf && (
        <Notice kind="warning" title={words.insteadTitle(insteadOf)}>
          <p>{words.insteadText}</p>
        </Notice>
      )}
      <TextField
        id="email"
        label={words.email}
        hint={words.emailHint}
        type="email"
        autocomplete="username"
        value={view.email}
        disabled
        onInput={() => {}}
      />
      <TextField
        id="password"
        label={words.password}
        hint={words.passwordHint(SHORTEST_PASSWORD)}
        type="password"
        autocomplete="new-password"
        value={password}
        error={wrong}
        onInput={model.type}
      />
      <Button submit size="large" busy={sending && words.sending}>
        {words.submit}
      </Button>
    </form>
  )
}
