// The button that signs in with a passkey, and what to do when that did not go.
import { words as texts } from '#text/factors'
import { words as problems } from '#text/problems'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { KeyIcon } from '../../ui/icon/key.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import type { PasskeySignIn } from './passkey-sign-in.ts'

const words = texts.passkeySignIn
const SIGN_IN = { press: words.press, notDone: words.notSigned }

export function PasskeyButton({ model, words: own = SIGN_IN }: { model: PasskeySignIn; words?: typeof SIGN_IN }) {
  const state = useStore(model.state)
  return (
    <div class="stack-s">
      {state.kind === 'not-signed' && (
        <Notice kind="warning" title={own.notDone} live="assertive">
          <p>{words[state.why]}</p>
        </Notice>
      )}
      {state.kind === 'refused' && (
        <Notice kind="error" title={own.notDone} live="assertive">
          <p>{problems[state.refusal.code](state.refusal.detail)}</p>
        </Notice>
      )}
      <Button
        kind="secondary"
        icon={<KeyIcon size={20} />}
        busy={state.kind === 'busy' && words.busy}
        onPress={() => void model.begin()}
      >
        {own.press}
      </Button>
    </div>
  )
}
