// The screens for a link that leads nowhere, or to a server that does not answer.
import { words } from '#text/door'
import { Button } from '../../ui/button/button.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import { Title } from '../../ui/title/title.tsx'

export function NotFoundScreen() {
  return (
    <div class="stack">
      <Title tab={words.notFoundTitle}>{words.notFoundTitle}</Title>
      <p>{words.notFoundText}</p>
      <p>{words.notFoundNext}</p>
    </div>
  )
}

export function UnreachableScreen({ tryNow }: { tryNow: () => void }) {
  return (
    <div class="stack">
      <Title tab={words.unreachableTitle}>{words.unreachableTitle}</Title>
      <Notice kind="warning" title={words.unreachableText} live="polite">
        <p>{words.unreachableKeep}</p>
      </Notice>
      <Button onPress={tryNow}>{words.tryNow}</Button>
    </div>
  )
}

export function LookingScreen({ forVisit }: { forVisit: boolean }) {
  return <Spinner large heading words={forVisit ? words.comingBack : words.looking} />
}
