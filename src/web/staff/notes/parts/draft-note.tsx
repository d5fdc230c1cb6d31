// A note that is still written: its text, whether it is saved, the choice after two windows differed, and signing.
import { LONGEST_NOTE } from '#domain/note'
import { words } from '#text/notes'
import { words as people } from '#text/people'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import { TextArea } from '../../../ui/text-area/text-area.tsx'
import type { NoteModel } from '../../call/note/note-model.ts'
import type { NoteWriting, Saving } from '../../call/note/note-state.ts'

export function DraftNote({ note, state }: { note: NoteModel; state: NoteWriting }) {
  const actions = useStore(note.actions)
  const { other } = state
  return (
    <>
      <TextArea
        id="note-text"
        label={words.text}
        hint={words.textHint}
        rows={16}
        limit={LONGEST_NOTE}
        value={state.text}
        disabled={!actions.write}
        onInput={(text) => actions.write?.(text)}
      />
      <p class={state.saving.kind === 'not-saved' ? 'note-saving note-not-saved' : 'note-saving'} role="status">
        {savingWords(state.saving)}
      </p>
      {other && (
        <Notice
          kind="warning"
          title={words.otherTitle}
          live="polite"
          actions={
            <>
              <Button kind="secondary" size="small" onPress={actions.keepMine}>
                {words.keepMine}
              </Button>
              <Button kind="secondary" size="small" onPress={actions.takeOther}>
                {words.takeOther}
              </Button>
              <Button kind="secondary" size="small" onPress={actions.keepBoth}>
                {words.keepBoth}
              </Button>
            </>
          }
        >
          <p>{words.otherText}</p>
          <p class="small soft">
            {words.otherTheirs}, {people.dayAndTime(other.savedAt)}
          </p>
          <div class="note-left-over">{other.text}</div>
        </Notice>
      )}
      <div class="note-actions">
        <Button onPress={actions.sign} busy={state.signing === 'asked' && words.signing}>
          {words.sign}
        </Button>
        <span class="soft small" role="status">
          {state.signing === 'failed' ? words.signFailed : words.signHint}
        </span>
      </div>
    </>
  )
}

function savingWords(saving: Saving): string {
  if (saving.kind === 'saving') return words.saving
  if (saving.kind === 'not-saved') return words.notSaved[saving.reason]
  return saving.at === null ? words.savedNever : words.saved(people.time(saving.at))
}
