// A state in one or two words, with an icon where colour alone would have to speak.
import type { ComponentChildren } from 'preact'
import './tag.scss'

export type TagTone = 'neutral' | 'accent' | 'good' | 'amber' | 'dark-amber' | 'violet' | 'bad'

export function Tag({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: TagTone
  icon?: ComponentChildren
  children: ComponentChildren
}) {
  return (
    <span class={`tag tag-${tone}`}>
      {icon}
      <span>{children}</span>
    </span>
  )
}
