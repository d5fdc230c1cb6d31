// Setting an authenticator app up: its picture, the same to type, and the first code.
import { words as texts } from '#text/factors'
import { words as problems } from '#text/problems'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Disclosure } from '../../../ui/disclosure/disclosure.tsx'
import { ErrorSummary } from '../../../ui/error-summary/error-summary.tsx'
import { AuthenticatorCode } from '../../second-step/authenticator-code.tsx'
import type { FactorsModel, SetUp } from '../factors-model.ts'

const words = texts.setUp
const FIELD = 'authenticator-code'
/** Readers need four squares of white around it. */
const QUIET = 4

export function AuthenticatorSetUp({ model, setUp }: { model: FactorsModel; setUp: SetUp }) {
  const doing = useStore(model.acting.request)
  const { ask, code, missing, attempt } = setUp
  const refused = doing.kind === 'refused' ? problems[doing.refusal.code](doing.refusal.detail) : null
  const wrong = missing ? words.missing : refused
  const side = ask.qr.size + 2 * QUIET
  return (
    <form
      class="factor stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void model.confirmAuthenticator()
      }}
    >
      <h1>{words.title}</h1>
      <ErrorSummary attempt={attempt} errors={wrong ? [{ fieldId: FIELD, text: wrong }] : []} />
      <p>{words.scan}</p>
      <svg
        class="factor-qr"
        role="img"
        aria-label={words.picture}
        viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
        shape-rendering="crispEdges"
      >
        <path d={ask.qr.path} />
      </svg>
      <Disclosure summary={words.byHand}>
        <p>
          <a href={ask.uri}>{words.onThisDevice}</a>
        </p>
        <p>{words.byHandText}</p>
        <p class="factor-secret">{ask.secret}</p>
      </Disclosure>
      <AuthenticatorCode id={FIELD} code={code} error={wrong} onInput={model.type} />
      <div class="factor-acts">
        <Button submit busy={doing.kind === 'busy' && words.confirming}>
          {words.confirm}
        </Button>
        <Button kind="secondary" onPress={model.cancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
