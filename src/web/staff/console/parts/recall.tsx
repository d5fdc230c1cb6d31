// In the details of somebody who may close the page: how they are told that it is their turn, and the press that does it.
import type { QueueVisit, Recall } from '#contract/visit'
import { words as texts } from '#text/console'
import { words as problems } from '#text/problems'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import { PhoneLink } from '../../parts/phone-link.tsx'
import { recallFact } from '../recall-words.ts'
import type { VisitActions } from '../visit-actions.ts'

const words = texts.recall

export interface RecallNoticeProps {
  visit: QueueVisit
  recall: Recall
  actions: VisitActions
  reachable: boolean
}

export function RecallNotice({ visit, recall, actions, reachable }: RecallNoticeProps) {
  const telling = useStore(actions.telling.request)
  const { by, toldAt } = recall
  const closed = visit.awaySince !== null
  return (
    <Notice
      title={recallFact(recall, closed)}
      live="polite"
      actions={
        closed && (
          <Button
            size="small"
            kind={toldAt === null ? 'primary' : 'secondary'}
            busy={telling.kind === 'busy' && words.telling}
            onPress={reachable ? () => actions.tell(visit) : null}
          >
            {toldAt === null ? words.press[by] : words.again[by]}
          </Button>
        )
      }
    >
      <p>{toldAt === null ? words.text[by] : closed ? words.asked : words.back}</p>
      {by === 'phone' && visit.phone && <PhoneLink phone={visit.phone} />}
      {telling.kind === 'refused' && (
        <p role="alert">
          {words.failed} {problems[telling.refusal.code](telling.refusal.detail)}
        </p>
      )}
    </Notice>
  )
}
