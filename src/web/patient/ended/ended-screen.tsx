// The end: thank you, what happens next, and the way back in where it makes sense.
import type { ComponentChildren } from 'preact'
import type { PatientView } from '#contract/visit'
import { words } from '#text/ended'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { TickIcon } from '../../ui/icon/signs.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Title } from '../../ui/title/title.tsx'
import type { WhoModel } from '../door/who-model.ts'
import { SupportContacts } from '../ways-out/ways-out.tsx'
import './ended-screen.scss'

export interface EndedScreenProps {
  view: PatientView
  next: WhoModel
  /** The questions after the call, once they are here. */
  feedback: ComponentChildren
}

export function EndedScreen({ view, next, feedback }: EndedScreenProps) {
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
      {feedback}
      <Next next={next} completed={completed} />
      <SupportContacts support={view.area.support} before={words.phone} without={null} />
      <p class="soft">{words.close}</p>
    </div>
  )
}

/** The same person once more, or the next one in a family: who is then asked for anew. */
function Next({ next, completed }: { next: WhoModel; completed: boolean }) {
  const { sending, refused } = useStore(next.state)
  return (
    <>
      {refused && (
        <Notice kind="error" live="assertive">
          <p>{refused}</p>
        </Notice>
      )}
      <p class="ended-ways">
        <Button
          size={completed ? undefined : 'large'}
          kind={completed ? 'secondary' : 'primary'}
          onPress={next.carryOn}
        >
          {completed ? words.newVisit : words.again}
        </Button>
        <Button kind="quiet" busy={sending && words.forgetting} onPress={next.somebodyElse}>
          {words.somebodyElse}
        </Button>
      </p>
    </>
  )
}
