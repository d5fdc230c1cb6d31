// A clinic list before it is added: what its columns are, and what becomes of each row.
import type { ComponentChildren } from 'preact'
import { type Columns, LIST_FIELDS, type ListField, type ListRow, MOST_LIST_ROWS } from '#domain/clinic-list'
import { words as appointments } from '#text/appointments'
import { words } from '#text/clinic-list'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Checkbox } from '../../../ui/choice/checkbox.tsx'
import { RadioGroup } from '../../../ui/choice/radio-group.tsx'
import { Disclosure } from '../../../ui/disclosure/disclosure.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import { SelectField } from '../../../ui/select-field/select-field.tsx'
import { Tag } from '../../../ui/tag/tag.tsx'
import { birthOf, nameOf } from '../../console/person-words.ts'
import { type ClinicListModel, freshOf, type Looked, missingOf, wrongOf } from './clinic-list-model.ts'

interface ListCheckProps {
  looked: Looked
  today: string
  model: ClinicListModel
}

export function ListCheck({ looked, today, model }: ListCheckProps) {
  const doing = useStore(model.doing.request)
  const { order, asks, rows, there, cut, columns, list } = looked
  const [fresh, wrong] = [freshOf(looked), wrongOf(looked)]
  const out = rows.filter(({ leftOut }) => leftOut).length
  const missing = missingOf(columns)
  const ready = order !== null && there !== null && fresh.length > 0 && (wrong.length === 0 || looked.leaveWrong)
  return (
    <div class="stack-s">
      {asks && (
        <RadioGroup
          id="clinic-list-order"
          label={words.order}
          hint={words.orderHint}
          value={order}
          options={(['day-first', 'month-first'] as const).map((value) => ({
            value,
            label: words.orders(ambiguous(looked))[value],
          }))}
          onChange={model.setOrder}
        />
      )}
      {missing.length > 0 && <Notice kind="warning" title={words.columnsMissing(missing)} />}
      {cut && <Notice kind="warning" title={words.cut(MOST_LIST_ROWS)} />}
      <Disclosure summary={words.columns} open={missing.length > 0}>
        <ColumnChoices columns={columns} list={list} onChange={model.setColumn} />
      </Disclosure>
      <p class="clinic-list-summary" role="status">
        {there === null && order !== null
          ? words.checking
          : words.summary(fresh.length, there?.size ?? 0, out, wrong.length)}
      </p>
      <Rows rows={rows} there={there} today={today} />
      {wrong.length > 0 && (
        <div class="stack-s">
          <p>{words.wrong}</p>
          {fresh.length > 0 && (
            <Checkbox id="clinic-list-leave" checked={looked.leaveWrong} onChange={model.setLeaveWrong}>
              {words.leave(wrong.length)}
            </Checkbox>
          )}
        </div>
      )}
      {fresh.length > 0 ? (
        <Checkbox id="clinic-list-sends" hint={words.sendsHint} checked={looked.sends} onChange={model.setSends}>
          {words.sends}
        </Checkbox>
      ) : (
        there !== null && wrong.length === 0 && <p>{words.nothing}</p>
      )}
      {order === null && <p>{words.orderFirst}</p>}
      <div class="clinic-list-go">
        <Button busy={doing.kind === 'busy' && words.adding} onPress={ready ? () => void model.add() : null}>
          {words.add(fresh.length)}
        </Button>
        <Button kind="quiet" onPress={model.again}>
          {words.other}
        </Button>
      </div>
    </div>
  )
}

/** A date of the list that could be read either way. */
function ambiguous({ list, columns }: Looked): string {
  const at = columns.findIndex((field) => field === 'date')
  return list.rows.map((row) => row[at] ?? '').find((cell) => cell.trim() !== '') ?? ''
}

interface ColumnChoicesProps {
  columns: Columns
  list: Looked['list']
  onChange: (at: number, field: ListField | null) => void
}

function ColumnChoices({ columns, list, onChange }: ColumnChoicesProps) {
  const options = [
    { value: '' as const, label: words.unused },
    ...LIST_FIELDS.map((value) => ({ value, label: words.fields[value] })),
  ]
  return (
    <div class="clinic-list-columns">
      {columns.map((field, at) => {
        const example = list.rows.map((row) => row[at] ?? '').find((cell) => cell.trim() !== '')
        return (
          <SelectField
            key={String(at)}
            id={`clinic-list-column-${at}`}
            label={words.column(list.headings[at] ?? '', at + 1)}
            hint={example ? words.example(example.slice(0, 60)) : undefined}
            value={field ?? ''}
            options={options}
            onChange={(value) => onChange(at, value === '' ? null : value)}
          />
        )
      })}
    </div>
  )
}

interface RowsProps {
  rows: readonly ListRow[]
  there: Looked['there']
  today: string
}

function Rows({ rows, there, today }: RowsProps) {
  const { heads } = words
  return (
    <table class="clinic-list-rows">
      <caption class="visually-hidden">{words.table}</caption>
      <thead>
        <tr>
          {Object.values(heads).map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.line} row={row} there={there?.has(row.line) ?? false} today={today} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, there, today }: { row: ListRow; there: boolean; today: string }) {
  const { appointment: one, leftOut, problem } = row
  const born = problem?.detail.field === 'dateOfBirth' ? '' : one.dateOfBirth
  return (
    <tr class={problem ? 'clinic-list-wrong' : leftOut || there ? 'clinic-list-out' : undefined}>
      <Cell head={words.heads.line}>{row.line}</Cell>
      <Cell head={words.heads.when}>
        {/^\d{4}-\d\d-\d\d$/.test(one.date) && !Number.isNaN(Date.parse(one.date)) ? appointments.day(one.date) : '–'}{' '}
        {one.time}
      </Cell>
      <Cell head={words.heads.who}>
        <bdi translate={false}>{nameOf(one)}</bdi>
        <span class="soft small">{born && birthOf(one, today)}</span>
      </Cell>
      <Cell head={words.heads.reach}>
        <bdi>{[one.phone, one.email].filter(Boolean).join(', ') || words.noReach}</bdi>
      </Cell>
      <Cell head={words.heads.with}>
        {row.practitioner === null ? words.team : <bdi translate={false}>{row.practitioner}</bdi>}
      </Cell>
      <Cell head={words.heads.state}>
        {problem ? (
          <strong class="clinic-list-fault">{words.fault(problem.detail.field)}</strong>
        ) : leftOut ? (
          <span>{words.leftOut[leftOut.why](leftOut.said)}</span>
        ) : (
          <Tag tone={there ? 'neutral' : 'good'}>{there ? words.there : words.fresh}</Tag>
        )}
        {!problem &&
          !leftOut &&
          row.notes.map(({ note, said }) => (
            <span key={note} class="small clinic-list-note">
              {words.notes[note](said)}
            </span>
          ))}
      </Cell>
    </tr>
  )
}

/** On a phone each row stands as a card, and each cell says what it is. */
function Cell({ head, children }: { head: string; children: ComponentChildren }) {
  return (
    <td>
      <span class="clinic-list-head soft small" aria-hidden>
        {head}
      </span>
      <div class="clinic-list-cell">{children}</div>
    </td>
  )
}
