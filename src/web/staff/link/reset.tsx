// Asking for a new password, and what to do then.
import { words as texts } from '#text/link'
import { words as problems } from '#text/problems'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { ErrorSummary } from '../../ui/error-summary/error-summary.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Page } from '../../ui/page/page.tsx'
import { TextField } from '../../ui/text-field/text-field.tsx'
import type { ResetModel } from './reset-model.ts'
import '../sign-in/sign-in.scss'

const words = texts.ask

export function Reset({ model }: { model: ResetModel }) {
  const { askedFor } = useStore(model.state)
  return <Page>{askedFor === null ? <Form model={model} /> : <Asked model={model} email={askedFor} />}</Page>
}

function Form({ model }: { model: ResetModel }) {
  const { email, missing, attempt, sending, refusal } = useStore(model.state)
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
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </div>
      <ErrorSummary attempt={attempt} errors={missing ? [{ fieldId: 'email', text: words.missing }] : []} />
      {refusal && (
        <Notice key={attempt} kind="error" title={texts.notNow} live="assertive">
          <p>{problems[refusal.code](refusal.detail)}</p>
        </Notice>
      )}
      <TextField
        id="email"
        label={texts.email}
        type="email"
        autocomplete="username"
        autocapitalize="none"
        value={email}
        error={missing ? words.missing : null}
        onInput={model.type}
      />
      <Button submit size="large" busy={sending && words.sending}>
        {words.submit}
      </Button>
      <p>
        <a href="/staff">{words.back}</a>
      </p>
    </form>
  )
}

function Asked({ model, email }: { model: ResetModel; email: string }) {
  return (
    <div class="stack sign-in">
      <h1>{words.askedTitle}</h1>
      <p>{words.askedText(email)}</p>
      <ul class="stack-s">
        {words.askedHints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
      <div class="stack-s">
        <Button href="/staff" wide>
          {words.back}
        </Button>
        <Button kind="quiet" wide onPress={model.again}>
          {words.other}
        </Button>
      </div>
    </div>
  )
}
