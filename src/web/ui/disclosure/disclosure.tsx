// More to read for those who want it, on the browser's own <details>.
import type { ComponentChildren } from 'preact'
import './disclosure.scss'

export function Disclosure({
  summary,
  open,
  children,
}: {
  summary: ComponentChildren
  open?: boolean
  children: ComponentChildren
}) {
  return (
    <details class="disclosure" open={open}>
      <summary>
        <span>{summary}</span>
      </summary>
      <div class="disclosure-body stack-s">{children}</div>
    </details>
  )
}
