// What is said when the server took neither a password nor a code: why, or how long to wait.
import { words as problems } from '#text/problems'
import type { Refusal } from '../../net/api.ts'
import { Notice } from '../../ui/notice/notice.tsx'

/** `tooMany`: the title where somebody has to wait. Key it by the attempt, so that each is said anew. */
export function Refused({ refusal, title, tooMany }: { refusal: Refusal; title: string; tooMany: string }) {
  const waits = refusal.code === 'request/too-many'
  return (
    <Notice kind={waits ? 'warning' : 'error'} title={waits ? tooMany : title} live="assertive">
      <p>{problems[refusal.code](refusal.detail)}</p>
    </Notice>
  )
}
