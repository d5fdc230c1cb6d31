// This page was left behind: the same person opened another one, and may come back to this.
import { words } from '#text/waiting'
import { Button } from '../../ui/button/button.tsx'
import { Title } from '../../ui/title/title.tsx'

export function TakenOverScreen({ useThisPage }: { useThisPage: () => void }) {
  return (
    <div class="stack">
      <Title tab={words.takenTitle}>{words.takenTitle}</Title>
      <p>{words.takenText}</p>
      <Button size="large" onPress={useThisPage}>
        {words.takenUse}
      </Button>
    </div>
  )
}
