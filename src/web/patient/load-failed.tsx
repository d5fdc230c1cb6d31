// The page for trying everything out could not be fetched.
import { words } from '#text/ways'
import { Button } from '../ui/button/button.tsx'
import { Notice } from '../ui/notice/notice.tsx'
import { Page } from '../ui/page/page.tsx'
import { Title } from '../ui/title/title.tsx'
import { QuickExit } from './quick-exit/quick-exit-button.tsx'

export function LoadFailed({ tryAgain }: { tryAgain: () => void }) {
  return (
    <Page aside={<QuickExit />}>
      <div class="stack">
        <Title tab={words.loadFailedTitle}>{words.loadFailedTitle}</Title>
        <Notice kind="warning" title={words.loadFailedText} live="polite" />
        <Button size="large" onPress={tryAgain}>
          {words.tryAgain}
        </Button>
      </div>
    </Page>
  )
}
