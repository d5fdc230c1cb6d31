// The list of this practitioner's notes: what is to be signed first, then what is to be copied into the record.
import { useEffect } from 'preact/hooks'
import type { NoteView } from '#contract/note'
import { dateIn } from '#domain/area'
import { words } from '#text/notes'
import { words as people } from '#text/people'
import { words as problems } from '#text/problems'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { ArrowRightIcon, TickIcon } from '../../ui/icon/signs.tsx'
import { NoteIcon, PenIcon } from '../../ui/icon/work.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import { Tag } from '../../ui/tag/tag.tsx'
import { birthOf, nameOf } from '../console/person-words.ts'
import type { NotesModel } from './notes-model.ts'
import './notes.scss'
import { typed } from '../../text/typed.ts'

export function Notes({ notes }: { notes: NotesModel }) {
  const state = useStore(notes.state)
  useEffect(() => void notes.load(), [notes])
  return (
    <div class="work-page stack">
      <div class="stack-s">
        <h1>{words.title}</h1>
        <p class="soft">{words.lead}</p>
      </div>
      {state.kind === 'loading' && <Spinner words={words.loading} large />}
      {state.kind === 'refused' && (
        <Notice
          kind="error"
          title={words.failed}
          live="assertive"
          actions={
            <Button kind="secondary" size="small" onPress={() => void notes.load()}>
              {words.again}
            </Button>
          }
        >
          <p>{problems[state.refusal.code](state.refusal.detail)}</p>
        </Notice>
      )}
      {state.kind === 'loaded' && state.drafts.length + state.signed.length + state.empty.length === 0 && (
        <div class="notes-none">
          <NoteIcon size={48} />
          <h2>{words.none}</h2>
          <p>{words.noneText}</p>
        </div>
      )}
      {state.kind === 'loaded' && state.drafts.length > 0 && (
        <List title={words.toSign(state.drafts.length)} hint={words.toSignHint} notes={state.drafts} />
      )}
      {state.kind === 'loaded' && state.signed.length > 0 && (
        <List title={words.signed} hint={words.signedHint} notes={state.signed} />
      )}
      {state.kind === 'loaded' && state.empty.length > 0 && (
        <List title={words.empty} hint={words.emptyHint} notes={state.empty} />
      )}
    </div>
  )
}

function List({ title, hint, notes }: { title: string; hint: string; notes: readonly NoteView[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <p class="soft small">{hint}</p>
      <ul class="notes-list">
        {notes.map((note) => (
          <li key={note.id}>
            <Line note={note} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ note }: { note: NoteView }) {
  const born = birthOf(note.patient, dateIn(note.consultationStartedAt, note.timeZone))
  const draft = note.status === 'draft'
  return (
    <a class="notes-line" href={`/staff/notes/${note.id}`}>
      <span class="notes-who">
        <strong>{nameOf(note.patient)}</strong>
        <span>{born ?? people.noBirthDate}</span>
      </span>
      <span class="notes-text">
        <span>{words.consultation(people.dayAndTime(note.consultationStartedAt), note.areaName)}</span>
        {note.begunBy && <span>{words.begunBy(note.begunBy)}</span>}
        <span class="notes-begin">{typed(note.text.trim()) || words.emptyDraft}</span>
      </span>
      <span class="notes-state">
        {draft ? (
          <Tag tone="amber" icon={<PenIcon size={20} />}>
            {words.draft}
          </Tag>
        ) : (
          <>
            <Tag tone="good" icon={<TickIcon size={20} />}>
              {words.signedTag}
            </Tag>
            {note.deletedAfter !== null && <small>{words.keptUntil(people.date(note.deletedAfter))}</small>}
          </>
        )}
      </span>
      <ArrowRightIcon size={20} />
    </a>
  )
}
