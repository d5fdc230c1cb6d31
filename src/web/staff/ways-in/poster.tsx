// The poster of a waiting area, as it is printed: one A4 page. On screen it is the same sheet with a button to print it.
import { useEffect } from 'preact/hooks'
import type { AreaWelcome } from '#contract/area'
import { words } from '#text/poster'
import { words as problems } from '#text/problems'
import { words as staff } from '#text/ways-in'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Mark } from '../../ui/page/mark.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import { hourLines } from '../settings/setting-summary.ts'
import { codeInParts } from './code-words.ts'
import { OnlyHere } from './parts/only-here.tsx'
import type { Square } from './square.ts'
import type { WaysInModel } from './ways-in-model.ts'
import './poster.scss'

export function Poster({ model }: { model: WaysInModel }) {
  const state = useStore(model.state)
  useEffect(() => void model.look(), [model])
  if (state.kind === 'looking') return <Spinner words={staff.looking} large />
  if (state.kind === 'refused')
    return (
      <div class="work-page">
        <Notice kind="error" title={staff.failed} live="assertive">
          <p>{problems[state.refusal.code](state.refusal.detail)}</p>
        </Notice>
      </div>
    )
  const { welcome, square } = state
  return (
    <div class="poster-page">
      <div class="poster-acts no-print">
        <Button onPress={() => print()}>{staff.poster.print}</Button>
        <Button kind="quiet" href={`/staff/areas/${welcome.slug}`}>
          {staff.poster.back}
        </Button>
        <p class="soft small">{staff.poster.paper}</p>
      </div>
      <OnlyHere model={model} />
      <Sheet welcome={welcome} square={square} link={model.link} />
    </div>
  )
}

export function Sheet({ welcome, square, link }: { welcome: AreaWelcome; square: Square; link: string }) {
  const { name, organisationName, serviceName, logo, shortCode, support } = welcome
  const spoken = link.replace(/^https?:\/\//, '')
  const hours = hourLines(welcome.openBlocks)
  const host = spoken.split('/')[0] ?? ''
  const help = [support.phone && words.phone(support.phone), support.email && words.email(support.email)].filter(
    Boolean,
  )
  return (
    <section class="poster" aria-label={staff.poster.preview}>
      <div class={name.length > 32 || spoken.length > 40 ? 'poster-sheet poster-tight' : 'poster-sheet'}>
        <header class="poster-head">
          {logo ? <img class="poster-logo" src={logo} alt="" /> : <Mark />}
          <p>
            <strong>{organisationName}</strong>
            {serviceName !== name && <span>{serviceName}</span>}
          </p>
        </header>
        {welcome.sample && <p class="poster-sample">{words.sample}</p>}
        <p class="poster-kicker">{words.kicker}</p>
        <h1 class="poster-name">{name}</h1>
        <div class="poster-middle">
          <svg
            class="poster-square"
            viewBox={`0 0 ${square.size} ${square.size}`}
            role="img"
            aria-label={words.square(name)}
            shape-rendering="crispEdges"
          >
            <path d={square.path} />
          </svg>
          <ol class="poster-steps">
            {words.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
        <div class="poster-other">
          <p>{words.typeTitle}</p>
          <p class="poster-link">{spoken}</p>
          <p>
            {words.codeTitle} <strong class="poster-code">{codeInParts(shortCode)}</strong>
          </p>
          <p class="poster-small">{words.codeAt(host)}</p>
          {hours.length > 0 && (
            <p class="poster-hours">
              {words.hours} {hours.join('; ')}
            </p>
          )}
        </div>
        <footer class="poster-foot">
          <p>{words.free}</p>
          {help.length > 0 && (
            <p>
              {words.help} {help.map((way) => `${way}.`).join(' ')}
            </p>
          )}
        </footer>
      </div>
    </section>
  )
}
