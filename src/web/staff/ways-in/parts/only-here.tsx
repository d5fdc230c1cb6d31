// Said where a link that would be copied or printed leads nowhere for anybody else.
import { words } from '#text/ways-in'
import { Notice } from '../../../ui/notice/notice.tsx'
import type { WaysInModel } from '../ways-in-model.ts'

export function OnlyHere({ model }: { model: WaysInModel }) {
  if (!model.onlyHere) return null
  return (
    <div class="no-print">
      <Notice kind="warning" title={words.onlyHereTitle}>
        <p>{words.onlyHere}</p>
      </Notice>
    </div>
  )
}
