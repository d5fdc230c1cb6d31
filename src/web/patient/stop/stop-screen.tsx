// The page behind "no more e-mails like this one".
import { words } from '#text/stop'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Title } from '../../ui/title/title.tsx'
import { QuickExit } from '../quick-exit/quick-exit-button.tsx'
import type { StopModel } from './stop-model.ts'

export function StopScreen({ model }: { model: StopModel }) {
  const state = useStore(model.state)
  const doing = useStore(model.doing.request)
  const wish = state === 'stopped' ? 'start' : 'stop'
  return (
    <Page aside={<QuickExit />}>
      <div class="stack">
        <Title tab={words[state].title}>{words[state].title}</Title>
        <p>{words[state].text}</p>
        {state !== 'started' && <p>{words.shared}</p>}
        {doing.kind === 'refused' && (
          <Notice kind="error" title={words.failed} live="assertive">
            <p>{words.failedText}</p>
          </Notice>
        )}
        <Button
          size="large"
          kind={state === 'asked' ? 'primary' : 'secondary'}
          busy={doing.kind === 'busy' && words.busy}
          onPress={() => void model.press(wish)}
        >
          {words[wish]}
        </Button>
      </div>
    </Page>
  )
}
