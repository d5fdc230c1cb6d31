// The page on which a clinic list from another program is added: given, looked at, added.
import { useEffect, useRef } from 'preact/hooks'
import type { ClinicListView } from '#contract/clinic-list'
import { words } from '#text/clinic-list'
import { words as people } from '#text/people'
import { words as problems } from '#text/problems'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import { SelectField } from '../../../ui/select-field/select-field.tsx'
import { Spinner } from '../../../ui/spinner/spinner.tsx'
import { TextArea } from '../../../ui/text-area/text-area.tsx'
import type { ClinicListModel, ClinicListState } from './clinic-list-model.ts'
import { ListCheck } from './list-check.tsx'
import './clinic-list.scss'

export function ClinicListPage({ model }: { model: ClinicListModel }) {
  const state = useStore(model.state)
  const doing = useStore(model.doing.request)
  useEffect(() => void model.load(), [model])
  return (
    <div class="work-page clinic-list stack-s">
      <div class="clinic-list-go">
        <h1>{words.title}</h1>
        <Button kind="quiet" size="small" href="/staff/appointments">
          {words.back}
        </Button>
      </div>
      {doing.kind === 'refused' && (
        <Notice kind="error" title={words.failed} live="assertive">
          <p>{problems[doing.refusal.code](doing.refusal.detail)}</p>
        </Notice>
      )}
      <Came state={state} model={model} />
      {!state.day && doing.kind === 'busy' && <Spinner words={words.reading} large />}
      {state.day && !state.looked && <Give state={state} model={model} />}
      {state.day && state.looked && <ListCheck looked={state.looked} today={state.day.today} model={model} />}
      {state.day && !state.looked && state.recent.length > 0 && <Recent lists={state.recent} model={model} />}
    </div>
  )
}

function Came({ state: { added, undone }, model }: { state: ClinicListState; model: ClinicListModel }) {
  const busy = useStore(model.doing.request).kind === 'busy'
  const id = added?.id
  return (
    <div role="status">
      {added && (
        <Notice
          kind="success"
          title={words.done(added.made, added.there)}
          actions={
            id && (
              <Button kind="secondary" busy={busy && words.undoing} onPress={() => void model.undo(id)}>
                {words.undo}
              </Button>
            )
          }
        />
      )}
      {undone && <Notice kind="success" title={words.undone(undone)} />}
    </div>
  )
}

function Give({ state: { day, areaId, text, fault }, model }: { state: ClinicListState; model: ClinicListModel }) {
  const file = useRef<HTMLInputElement>(null)
  const areas = day?.areas ?? []
  return (
    <form
      class="stack-s"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void model.look()
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        const [dropped] = event.dataTransfer?.files ?? []
        if (!dropped) return
        event.preventDefault()
        void model.take(dropped)
      }}
    >
      <p class="clinic-list-lead">{words.lead}</p>
      {areas.length > 1 && (
        <SelectField
          id="clinic-list-area"
          label={words.area}
          value={areaId}
          options={areas.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={model.chooseArea}
        />
      )}
      <TextArea
        id="clinic-list-text"
        label={words.paste}
        hint={words.pasteHint}
        rows={8}
        value={text}
        error={fault && words[fault]}
        onInput={model.type}
      />
      <div class="clinic-list-go">
        <Button submit>{words.look}</Button>
        <Button kind="secondary" onPress={() => file.current?.click()}>
          {words.choose}
        </Button>
        <input
          ref={file}
          class="visually-hidden"
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          aria-label={words.choose}
          tabIndex={-1}
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? []
            // The same file may be chosen again once it was mended.
            currentTarget.value = ''
            if (chosen) void model.take(chosen)
          }}
        />
      </div>
    </form>
  )
}

function Recent({ lists, model }: { lists: readonly ClinicListView[]; model: ClinicListModel }) {
  return (
    <section class="stack-s" aria-labelledby="clinic-list-recent">
      <h2 id="clinic-list-recent">{words.recent}</h2>
      <ul class="clinic-list-recent">
        {lists.map(({ id, addedAt, addedBy, booked, undoneAt }) => (
          <li key={id}>
            <span>{words.recentOf(people.dayAndTime(addedAt), addedBy)}</span>
            <span class="soft">{undoneAt === null ? words.still(booked) : words.wasUndone}</span>
            {undoneAt === null && booked > 0 && (
              <Button kind="quiet" size="small" onPress={() => void model.undo(id)}>
                {words.undo}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
