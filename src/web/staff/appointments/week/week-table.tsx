// A week by the hour: a column a day, a row an hour. Tab reaches one hour; the arrows go to the others.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { AppointmentView } from '#contract/appointment'
import { words as week } from '#text/appointment-week'
import { words as texts } from '#text/appointments'
import { NameOf, WithWhom } from '../parts/appointment-facts.tsx'
import { type AppointmentWeekModel, hourOf, type WeekState } from './appointment-week-model.ts'

type Loaded = Extract<WeekState, { kind: 'loaded' }>

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`

export function WeekTable({
  model,
  state: { days, hours, view, whose },
}: {
  model: AppointmentWeekModel
  state: Loaded
}) {
  const table = useRef<HTMLTableElement>(null)
  const touched = useRef(false)
  const today = days.findIndex(({ date }) => date === view.today)
  const [at, setAt] = useState({ row: 0, column: Math.max(today, 0) })
  const here = { row: Math.min(at.row, hours.length - 1), column: Math.min(at.column, days.length - 1) }

  const go = (row: number, column: number) => {
    const next = {
      row: Math.min(Math.max(row, 0), hours.length - 1),
      column: Math.min(Math.max(column, 0), days.length - 1),
    }
    setAt(next)
    table.current?.querySelector<HTMLElement>(`[data-at="${next.row}-${next.column}"] button`)?.focus()
  }
  // What was booked or moved takes the place of the hour that was pressed, and its focus.
  useEffect(() => {
    if (touched.current && document.activeElement === document.body) go(here.row, here.column)
  }, [days])
  const onKeyDown = (event: KeyboardEvent) => {
    const { row, column } = here
    const step = { ArrowUp: [row - 1, column], ArrowDown: [row + 1, column], ArrowLeft: [row, column - 1] }
    const moves: Record<string, readonly number[]> = {
      ...step,
      ...{ ArrowRight: [row, column + 1], Home: [row, 0], End: [row, days.length - 1] },
    }
    const next = moves[event.key]
    if (!next) return
    event.preventDefault()
    go(next[0] ?? 0, next[1] ?? 0)
  }

  return (
    <table ref={table} class="week-table" aria-label={week.table} onKeyDown={onKeyDown}>
      <caption class="soft small">{week.keys}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="visually-hidden">{week.hour}</span>
          </th>
          {days.map(({ date }) => (
            <th key={date} scope="col" aria-current={date === view.today ? 'date' : undefined}>
              {week.day(date)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hours.map((hour, row) => (
          <tr key={hour}>
            <th scope="row">{clock(hour)}</th>
            {days.map(({ date, appointments }, column) => {
              const ones = appointments.filter((one) => hourOf(one) === hour)
              const tabIndex = here.row === row && here.column === column ? 0 : -1
              return (
                <td
                  key={date}
                  data-at={`${row}-${column}`}
                  class={date === view.today ? 'week-today' : undefined}
                  onFocusCapture={() => {
                    touched.current = true
                    setAt({ row, column })
                  }}
                >
                  {ones.map((one) => (
                    <One
                      key={one.id}
                      one={one}
                      named={!whose.practitionerId}
                      tabIndex={tabIndex}
                      onPress={() => model.open(one)}
                    />
                  ))}
                  {ones.length === 0 && view.areas.length > 0 && (
                    <button
                      type="button"
                      class="week-empty"
                      tabIndex={tabIndex}
                      aria-label={week.book(date, clock(hour))}
                      onClick={() => model.book(date, hour)}
                    >
                      <span aria-hidden="true">+</span>
                    </button>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface OneProps {
  one: AppointmentView
  /** With whom it is, as well. */
  named: boolean
  tabIndex?: number
  onPress: () => void
}

export function One({ one, named, tabIndex, onPress }: OneProps) {
  return (
    <button type="button" class={`week-one week-one-${one.status}`} tabIndex={tabIndex} onClick={onPress}>
      <span>
        <strong>{one.time}</strong>{' '}
        <span class="week-name">
          <NameOf one={one} />
        </span>
      </span>
      {named && (
        <span class="soft small">
          <WithWhom one={one} />
        </span>
      )}
      {one.status !== 'booked' && <span class="small">{texts.statuses[one.status]}</span>}
    </button>
  )
}
