// What belongs to every consultation like this one and was not ticked: a calm reminder that stops nobody.
import { words as checklist } from '#text/checklist'
import { words } from '#text/practitioner-call'
import { useStore } from '../../../kit/store.ts'
import { leftOpen } from '../checklist/practitioner-checklist.ts'
import type { Beside } from '../practitioner-beside.ts'
import './left-open.scss'

export function LeftOpen({ beside, after }: { beside: Beside; after: boolean }) {
  const open = leftOpen(useStore(beside.checklist.lines))
  if (open.length === 0) return null
  return (
    <details class="left-open" open={!after && open.length <= 4}>
      <summary>
        {after ? words.checklist.leftOpenAfter : words.checklist.leftOpen} ({open.length})
      </summary>
      <p class="soft small">{after ? words.checklist.leftOpenAfterText : words.checklist.leftOpenText}</p>
      <ul>
        {open.map(({ id, text }) => (
          <li key={id}>{checklist.items[id]?.text ?? text ?? checklist.former}</li>
        ))}
      </ul>
    </details>
  )
}
