// The dialog that asks somebody to prove again who they are. It lies over whatever they were doing, which goes on after it.
import { useEffect } from 'preact/hooks'
import { words } from '#text/proof'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { ErrorSummary } from '../../ui/error-summary/error-summary.tsx'
import { TextField } from '../../ui/text-field/text-field.tsx'
import { AuthenticatorCode } from '../second-step/authenticator-code.tsx'
import { PasskeyButton } from '../second-step/passkey-button.tsx'
import { Refused } from '../second-step/refused.tsx'
import type { ProofAsked, ProofModel } from './proof-model.ts'

const FIELD = 'proof-typed'

/** `provider`: what the organisation's own sign-in is called; null where that is not known. */
export function Proof({ model, provider }: { model: ProofModel; provider: string | null }) {
  const asked = useStore(model.asked)
  // After the dialog's own, which goes to its title.
  useEffect(() => document.getElementById(FIELD)?.focus(), [asked?.way])
  if (!asked) return null
  return (
    <Dialog open firm title={words.title} onClose={model.cancel}>
      <Ways model={model} asked={asked} provider={provider} />
    </Dialog>
  )
}

function Ways({ model, asked, provider }: { model: ProofModel; asked: ProofAsked; provider: string | null }) {
  const { way, instead, passkey, fault, attempt, sending, refusal } = asked
  const wrong = way && fault ? words[fault][way] : null
  // Whoever comes back from the second tab has done it there, or is asked again.
  useEffect(() => {
    addEventListener('focus', model.comeBack)
    return () => removeEventListener('focus', model.comeBack)
  }, [model])
  const nothing = !way && !passkey && !asked.provider
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void model.submit()
      }}
    >
      <p>{nothing ? words.none : words.lead}</p>
      <ErrorSummary attempt={attempt} errors={wrong ? [{ fieldId: FIELD, text: wrong }] : []} />
      {refusal && <Refused key={attempt} refusal={refusal} title={words.refusedTitle} tooMany={words.tooManyTitle} />}
      {way === 'password' && (
        <TextField
          id={FIELD}
          label={words.password}
          type="password"
          autocomplete="current-password"
          value={asked.typed}
          error={wrong}
          onInput={model.type}
        />
      )}
      {way === 'authenticator' && (
        <AuthenticatorCode id={FIELD} code={asked.typed} error={wrong} onInput={model.type} />
      )}
      {way && (
        <Button submit busy={sending && words.sending}>
          {words.submit}
        </Button>
      )}
      {asked.provider && (
        <div class="stack-s">
          {/* biome-ignore lint/a11y/useValidAnchor: it goes to a page; the press is only noted besides. */}
          <a
            class={`button button-wide ${way ? 'button-secondary' : 'button-primary'}`}
            href="/staff/provider#prove"
            target="_blank"
            rel="noopener"
            onClick={model.goAside}
          >
            <span>{provider ? words.provider(provider) : words.providerUnnamed}</span>
          </a>
          <p class="soft small">{words.beside}</p>
        </div>
      )}
      {passkey && <PasskeyButton model={passkey} words={{ press: words.passkey, notDone: words.refusedTitle }} />}
      {instead.map((other) => (
        <Button key={other} kind="secondary" onPress={() => model.choose(other)}>
          {words.instead[other]}
        </Button>
      ))}
      <Button kind="quiet" onPress={model.cancel}>
        {words.cancel}
      </Button>
    </form>
  )
}
