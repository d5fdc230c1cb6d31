// The practitioner's consultation, one face for each stage of it. It draws the model and asks it; where "back" leads is
// the page's.

import { useEffect } from 'preact/hooks'
import { words as lock } from '#text/lock'
import { words } from '#text/practitioner-call'
import { words as problems } from '#text/problems'
import { remoteStream } from '../../call/stage/one-remote.ts'
import { PictureFirst } from '../../call/stage/picture-first.tsx'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import type { Author } from '../notes/note-text.ts'
import { Paper } from './note/paper.tsx'
import { CloseOut, type NextUp } from './parts/close-out.tsx'
import { InCall } from './parts/in-call.tsx'
import type { PractitionerCallModel } from './practitioner-state.ts'
import '../../call/call.scss'

export interface PractitionerCallProps {
  model: PractitionerCallModel
  onBack: () => void
  /** Who is next, and the press that goes on to them. */
  next: NextUp | null
  author: Author
  /** Nothing about the patient is shown; picture and sound go on. */
  locked?: boolean
  onLock?: () => void
}

export function PractitionerCall({ model, onBack, next, author, locked = false, onLock }: PractitionerCallProps) {
  const stage = useStore(model.stage)
  const shown = useStore(model.shown)
  const view = shown?.view ?? null
  const actions = useStore(model.actions)
  useLeaveWarning(model)
  useEffect(() => {
    if (stage.kind === 'sent-back') onBack()
  }, [stage, onBack])

  if (locked && stage.kind !== 'call') return null
  switch (stage.kind) {
    case 'call':
      return (
        shown && (
          <PictureFirst
            stream={shown.view.status === 'being-seen' ? remoteStream(shown.engine?.state.get()) : null}
            label={locked ? lock.patient : shown.view.patient.firstName}
          >
            {() => <InCall model={model} shown={shown} locked={locked} onLock={onLock} />}
          </PictureFirst>
        )
      )
    case 'close-out':
      return view && <CloseOut {...{ model, view, next, author, onBack }} endedBy={stage.endedBy} />
    case 'opening':
    case 'sent-back':
      return (
        <Paper>
          <Spinner words={words.opening} large heading />
        </Paper>
      )
    case 'taken-over':
      return (
        <Paper title={words.takenOver.title}>
          <p>{words.takenOver.text}</p>
          <div class="paper-actions">
            <Button onPress={actions.useThisPage}>{words.takenOver.use}</Button>
            <Button kind="secondary" onPress={onBack}>
              {words.takenOver.back}
            </Button>
          </div>
        </Paper>
      )
    case 'refused':
      return (
        <Paper title={words.refused.title}>
          <p>{problems[stage.code]({ name: stage.name })}</p>
          <div class="paper-actions">
            <Button onPress={onBack}>{words.refused.back}</Button>
          </div>
        </Paper>
      )
  }
}

/** The browser asks before it closes a page with a call, or with something typed that is not with the server. */
function useLeaveWarning(model: PractitionerCallModel): void {
  const note = useStore(model.note)
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (note?.unsaved.get() || model.isInCall()) event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [note, model])
}
