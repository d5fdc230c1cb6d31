// Whether the same person goes on, or somebody else has the device now.
import { words } from '#text/who'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Title } from '../../ui/title/title.tsx'
import type { WhoModel } from './who-model.ts'

export function WhoScreen({ who }: { who: WhoModel }) {
  const { sending, refused } = useStore(who.state)
  return (
    <div class="stack">
      <Title tab={words.tab}>{words.title}</Title>
      <p>{who.open ? words.open(who.firstName) : words.over(who.firstName)}</p>
      {refused && (
        <Notice kind="error" live="assertive">
          <p>{refused}</p>
        </Notice>
      )}
      <Button size="large" onPress={who.carryOn}>
        {words.carryOn(who.firstName)}
      </Button>
      <Button size="large" kind="secondary" busy={sending && words.forgetting} onPress={who.somebodyElse}>
        {words.somebodyElse}
      </Button>
      {who.open && <p class="soft">{words.ends(who.firstName)}</p>}
    </div>
  )
}
