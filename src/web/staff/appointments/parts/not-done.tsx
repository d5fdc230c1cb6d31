// What was pressed was not done, and why.
import { words } from '#text/appointments'
import { words as problems } from '#text/problems'
import { useStore } from '../../../kit/store.ts'
import { Notice } from '../../../ui/notice/notice.tsx'
import type { AppointmentActions } from '../appointment-actions.ts'

/** Nothing where it was. */
export function NotDone({ doing }: Pick<AppointmentActions, 'doing'>) {
  const now = useStore(doing.request)
  if (now.kind !== 'refused') return null
  return (
    <Notice kind="error" title={words.notDone} live="assertive">
      <p>{problems[now.refusal.code](now.refusal.detail)}</p>
    </Notice>
  )
}
