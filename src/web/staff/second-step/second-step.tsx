// The second step at sign-in: one field, what else would do, and the way back to the beginning.
import { useLayoutEffect } from 'preact/hooks'
import { words as texts } from '#text/factors'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { ErrorSummary } from '../../ui/error-summary/error-summary.tsx'
import { TextField } from '../../ui/text-field/text-field.tsx'
import { AuthenticatorCode } from './authenticator-code.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { Refused } from './refused.tsx'
import type { SecondStepModel, TypedWay } from './second-step-model.ts'
import '../sign-in/sign-in.scss'

const words = texts.step
const FIELD = 'second-step-code'

export function SecondStep({ model }: { model: SecondStepModel }) {
  const { way, instead, code, fault, attempt, sending, refusal, over } = useStore(model.state)
  // Whoever comes here has just pressed "Sign in" and wants to type on.
  useLayoutEffect(() => document.getElementById(FIELD)?.focus(), [way])
  const wrong = way && fault ? words[fault][way] : null
  return (
    <form
      class="stack sign-in"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void model.submit()
      }}
    >
      <h1>{words.title}</h1>
      <p>{words.leads[way ?? (model.passkey ? 'passkey' : 'none')]}</p>
      <ErrorSummary attempt={attempt} errors={wrong ? [{ fieldId: FIELD, text: wrong }] : []} />
      {refusal && <Refused key={attempt} refusal={refusal} title={words.refusedTitle} tooMany={words.tooManyTitle} />}
      {way && !over && (
        <>
          <CodeField key={way} way={way} code={code} error={wrong} onInput={model.type} />
          <Button submit size="large" busy={sending && words.sending}>
            {words.submit}
          </Button>
        </>
      )}
      {model.passkey && !over && <PasskeyButton model={model.passkey} />}
      <div class="second-step-instead">
        {!over &&
          instead.map((other) => (
            <Button key={other} kind="secondary" onPress={() => model.choose(other)}>
              {words.instead[other]}
            </Button>
          ))}
        <Button kind={over ? 'primary' : 'quiet'} onPress={model.beginAgain}>
          {words.over}
        </Button>
      </div>
      {way === 'recovery' && <p class="soft small">{words.lost}</p>}
    </form>
  )
}

interface CodeFieldProps {
  way: TypedWay
  code: string
  error: string | null
  onInput: (code: string) => void
}

function CodeField({ way, code, error, onInput }: CodeFieldProps) {
  return way === 'authenticator' ? (
    <AuthenticatorCode id={FIELD} code={code} error={error} onInput={onInput} />
  ) : (
    <TextField
      id={FIELD}
      label={words.recoveryCode}
      hint={words.recoveryHint}
      width="half"
      autocapitalize="none"
      maxLength={32}
      value={code}
      error={error}
      onInput={onInput}
    />
  )
}
