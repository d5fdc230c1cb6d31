// What everybody at the desk should know of the chosen area before looking at its queue.
import { words as texts } from '#text/console'
import { words as people } from '#text/people'
import { words as problems } from '#text/problems'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import type { AreaActions } from '../area-actions.ts'
import type { ConsoleArea } from '../console-area.ts'

const words = texts.area

export function AreaNotices({
  area: { queue },
  actions,
  reachable,
}: {
  area: ConsoleArea
  actions: AreaActions
  reachable: boolean
}) {
  const suspension = useStore(actions.suspension.request)
  const lateness = useStore(actions.lateness.request)
  const { openness, suspended, lateMinutes } = queue
  return (
    <>
      {suspended && (
        <Notice
          kind="warning"
          title={words.suspendedBy(suspended.byName)}
          actions={
            <Button
              kind="secondary"
              size="small"
              busy={suspension.kind === 'busy' && words.resuming}
              onPress={reachable ? () => void actions.reopen() : null}
            >
              {words.resume}
            </Button>
          }
        >
          <p class="small">
            {words.suspendedPatients} <q>{suspended.patientText}</q>
          </p>
          {suspended.staffText && (
            <p class="small">
              {words.suspendedStaff} <q>{suspended.staffText}</q>
            </p>
          )}
          {suspension.kind === 'refused' && <p>{problems[suspension.refusal.code](suspension.refusal.detail)}</p>}
        </Notice>
      )}
      {openness.state === 'closed' && (
        <Notice title={words.closedNow}>
          <p class="small">
            {words.closedText} {openness.opensAt !== null && texts.opensAt(people.dayAndTime(openness.opensAt))}
          </p>
        </Notice>
      )}
      {lateMinutes !== null && (
        <p class="late-now">
          <span>{lateMinutes === 1 ? words.lateNow1 : words.lateNow(lateMinutes)}</span>
          <Button
            kind="quiet"
            size="small"
            busy={lateness.kind === 'busy' && words.saving}
            onPress={reachable ? () => void actions.setLate(null) : null}
          >
            {words.lateClear}
          </Button>
        </p>
      )}
    </>
  )
}
