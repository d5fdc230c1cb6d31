// The end: thank you, what happens next, and the way back in where it makes sense.
import type { PatientView } from '#contract/visit'
import { SupportContacts } from '../../patient/ways-out/ways-out.tsx'
import { words } from '../../text/ended.ts'
import { Button } from '../../ui/button/button.tsx'
import { TickIcon } from '../../ui/icon/signs.tsx'
import { Title } from '../../ui/title/title.tsx'
import './ended-screen.scss'

export function EndedScreen({ view, startAgain }: { view: PatientView; startAgain: () => void }) {
  const { state } = view
  if (state.status !== 'ended') return null
  const says = words[state.outcome]
  const completed = state.outcome === 'completed'
  return (
    <div class="stack">
      {completed && (
        <div class="ended-sign">
          <TickIcon size={48} />
        </div>
      )}
      <Title tab={words.tab}>{says.title(view.firstName)}</Title>
      <p>{says.text}</p>
      {completed && (state.afterText || state.afterLink) && (
        <section class="ended-next">
          <h2>{words.next}</h2>
          {state.afterText && <p>{state.afterText}</p>}
          {state.afterLink && (
            <p>
              <Button href={state.afterLink.url}>{state.afterLink.label}</Button>
            </p>
          )}
        </section>
      )}
      {!completed && (
        <Button size="large" onPress={startAgain}>
          {words.again}
        </Button>
      )}
      <SupportContacts support={view.area.support} before={words.phone} without={null} />
      <p class="soft">{words.close}</p>
    </div>
  )
}
