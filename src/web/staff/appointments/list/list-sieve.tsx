// What is looked for in the list of all appointments.
import type { AppointmentDesk } from '#contract/appointment'
import { SHOWN_STATUSES } from '#domain/appointment'
import { LONGEST_SEARCH } from '#domain/appointment-search'
import { words as list } from '#text/appointment-list'
import { words as texts } from '#text/appointments'
import { Button } from '../../../ui/button/button.tsx'
import { SelectField } from '../../../ui/select-field/select-field.tsx'
import { TextField } from '../../../ui/text-field/text-field.tsx'
import { WhoseFields } from '../parts/whose-fields.tsx'
import type { AppointmentListModel, Sieve } from './appointment-list-model.ts'

interface ListSieveProps {
  model: AppointmentListModel
  sieve: Sieve
  areas: AppointmentDesk['areas']
  busy: boolean
}

export function ListSieve({ model, sieve, areas, busy }: ListSieveProps) {
  return (
    <search>
      <form
        class="appointment-sieve"
        aria-label={list.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void model.search()
        }}
      >
        <div class="appointment-sieve-text">
          <TextField
            id="sieve-text"
            type="search"
            label={list.text}
            value={sieve.text}
            maxLength={LONGEST_SEARCH}
            onInput={model.write}
          />
          <Button submit kind="secondary" busy={busy && list.searching}>
            {list.search}
          </Button>
        </div>
        <SelectField
          id="sieve-when"
          label={list.when}
          value={sieve.when}
          options={[
            { value: 'coming', label: list.coming },
            { value: 'past', label: list.past },
          ]}
          onChange={(when) => void model.choose({ when })}
        />
        <SelectField
          id="sieve-status"
          label={list.status}
          value={sieve.status}
          options={[
            { value: '', label: list.any },
            ...SHOWN_STATUSES.map((status) => ({ value: status, label: texts.statuses[status] })),
          ]}
          onChange={(status) => void model.choose({ status })}
        />
        <WhoseFields areas={areas} whose={sieve} onChoose={(change) => void model.choose(change)} />
      </form>
    </search>
  )
}
