// After the call: the note, large, to finish and sign or to leave as a draft. The patient is already thanked.
import type { ConsultationView } from '#contract/visit'
import { phoneHref } from '#domain/phone'
import { words } from '#text/practitioner-call'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import { Spinner } from '../../../ui/spinner/spinner.tsx'
import { CopyButton } from '../../parts/copy-button.tsx'
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
}

export function CloseOut({ model, view, endedBy, onBack }: CloseOutProps) {
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
      <NotePane id="close-out-note" note={note} patientName={name} />
      {note ? <NoteEnd note={note} onBack={onBack} /> : <Spinner words={words.note.opening} />}
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

function NoteEnd({ note, onBack }: { note: NoteModel; onBack: () => void }) {
  const state = useStore(note.state)
  const { sign } = useStore(note.actions)
  if (state.kind === 'signed')
    return (
      <div class="close-out-end">
        <p>{words.closeOut.signedText}</p>
        <div class="paper-actions">
          <Button onPress={onBack}>{words.closeOut.back}</Button>
          <CopyButton text={state.text}>{words.note.copy}</CopyButton>
        </div>
      </div>
    )
  const text = state.kind === 'writing' ? state.text : ''
  const isEmpty = text.trim() === ''
  const signing = state.kind === 'writing' && state.signing
  return (
    <div class="close-out-end">
      {signing === 'failed' && (
        <Notice kind="warning" live="assertive">
          <p>{words.closeOut.failed}</p>
        </Notice>
      )}
      <div class="paper-actions">
        <Button onPress={sign} busy={signing === 'asked' && words.closeOut.signing}>
          {words.closeOut.sign}
        </Button>
        <Button kind="secondary" onPress={onBack}>
          {isEmpty ? words.closeOut.back : words.closeOut.later}
        </Button>
        {!isEmpty && (
          <CopyButton kind="quiet" text={text}>
            {words.note.copy}
          </CopyButton>
        )}
      </div>
      <p class="soft small">{isEmpty ? words.closeOut.nothing : words.closeOut.laterHint}</p>
    </div>
  )
}
