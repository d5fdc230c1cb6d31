// After the call: the note, large, to finish and sign or to leave as a draft. The patient is already thanked.
import { useEffect, useState } from 'preact/hooks'
import type { ConsultationView } from '#contract/visit'
import { phoneHref } from '#domain/phone'
import { words as people } from '#text/people'
import { words } from '#text/practitioner-call'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import { Spinner } from '../../../ui/spinner/spinner.tsx'
import { birthOf, nameOf } from '../../console/person-words.ts'
import type { QueueLine } from '../../console/queue-line.ts'
import { FormsPane } from '../../forms/forms-pane.tsx'
import { type Author, noteText } from '../../notes/note-text.ts'
import { CopyButton } from '../../parts/copy-button.tsx'
import { PhotosPane } from '../../photos/photos-pane.tsx'
import type { NoteModel } from '../note/note-model.ts'
import { NotePane } from '../note/note-pane.tsx'
import { Paper } from '../note/paper.tsx'
import type { PractitionerCallModel } from '../practitioner-state.ts'
import { LeftOpen } from './left-open.tsx'
import './close-out.scss'
import { typed } from '../../../text/typed.ts'

export interface CloseOutProps {
  model: PractitionerCallModel
  view: ConsultationView
  endedBy: 'practitioner' | 'patient' | 'unseen'
  onBack: () => void
  next: NextUp | null
  author: Author
}

/** Who waits longest of those whom this practitioner may see. */
export interface NextUp {
  readonly line: QueueLine
  readonly onSee: (visitId: string) => void
}

export function CloseOut({ model, view, endedBy, onBack, next, author }: CloseOutProps) {
  const note = useStore(model.note)
  const name = view.patient.firstName
  const title = endedBy === 'patient' ? words.closeOut.endedByPatient(name) : words.closeOut.ended(name)
  return (
    <Paper title={title} wide>
      <p class="soft">{endedBy === 'unseen' ? words.closeOut.endedUnseen : words.closeOut.endedText(name)}</p>
      <p class="close-out-who">
        <strong>{typed(`${view.patient.firstName} ${view.patient.lastName}`.trim())}</strong>
        {view.patient.dateOfBirth && ` · ${words.date(view.patient.dateOfBirth)}`}
      </p>
      <CallBack model={model} view={view} />
      <LeftOpen beside={model.beside} after />
      <FormsPane model={model.beside.forms} onNote={note && model.beside.writeLine} timeZone={view.timeZone} />
      <PhotosPane
        model={model.beside.photos}
        count={view.photos ?? 0}
        patientName={nameOf(view.patient)}
        onNote={note && model.beside.writeLine}
      />
      <NotePane id="close-out-note" note={note} patientName={name} />
      {note ? <NoteEnd {...{ note, view, author, next, onBack }} /> : <Spinner words={words.note.opening} />}
    </Paper>
  )
}

/** For some minutes the patient can be asked to come back. */
function CallBack({ model, view }: Pick<CloseOutProps, 'model' | 'view'>) {
  const { callBack } = useStore(model.actions)
  const trouble = useStore(model.trouble)
  const isAsking = useStore(model.underWay) === 'call-back'
  const { phone, firstName } = view.patient
  return (
    <>
      {trouble?.step === 'call-back' && (
        <Notice kind="warning" live="assertive">
          <p>
            {trouble.code === 'offline' ? words.trouble.offline : words.closeOut.callBackTooLate}
            {phone && <> {<a href={phoneHref(phone)}>{words.away.phone(phone)}</a>}</>}
          </p>
        </Notice>
      )}
      {(callBack || isAsking) && (
        <div class="close-out-end">
          <p class="soft small">{words.closeOut.callBackHint(words.time(view.callBackUntil ?? 0))}</p>
          <div class="paper-actions">
            <Button kind="secondary" busy={isAsking && words.closeOut.callingBack} onPress={callBack}>
              {words.closeOut.callBack(firstName)}
            </Button>
          </div>
        </div>
      )}
    </>
  )
}

interface NoteEndProps extends Pick<CloseOutProps, 'view' | 'author' | 'next' | 'onBack'> {
  note: NoteModel
}

function NoteEnd({ note, view, author, next, onBack }: NoteEndProps) {
  const state = useStore(note.state)
  const { sign } = useStore(note.actions)
  // Whom the press named: somebody else may be next by the time the note is signed.
  const [going, setGoing] = useState<string | null>(null)
  const signed = state.kind === 'signed' && state.leftOver === null
  const signing = state.kind === 'writing' && state.signing
  useEffect(() => {
    if (going && signed) next?.onSee(going)
    if (signing === 'failed') setGoing(null)
  }, [going, signed, signing])
  const copied = (text: string, signedAt: number | null) =>
    noteText({ patient: view.patient, areaName: view.areaName, startedAt: view.startedAt, text, signedAt }, author)
  if (state.kind === 'signed')
    return (
      <div class="close-out-end">
        <p>{words.closeOut.signedText}</p>
        {next && <Next next={next} press={words.closeOut.see(next.line.visit.firstName)} onPress={next.onSee} />}
        <div class="paper-actions">
          <Button kind={next ? 'secondary' : 'primary'} onPress={onBack}>
            {words.closeOut.back}
          </Button>
          <CopyButton text={copied(state.text, state.signedAt)}>{words.note.copy}</CopyButton>
        </div>
      </div>
    )
  const text = state.kind === 'writing' ? state.text : ''
  const isEmpty = text.trim() === ''
  const signAndSee = (visitId: string) => {
    setGoing(visitId)
    sign?.()
  }
  return (
    <div class="close-out-end">
      {signing === 'failed' && (
        <Notice kind="warning" live="assertive">
          <p>{words.closeOut.failed}</p>
        </Notice>
      )}
      {next && isEmpty && (
        <Next next={next} press={words.closeOut.see(next.line.visit.firstName)} onPress={next.onSee} />
      )}
      {next && !isEmpty && (
        <Next
          next={next}
          press={words.closeOut.signAndSee(next.line.visit.firstName)}
          onPress={sign && signAndSee}
          busy={going !== null && words.closeOut.signing}
        />
      )}
      <div class="paper-actions">
        <Button
          kind={next ? 'secondary' : 'primary'}
          onPress={sign}
          busy={going === null && signing === 'asked' && words.closeOut.signing}
        >
          {words.closeOut.sign}
        </Button>
        <Button kind="secondary" onPress={onBack}>
          {isEmpty ? words.closeOut.back : words.closeOut.later}
        </Button>
        {!isEmpty && (
          <CopyButton kind="quiet" text={copied(text, null)}>
            {words.note.copy}
          </CopyButton>
        )}
      </div>
      <p class="soft small">{isEmpty ? words.closeOut.nothing : words.closeOut.laterHint}</p>
    </div>
  )
}

interface NextProps {
  next: NextUp
  press: string
  onPress: ((visitId: string) => void) | null
  busy?: string | false
}

/** It names them as the confirmation does: the press that follows is the confirmation. */
function Next({ next, press, onPress, busy = false }: NextProps) {
  const { visit, place, waited } = next.line
  const born = birthOf(visit, null)
  return (
    <section class="close-out-next" aria-labelledby="close-out-next">
      <div>
        <h2 id="close-out-next">{words.closeOut.next}</h2>
        <p>
          <strong>{nameOf(visit)}</strong>
          {born && ` · ${born}`}
        </p>
        <p class="soft small">{words.closeOut.waits(place.name, people.longWait(waited))}</p>
      </div>
      <Button busy={busy} onPress={onPress && (() => onPress(visit.id))}>
        {press}
      </Button>
    </section>
  )
}
