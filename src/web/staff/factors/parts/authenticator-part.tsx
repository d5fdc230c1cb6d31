// The authenticator app: whether there is one, setting one up, taking it away.
import { useState } from 'preact/hooks'
import type { FactorsView } from '#contract/factors'
import { words as texts } from '#text/factors'
import { words as dates } from '#text/people'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import type { FactorsModel } from '../factors-model.ts'
import { Sure } from './sure.tsx'

const words = texts.authenticator

export function AuthenticatorPart({ model, view }: { model: FactorsModel; view: FactorsView }) {
  const doing = useStore(model.acting.request)
  const [sure, setSure] = useState(false)
  const busy = doing.kind === 'busy'
  const { authenticator } = view
  return (
    <section class="factor stack-s">
      <h2>{words.title}</h2>
      <p>{authenticator ? words.since(dates.date(authenticator.since)) : words.none}</p>
      {sure && authenticator ? (
        <Sure
          title={words.sure}
          text={words.sureText}
          press={words.remove}
          busy={busy}
          onPress={() => void model.removeAuthenticator().then(() => setSure(false))}
          onKeep={() => setSure(false)}
        />
      ) : (
        <div class="factor-acts">
          <Button
            kind={authenticator ? 'secondary' : 'primary'}
            size="small"
            busy={busy && texts.doing}
            onPress={() => void model.beginAuthenticator()}
          >
            {authenticator ? words.another : words.setUp}
          </Button>
          {authenticator && (
            <Button
              kind="quiet"
              size="small"
              class="button-harm"
              label={words.removeLong}
              onPress={() => setSure(true)}
            >
              {words.remove}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
