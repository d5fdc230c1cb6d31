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
  /** Nothing else is on the page: the title is the page's heading. */
  heading?: boolean
  /** Said by a screen reader when it appears: politely, or at once for harm. */
  live?: 'polite' | 'assertive'
  actions?: ComponentChildren
  children?: ComponentChildren
}

const ICONS = { info: InfoIcon, success: TickCircleIcon, warning: WarningIcon, error: ProblemIcon }

export function Notice({ kind = 'info', title, heading, live, actions, children }: NoticeProps) {
  const Icon = ICONS[kind]
  const Title = heading ? 'h1' : 'p'
  return (
    <div
      class={`notice notice-${kind}`}
      role={live === 'assertive' ? 'alert' : live === 'polite' ? 'status' : undefined}
    >
      <Icon />
      <div class="notice-words">
        <Title class="notice-title">{title ?? words.noticeKind[kind]}</Title>
        {children && <div class="stack-s">{children}</div>}
        {actions && <div class="notice-actions">{actions}</div>}
      </div>
    </div>
  )
}
