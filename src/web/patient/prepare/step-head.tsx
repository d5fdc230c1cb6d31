// The heading of one step within a card. When one step follows another it takes the focus, so that a screen reader says
// where one is; the first leaves it where it was.
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import './step-head.scss'

export interface StepHeadProps {
  /** Small words above: which part this belongs to. */
  caption?: string | undefined
  /** Takes the focus when it is drawn. */
  focus: boolean
  /** Names the group of answers below it. */
  id?: string | undefined
  /** The first heading of a page, where the step is all of it. */
  level?: 'h1' | 'h2' | undefined
  children: ComponentChildren
}

export function StepHead({ caption, focus, id, level: Heading = 'h2', children }: StepHeadProps) {
  const element = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // Whoever is writing a message meanwhile goes on writing.
    const at = document.activeElement
    if (focus && (at === null || at === document.body)) element.current?.focus()
  }, [])
  return (
    <div class="step-head">
      {caption && <p class="step-head-caption">{caption}</p>}
      <Heading ref={element} id={id} tabIndex={-1}>
        {children}
      </Heading>
    </div>
  )
}
