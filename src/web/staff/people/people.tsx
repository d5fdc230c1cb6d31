// The people of the organisation: all of them, those that are looked for, and what was just done.
import { useEffect, useState } from 'preact/hooks'
import type { PeopleView } from '#contract/people-admin'
import type { PersonStatus } from '#domain/person'
import { words } from '#text/people-admin'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { PlusIcon } from '../../ui/icon/signs.tsx'
import { TextField } from '../../ui/text-field/text-field.tsx'
import { LoadState } from '../parts/load-state.tsx'
import { PersonDialog } from './parts/person-dialog.tsx'
import { PersonRow } from './parts/person-row.tsx'
import { ToldNotice } from './parts/told-notice.tsx'
import { findPeople, type PeopleModel } from './people-model.ts'
import { placesOf } from './place-words.ts'
import './people.scss'
import './person-row.scss'

export function People({ model }: { model: PeopleModel }) {
  const state = useStore(model.state)
  useEffect(() => void model.load(), [model])
  return (
    <div class="work-page people">
      <div class="people-head">
        <div class="stack-s">
          <h1>{words.title}</h1>
          <p class="soft">{words.lead}</p>
        </div>
        {state.kind === 'loaded' && (
          <Button icon={<PlusIcon size={20} />} onPress={model.invite}>
            {words.invite}
          </Button>
        )}
      </div>
      <LoadState state={state} words={words} onAgain={() => void model.load()} />
      {state.kind === 'loaded' && <All model={model} view={state.view} />}
    </div>
  )
}

type Filter = PersonStatus | 'all'
const FILTERS: readonly Filter[] = ['all', 'active', 'invited', 'deactivated']

function All({ model, view }: { model: PeopleModel; view: PeopleView }) {
  const told = useStore(model.told)
  const open = useStore(model.open)
  const [typed, setTyped] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  const { people, services } = view
  const count = (which: Filter) => people.filter(({ status }) => which === 'all' || status === which).length
  const found = findPeople(people, typed, filter, (person) => placesOf(person, services).join(' '))
  return (
    <>
      {told && <ToldNotice told={told} sends={view.sends} />}
      <div class="people-find">
        <TextField
          id="people-find"
          label={words.find}
          hint={words.findHint}
          type="search"
          value={typed}
          onInput={setTyped}
        />
        <fieldset class="people-filters">
          <legend class="visually-hidden">{words.filter}</legend>
          {FILTERS.filter((which) => which === 'all' || count(which) > 0).map((which) => (
            <label key={which} class={filter === which ? 'people-filter people-filter-on' : 'people-filter'}>
              <input type="radio" name="people-filter" checked={filter === which} onChange={() => setFilter(which)} />
              <span>{words.filters[which](count(which))}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <p class="visually-hidden" role="status">
        {(typed || filter !== 'all') && words.found(found.length)}
      </p>
      {found.length === 0 && (
        <div class="people-none stack-s">
          <p>{words.none}</p>
          <Button
            kind="secondary"
            size="small"
            onPress={() => {
              setTyped('')
              setFilter('all')
            }}
          >
            {words.everybody}
          </Button>
        </div>
      )}
      <ul class="people-list">
        {found.map((person) => (
          <li key={person.id}>
            <PersonRow
              person={person}
              places={placesOf(person, services)}
              now={view.now}
              onOpen={() => model.choose(person.id)}
            />
          </li>
        ))}
      </ul>
      {people.length === 1 && (
        <div class="people-alone stack-s">
          <h2>{words.alone.title}</h2>
          <p>{words.alone.text}</p>
        </div>
      )}
      <p class="people-outbox">
        <a href="/staff/outbox">{words.outboxLink}</a>
      </p>
      {open && (
        <PersonDialog
          key={open.key}
          model={model}
          open={open}
          person={people.find(({ id }) => id === open.personId) ?? null}
          view={view}
        />
      )}
    </>
  )
}
