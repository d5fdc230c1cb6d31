// How patients get to a waiting area: link, short code, poster, and the button for a website.
import { useEffect } from 'preact/hooks'
import type { AreaWelcome } from '#contract/area'
import { words as problems } from '#text/problems'
import { words } from '#text/ways-in'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { codeInParts } from './code-words.ts'
import { OnlyHere } from './parts/only-here.tsx'
import { WebsiteButton } from './parts/website-button.tsx'
import type { WaysInModel } from './ways-in-model.ts'
import './ways-in.scss'

export function WaysIn({ model }: { model: WaysInModel }) {
  const state = useStore(model.state)
  useEffect(() => void model.look(), [model])
  if (state.kind === 'looking') return <Spinner words={words.looking} large />
  if (state.kind === 'refused')
    return (
      <div class="work-page stack">
        <h1>{words.title}</h1>
        <Notice
          kind="error"
          title={words.failed}
          live="assertive"
          actions={
            <Button kind="secondary" size="small" onPress={() => void model.look()}>
              {words.again}
            </Button>
          }
        >
          <p>{problems[state.refusal.code](state.refusal.detail)}</p>
        </Notice>
      </div>
    )
  return <Ways model={model} welcome={state.welcome} />
}

function Ways({ model, welcome }: { model: WaysInModel; welcome: AreaWelcome }) {
  return (
    <div class="work-page ways-in">
      <h1>{words.pageOf(welcome.name)}</h1>
      <OnlyHere model={model} />
      <section class="settings-part stack-s">
        <h2>{words.link}</h2>
        <p class="soft">{words.linkHint}</p>
        <div class="link-line">
          <code>{model.link}</code>
          <CopyButton text={model.link}>{words.copyCode}</CopyButton>
        </div>
        <h3>{words.code}</h3>
        <p class="soft">{words.codeHint(location.host)}</p>
        <div class="link-line">
          <code class="ways-in-code">{codeInParts(welcome.shortCode)}</code>
          <CopyButton text={codeInParts(welcome.shortCode)} label={words.copyCodeLong}>
            {words.copyCode}
          </CopyButton>
        </div>
      </section>
      <section class="settings-part stack-s">
        <h2>{words.poster.title}</h2>
        <p>{words.poster.text}</p>
        <p>
          <Button kind="secondary" size="small" href={`/staff/areas/${welcome.slug}/poster`}>
            {words.poster.open}
          </Button>
        </p>
      </section>
      <WebsiteButton model={model} welcome={welcome} />
    </div>
  )
}
