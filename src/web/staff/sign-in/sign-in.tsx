// Signing in, also over a page whose person was signed out while they worked.
import { useEffect } from 'preact/hooks'
import type { Me } from '#contract/people'
import { words as texts } from '#text/entrance'
import { words as providers } from '#text/provider'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { ErrorSummary } from '../../ui/error-summary/error-summary.tsx'
import { Page } from '../../ui/page/page.tsx'
import { TextField } from '../../ui/text-field/text-field.tsx'
import { PasskeyButton } from '../second-step/passkey-button.tsx'
import { Refused } from '../second-step/refused.tsx'
import { SecondStep } from '../second-step/second-step.tsx'
import { ProviderWay } from './provider-way.tsx'
import type { SignInModel } from './sign-in-model.ts'
import type { WaysModel } from './ways-model.ts'
import './sign-in.scss'

const words = texts.signIn

export interface SignInProps {
  model: SignInModel
  ways: WaysModel
  /** Whose work is kept behind this page; null on a plain sign-in. */
  interrupted: Me | null
}

export function SignIn({ model, ways, interrupted }: SignInProps) {
  const { provider, passwords } = useStore(ways.ways)
  useEffect(() => void ways.load(), [ways])
  const { email, password, missing, attempt, sending, refusal, second } = useStore(model.state)
  const missingWords = { email: words.missingEmail, password: words.missingPassword }
  const errors = missing.map((field) => ({ fieldId: field, text: missingWords[field] }))
  if (second)
    return (
      <Page organisation={interrupted?.organisationName} sample={interrupted?.sample}>
        <SecondStep model={second} />
      </Page>
    )
  return (
    <Page organisation={interrupted?.organisationName} sample={interrupted?.sample}>
      <form
        class="stack sign-in"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void model.submit()
        }}
      >
        <h1>{interrupted ? words.interruptedTitle : words.title}</h1>
        {interrupted && <p>{words.interruptedLead}</p>}
        <ErrorSummary errors={errors} attempt={attempt} />
        {refusal && <Refused key={attempt} refusal={refusal} title={words.refusedTitle} tooMany={words.tooManyTitle} />}
        {provider && <ProviderWay name={provider.name} beside={interrupted !== null} />}
        {passwords && (
          <>
            {provider && <p class="sign-in-or">{providers.or}</p>}
            <TextField
              id="email"
              label={words.email}
              type="email"
              autocomplete="username"
              autocapitalize="none"
              value={email}
              error={missing.includes('email') ? words.missingEmail : null}
              onInput={(value) => model.type('email', value)}
            />
            <TextField
              id="password"
              label={words.password}
              type="password"
              autocomplete="current-password"
              value={password}
              error={missing.includes('password') ? words.missingPassword : null}
              onInput={(value) => model.type('password', value)}
            />
            <Button submit size="large" kind={provider ? 'secondary' : 'primary'} busy={sending && words.sending}>
              {words.submit}
            </Button>
            {model.passkey && <PasskeyButton model={model.passkey} />}
            <p>
              <a
                href="/staff/reset"
                target={interrupted ? '_blank' : undefined}
                rel={interrupted ? 'noopener' : undefined}
              >
                {words.forgotten}
              </a>
            </p>
          </>
        )}
        {!interrupted && (
          <p>
            <a href="/">{words.back}</a>
          </p>
        )}
      </form>
    </Page>
  )
}
