// Where the letter to a new address leads: one press, and it is the one to sign in with.
import { words as texts } from '#text/account'
import { words as problems } from '#text/problems'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import type { ConfirmEmailModel } from './confirm-email-model.ts'
import './account.scss'

const words = texts.confirm

export function ConfirmEmail({ model }: { model: ConfirmEmailModel }) {
  const state = useStore(model.state)
  const back = <Button href="/staff/account">{words.back}</Button>
  return (
    <div class="work-page own-details stack">
      <h1>{words.title}</h1>
      {state.kind === 'done' && <Notice kind="success" title={words.done(state.email)} live="polite" actions={back} />}
      {state.kind === 'over' && (
        <Notice kind="warning" title={words.over} live="polite" actions={back}>
          <p>{words.overText}</p>
        </Notice>
      )}
      {state.kind === 'refused' && (
        <Notice kind="error" title={texts.notSaved} live="assertive">
          <p>{problems[state.refusal.code](state.refusal.detail)}</p>
        </Notice>
      )}
      {(state.kind === 'ready' || state.kind === 'sending' || state.kind === 'refused') && (
        <>
          <p>{words.lead}</p>
          <p>
            <Button busy={state.kind === 'sending' && words.saving} onPress={() => void model.confirm()}>
              {words.save}
            </Button>
          </p>
        </>
      )}
    </div>
  )
}
