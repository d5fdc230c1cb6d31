// Whom the patient sees, and the few things that are seldom needed.
import { useEffect, useRef } from 'preact/hooks'
import { words } from '#text/call'
import type { FullScreen } from '../../call/stage/full-screen.ts'
import { type Fit, ViewButtons } from '../../call/stage/view-buttons.tsx'
import { QuestionIcon } from '../../ui/icon/signs.tsx'
import { QuickExit } from '../quick-exit/quick-exit-button.tsx'
import './patient-head.scss'
import { typed } from '../../text/typed.ts'

export interface PatientHeadProps {
  name: string
  title: string
  fit: Fit
  onFit: (fit: Fit) => void
  fullScreen: FullScreen | null
  onHelp: () => void
}

export function PatientHead(props: PatientHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  // The screen before is gone, and with it what had the keyboard.
  useEffect(() => {
    heading.current?.focus()
    document.title = words.patient.tab
  }, [])
  return (
    <header class="patient-head">
      <h1 ref={heading} class="patient-head-name" tabIndex={-1}>
        <span class="visually-hidden">{words.patient.title(props.name)}</span>
        <span aria-hidden="true">{typed(props.name)}</span>
        {props.title && <span class="patient-head-title">{props.title}</span>}
      </h1>
      <div class="patient-head-wide">
        <ViewButtons fit={props.fit} onFit={props.onFit} fullScreen={props.fullScreen} look="call" />
      </div>
      <QuickExit look="call" />
      <button type="button" class="call-plain-button" aria-haspopup="dialog" onClick={props.onHelp}>
        <QuestionIcon size={20} />
        <span>{words.bar.help}</span>
      </button>
    </header>
  )
}
