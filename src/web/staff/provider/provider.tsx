// What somebody sees on the way to their organisation's own sign-in and back: where they are, or what to do next.
import { words as problems } from '#text/problems'
import { words } from '#text/provider'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import { ASK_WHO, type ProviderModel } from './provider-model.ts'
import '../sign-in/sign-in.scss'

export function Provider({ model }: { model: ProviderModel }) {
  const state = useStore(model.state)
  return (
    <Page>
      {state.kind === 'going' && <Spinner words={words.going} large />}
      {state.kind === 'coming' && <Spinner words={words.coming} large />}
      {state.kind === 'refused' && (
        <div class="stack sign-in" role="alert">
          <h1>{words.refusedTitle}</h1>
          <p>{problems[state.refusal.code](state.refusal.detail)}</p>
          <div class="stack-s">
            <Button wide onPress={() => void model.again()}>
              {ASK_WHO.includes(state.refusal.code) ? words.other : words.again}
            </Button>
            <Button kind="quiet" wide href="/staff">
              {words.toSignIn}
            </Button>
          </div>
        </div>
      )}
      {state.kind === 'beside' && (
        <div class="stack sign-in" role="status">
          <h1>{words.besideTitle(state.name)}</h1>
          <p>{words.besideText}</p>
        </div>
      )}
    </Page>
  )
}
