// The heading of a screen. When one screen follows another on the same page it takes the focus, so that a screen
// reader says where one is, and it names the browser's tab.
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import './title.scss'

// The first screen of a page leaves the focus where the browser puts it.
let shown = 0

export interface TitleProps {
  /** For the browser's tab. Never a patient's data. */
  tab: string
  /** Small words above: what the heading is part of. */
  caption?: string
  children: ComponentChildren
}

export function Title({ tab, caption, children }: TitleProps) {
  const element = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (shown++ > 0) {
      element.current?.focus({ preventScroll: true })
      scrollTo(0, 0)
    }
  }, [])
  useEffect(() => {
    document.title = tab
  }, [tab])
  return (
    <div class="title">
      {caption && <p class="title-caption">{caption}</p>}
      <h1 ref={element} tabIndex={-1}>
        {children}
      </h1>
    </div>
  )
}
