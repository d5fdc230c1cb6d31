// The page on which administrators set how people sign in.
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { SignInSettings as View } from '#contract/provider'
import { words as texts } from '#text/provider'
import { useStore } from '../../kit/store.ts'
import { Notice } from '../../ui/notice/notice.tsx'
import { LoadState } from '../parts/load-state.tsx'
import { GroupRules } from './parts/group-rules.tsx'
import { ProviderOnly } from './parts/provider-only.tsx'
import type { SignInSettingsModel } from './sign-in-settings-model.ts'
import '../settings/settings.scss'
import './sign-in-settings.scss'

const words = texts.page

/** `children`: what is set about sign-ins with or without a provider. */
export function SignInSettings({ model, children }: { model: SignInSettingsModel; children: ComponentChildren }) {
  const state = useStore(model.state)
  useEffect(() => void model.load(), [model])
  return (
    <div class="work-page sign-in-settings">
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      <LoadState state={state} words={words} onAgain={() => void model.load()} />
      {state.kind === 'loaded' && !state.view.provider && (
        <Notice title={words.noneTitle}>
          <p>{words.noneText}</p>
        </Notice>
      )}
      {state.kind === 'loaded' && state.view.provider && (
        <div class="settings-forms">
          <ProviderFacts provider={state.view.provider} />
          <GroupRules model={model} state={state} />
          <ProviderOnly model={model} name={state.view.provider.name} only={state.view.only} />
        </div>
      )}
      <div class="settings-forms">{children}</div>
    </div>
  )
}

function ProviderFacts({ provider }: { provider: NonNullable<View['provider']> }) {
  const { name, issuer, redirectUri, logoutUri, afterLogoutUri } = provider
  return (
    <section class="settings-part stack-s" aria-labelledby="provider-title">
      <h2 id="provider-title">{words.provider}</h2>
      <p>{words.providerText(name)}</p>
      <p>{words.who}</p>
      <dl class="provider-facts">
        <dt>{words.issuer}</dt>
        <dd>{issuer}</dd>
      </dl>
      <h3>{words.addresses}</h3>
      <dl class="provider-facts">
        <dt>{words.redirect}</dt>
        <dd>{redirectUri}</dd>
        <dt>{words.logout}</dt>
        <dd>{logoutUri}</dd>
        <dt>{words.afterLogout}</dt>
        <dd>{afterLogoutUri}</dd>
      </dl>
    </section>
  )
}
