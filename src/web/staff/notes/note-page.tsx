// One note on its own page: written on while it is a draft, copied and deleted here once it is signed.
import { useState } from 'preact/hooks'
import type { NoteView } from '#contract/note'
import { dateIn } from '#domain/area'
import { words } from '#text/notes'
import { words as people } from '#text/people'
import { words as problems } from '#text/problems'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { ArrowLeftIcon, TickIcon } from '../../ui/icon/signs.tsx'
import { PenIcon } from '../../ui/icon/work.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import { Tag } from '../../ui/tag/tag.tsx'
import { birthOf, nameOf } from '../console/person-words.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { type Author, noteText } from './note-text.ts'
import type { OpenNote } from './open-note.ts'
import { DraftNote } from './parts/draft-note.tsx'
import './notes.scss'
import { typed } from '../../text/typed.ts'

export function NotePage({ note, author, onFiled }: { note: OpenNote; author: Author; onFiled: () => void }) {
  const about = useStore(note.about)
  const writing = useStore(note.writing.state)
  return (
    <div class="work-page note-page stack">
      <a class="note-back" href="/staff/notes">
        <ArrowLeftIcon size={20} /> {words.back}
      </a>
      {about.kind === 'loading' && writing.kind !== 'writing' && <Spinner words={words.opening} large />}
      {about.kind === 'gone' && (
        <div class="stack-s">
          <h1>{words.gone}</h1>
          <p>{words.goneText}</p>
        </div>
      )}
      {about.kind === 'here' && <Head note={about.note} signed={writing.kind === 'signed'} />}
      {writing.kind === 'writing' && about.kind !== 'gone' && <DraftNote note={note.writing} state={writing} />}
      {writing.kind === 'signed' && about.kind === 'here' && (
        <Signed
          note={note}
          view={about.note}
          author={author}
          text={writing.text}
          signedAt={writing.signedAt}
          leftOver={writing.leftOver}
          onFiled={onFiled}
        />
      )}
    </div>
  )
}

function Head({ note, signed }: { note: NoteView; signed: boolean }) {
  return (
    <div class="note-head">
      <h1>{nameOf(note.patient)}</h1>
      <p>{birthOf(note.patient, dateIn(note.consultationStartedAt, note.timeZone)) ?? people.noBirthDate}</p>
      <p class="soft">{words.consultation(people.dayAndTime(note.consultationStartedAt), note.areaName)}</p>
      {note.begunBy && <p>{words.begunBy(note.begunBy)}</p>}
      <p>
        {signed ? (
          <Tag tone="good" icon={<TickIcon size={20} />}>
            {words.signedTag}
          </Tag>
        ) : (
          <Tag tone="amber" icon={<PenIcon size={20} />}>
            {words.draft}
          </Tag>
        )}
      </p>
    </div>
  )
}

interface SignedProps {
  note: OpenNote
  view: NoteView
  author: Author
  text: string
  signedAt: number
  leftOver: string | null
  onFiled: () => void
}

function Signed({ note, view, author, text, signedAt, leftOver, onFiled }: SignedProps) {
  const [asking, setAsking] = useState(false)
  const { dropLeftOver } = useStore(note.writing.actions)
  const doing = useStore(note.filing.request)
  const file = note.file()
  const whole = noteText({ ...view, startedAt: view.consultationStartedAt, text, signedAt }, author)
  return (
    <>
      <p class="soft small">
        {words.signedAt(people.dayAndTime(signedAt))}
        {view.deletedAfter !== null && `. ${words.keptUntil(people.date(view.deletedAfter))}.`}
      </p>
      <div class="note-paper">{typed(text)}</div>
      {leftOver !== null && (
        <Notice
          kind="warning"
          title={words.leftOver}
          actions={
            <>
              <CopyButton text={leftOver}>{words.copyLeftOver}</CopyButton>
              <Button kind="quiet" size="small" onPress={dropLeftOver}>
                {words.dropLeftOver}
              </Button>
            </>
          }
        >
          <div class="note-left-over">{leftOver}</div>
        </Notice>
      )}
      <div class="note-actions">
        <CopyButton text={whole} kind="primary">
          {words.copy}
        </CopyButton>
        <Button kind="secondary" size="small" onPress={file && (() => setAsking(true))}>
          {words.filed}
        </Button>
      </div>
      <p class="soft small">{words.copyText}</p>
      {asking && (
        <Dialog
          open
          title={words.filedTitle}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button
                kind="danger"
                busy={doing.kind === 'busy' && words.filing}
                onPress={file && (() => void file().then((done) => done && onFiled()))}
              >
                {words.filedConfirm}
              </Button>
              <Button kind="secondary" onPress={() => setAsking(false)}>
                {words.cancel}
              </Button>
            </>
          }
        >
          <p>{words.filedText}</p>
          {doing.kind === 'refused' && (
            <Notice kind="error" title={words.filedFailed} live="assertive">
              <p>{problems[doing.refusal.code](doing.refusal.detail)}</p>
            </Notice>
          )}
        </Dialog>
      )}
    </>
  )
}
