// The practitioner calls back after the end: nothing is seen or heard until the patient says that they come.
import { useMemo } from 'preact/hooks'
import { words } from '#text/ended'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Title } from '../../ui/title/title.tsx'
import type { PatientVisitModel } from '../visit-model.ts'
import { SupportContacts } from '../ways-out/ways-out.tsx'
import { createCalledBack } from './called-back-model.ts'
import './ended-screen.scss'

export interface CalledBackScreenProps {
  visit: PatientVisitModel
  comeBack: () => Promise<void>
  somebodyElse: () => Promise<void>
}

export function CalledBackScreen({ visit, comeBack, somebodyElse }: CalledBackScreenProps) {
  const view = useStore(visit.view)
  const asked = useMemo(
    () => createCalledBack({ come: comeBack, decline: visit.leave, 'somebody-else': somebodyElse }),
    [visit, comeBack, somebodyElse],
  )
  const { sending, refused } = useStore(asked.state)
  const says = words.calledBack
  const title = 'practitionerName' in view.state ? says.title(view.state.practitionerName) : says.titleWithoutName
  return (
    <div class="stack">
      <Title tab={says.titleWithoutName}>{title}</Title>
      <p>{says.text}</p>
      {refused && (
        <Notice kind="error" live="assertive">
          <p>{refused}</p>
        </Notice>
      )}
      <p class="ended-ways">
        <Button size="large" busy={sending === 'come' && says.coming} onPress={() => asked.answer('come')}>
          {says.come}
        </Button>
        <Button kind="quiet" busy={sending === 'decline' && says.coming} onPress={() => asked.answer('decline')}>
          {says.decline}
        </Button>
        <Button
          kind="quiet"
          busy={sending === 'somebody-else' && words.forgetting}
          onPress={() => asked.answer('somebody-else')}
        >
          {words.somebodyElse}
        </Button>
      </p>
      <SupportContacts support={view.area.support} before={words.phone} without={null} />
    </div>
  )
}
