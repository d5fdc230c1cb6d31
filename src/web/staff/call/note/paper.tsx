// A sheet on the call's dark ground, for the moments before and after there is a picture.
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import './paper.scss'

export function Paper({ title, wide, children }: { title?: string; wide?: boolean; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null)
  // What had the keyboard is gone: begin at the top of what is new.
  useEffect(() => heading.current?.focus(), [title])
  return (
    <main class="call paper-ground">
      <div class={wide ? 'paper paper-wide' : 'paper'}>
        {title && (
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
        )}
        {children}
      </div>
    </main>
  )
}
