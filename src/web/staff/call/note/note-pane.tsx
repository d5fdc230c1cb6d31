// The note beside the picture: one large text area and where its text is. Everything about saving is the model's.
import { LONGEST_NOTE } from '#domain/note'
import { words as notes } from '#text/notes'
import { words } from '#text/practitioner-call'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { LockIcon } from '../../../ui/icon/signs.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import { Spinner } from '../../../ui/spinner/spinner.tsx'
import { CopyButton } from '../../parts/copy-button.tsx'
import type { NoteModel } from './note-model.ts'
import { SavingLine } from './saving-line.tsx'
import './note-pane.scss'
import { typed } from '../../../text/typed.ts'

export interface NotePaneProps {
  id: string
  note: NoteModel | null
  patientName: string
}

export function NotePane({ id, note, patientName }: NotePaneProps) {
  if (!note) return <Spinner words={words.note.opening} />
  return <OpenNote id={id} note={note} patientName={patientName} />
}

function OpenNote({ id, note, patientName }: NotePaneProps & { note: NoteModel }) {
  const state = useStore(note.state)
  const actions = useStore(note.actions)
  if (state.kind === 'opening') return <Spinner words={words.note.opening} />
  if (state.kind === 'signed')
    return (
      <div class="note-pane">
        <p class="note-pane-signed">
          <LockIcon size={20} />
          <span>{words.note.signed(words.time(state.signedAt))}</span>
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long notes scroll, and the keyboard must reach them. */}
        <div class="note-pane-text" tabIndex={0}>
          {typed(state.text)}
        </div>
        {state.leftOver !== null && (
          <Notice kind="warning" live="polite" title={words.note.leftOver.title}>
            <p>{words.note.leftOver.text}</p>
            <p class="note-pane-other">{state.leftOver}</p>
            <div class="note-pane-choices">
              <CopyButton text={state.leftOver}>{notes.copyLeftOver}</CopyButton>
              <Button kind="quiet" size="small" onPress={actions.dropLeftOver}>
                {words.note.leftOver.drop}
              </Button>
            </div>
          </Notice>
        )}
      </div>
    )
  return (
    <div class="note-pane">
      {state.other && (
        <Notice kind="warning" live="polite" title={words.note.conflict.title}>
          <p>{words.note.conflict.text(words.time(state.other.savedAt))}</p>
          <p class="note-pane-other">{typed(state.other.text)}</p>
          <div class="note-pane-choices">
            <Button kind="secondary" size="small" onPress={actions.keepBoth}>
              {words.note.conflict.both}
            </Button>
            <Button kind="secondary" size="small" onPress={actions.keepMine}>
              {words.note.conflict.mine}
            </Button>
            <Button kind="secondary" size="small" onPress={actions.takeOther}>
              {words.note.conflict.other}
            </Button>
          </div>
        </Notice>
      )}
      <label class="visually-hidden" for={id}>
        {words.note.label(patientName)}
      </label>
      <textarea
        dir="auto"
        id={id}
        class="note-pane-box"
        value={state.text}
        maxLength={LONGEST_NOTE}
        placeholder={words.note.placeholder}
        spellcheck
        autocomplete="off"
        onInput={(event) => actions.write?.(event.currentTarget.value)}
      />
      {!state.other && <SavingLine saving={state.saving} empty={state.text === ''} />}
    </div>
  )
}
