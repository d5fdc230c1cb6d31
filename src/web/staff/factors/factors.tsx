// One's own sign-in: the second steps there are, one that is being set up, or the recovery codes that are shown once.
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { FactorsView } from '#contract/factors'
import type { Me } from '#contract/people'
import { words } from '#text/factors'
import { words as problems } from '#text/problems'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { LoadState } from '../parts/load-state.tsx'
import type { FactorsModel } from './factors-model.ts'
import { AuthenticatorPart } from './parts/authenticator-part.tsx'
import { AuthenticatorSetUp } from './parts/authenticator-set-up.tsx'
import { CodesPart } from './parts/codes-part.tsx'
import { NewCodes } from './parts/new-codes.tsx'
import { PasskeysPart } from './parts/passkeys-part.tsx'
import './factors.scss'

export interface FactorsProps {
  model: FactorsModel
  /** Somebody who has to set one up before anything else. */
  enrolling?: { readonly me: Me; readonly onSignOut: () => Promise<void> }
  /** What else there is about one's sign-in. */
  children?: ComponentChildren
}

export function Factors({ model, enrolling, children }: FactorsProps) {
  const state = useStore(model.state)
  const setUp = useStore(model.setUp)
  const codes = useStore(model.codes)
  useEffect(() => {
    // New codes stay until somebody has kept them, and what is being set up stays.
    if (!model.codes.get() && !model.setUp.get()) void model.load()
  }, [model])
  return (
    <div class={enrolling ? 'factors' : 'work-page factors'}>
      <LoadState state={state} words={words} onAgain={() => void model.load()} />
      {state.kind === 'loaded' &&
        (codes ? (
          <NewCodes codes={codes} email={state.view.email} onKept={model.codesKept} />
        ) : setUp ? (
          <AuthenticatorSetUp model={model} setUp={setUp} />
        ) : (
          <All model={model} view={state.view} enrolling={enrolling}>
            {children}
          </All>
        ))}
    </div>
  )
}

function All({ model, view, enrolling, children }: FactorsProps & { view: FactorsView }) {
  const told = useStore(model.told)
  const doing = useStore(model.acting.request)
  return (
    <div class="stack">
      <div class="stack-s">
        <h1>{enrolling ? words.enrol.title : words.title}</h1>
        <p class="soft">{enrolling ? words.enrol.lead(enrolling.me.organisationName) : words.lead}</p>
      </div>
      {told && <Notice kind="success" title={words.told[told]} live="polite" />}
      {doing.kind === 'refused' && (
        <Notice kind="error" title={words.notDone} live="assertive">
          <p>{problems[doing.refusal.code](doing.refusal.detail)}</p>
        </Notice>
      )}
      {view.providerOnly && (
        <Notice title={words.providerOnly}>
          <p>{words.providerOnlyText}</p>
        </Notice>
      )}
      <AuthenticatorPart model={model} view={view} />
      <PasskeysPart model={model} view={view} />
      {(view.authenticator || view.passkeys.length > 0) && <CodesPart model={model} left={view.recoveryCodesLeft} />}
      {children}
      {enrolling ? (
        <p class="factor-leave">
          <Button kind="quiet" onPress={() => void model.acting.run(enrolling.onSignOut)}>
            {words.enrol.signOut}
          </Button>
        </p>
      ) : (
        <p class="soft small">
          {words.letter} {view.required && words.required}
        </p>
      )}
    </div>
  )
}
