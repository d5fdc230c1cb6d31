// What to mend before going on, at the top of a form, each line a link to its field. Takes the focus when it appears
// and whenever `attempt` changes.
import { useEffect, useRef } from 'preact/hooks'
import { words } from '#text/ui'
import { ProblemIcon } from '../icon/signs.tsx'
import './error-summary.scss'

export interface ErrorSummaryProps {
  errors: readonly { fieldId: string; text: string }[]
  /** Counts tries to send the form. */
  attempt?: number
  title?: string
  /** Its heading's, where it stands below others. */
  level?: 'h2' | 'h5'
}

export function ErrorSummary({ errors, attempt, title, level: Title = 'h2' }: ErrorSummaryProps) {
  const element = useRef<HTMLDivElement>(null)
  const any = errors.length > 0
  useEffect(() => {
    if (any) element.current?.focus()
  }, [any, attempt])
  if (!any) return null
  return (
    <div ref={element} class="error-summary" role="alert" tabIndex={-1}>
      <Title class="error-summary-title">
        <ProblemIcon /> {title ?? words.errorSummaryTitle}
      </Title>
      <ul>
        {errors.map(({ fieldId, text }) => (
          <li key={fieldId}>
            <a
              href={`#${fieldId}`}
              onClick={(event) => {
                event.preventDefault()
                const field = document.getElementById(fieldId)
                field?.closest('.field')?.scrollIntoView({ block: 'center' })
                field?.focus({ preventScroll: true })
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
