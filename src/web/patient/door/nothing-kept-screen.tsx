// A browser that keeps no cookie: what to do in this one, and how to reach the clinic without it.
import type { ComponentChildren } from 'preact'
import { words } from '#text/nothing-kept'
import type { BrowserKind } from '../../checks/browser-kind.ts'
import { Button } from '../../ui/button/button.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Title } from '../../ui/title/title.tsx'

export interface NothingKeptProps {
  kind: BrowserKind
  tryAgain: () => void
  support: ComponentChildren
}

export function NothingKeptScreen({ kind, tryAgain, support }: NothingKeptProps) {
  return (
    <div class="stack">
      <Title tab={words.title}>{words.title}</Title>
      <Notice kind="warning" live="polite">
        <p>{words.text}</p>
      </Notice>
      <h2>{words.stepsTitle}</h2>
      <ol>
        {words.steps(kind).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Button size="large" onPress={tryAgain}>
        {words.tryAgain}
      </Button>
      <p>{words.elsewhere}</p>
      {support}
    </div>
  )
}
