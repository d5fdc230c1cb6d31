// Something to know, set apart: an icon, a word, a colour, and what to do.
import type { ComponentChildren } from 'preact'
import { words } from '#text/ui'
import { InfoIcon, ProblemIcon, TickCircleIcon, WarningIcon } from '../icon/signs.tsx'
import './notice.scss'

export type NoticeKind = 'info' | 'success' | 'warning' | 'error'

export interface NoticeProps {
  kind?: NoticeKind
  /** The bold first line; a word for the kind when left out. */
  title?: string
  /** Said by a screen reader when it appears: politely, or at once for harm. */
  live?: 'polite' | 'assertive'
  actions?: ComponentChildren
  children?: ComponentChildren
}

const ICONS = { info: InfoIcon, success: TickCircleIcon, warning: WarningIcon, error: ProblemIcon }

export function Notice({ kind = 'info', title, live, actions, children }: NoticeProps) {
  const Icon = ICONS[kind]
  return (
    <div
      class={`notice notice-${kind}`}
      role={live === 'assertive' ? 'alert' : live === 'polite' ? 'status' : undefined}
    >
      <Icon />
      <div class="notice-words">
        <p class="notice-title">{title ?? words.noticeKind[kind]}</p>
        {children && <div class="stack-s">{children}</div>}
        {actions && <div class="notice-actions">{actions}</div>}
      </div>
    </div>
  )
}
