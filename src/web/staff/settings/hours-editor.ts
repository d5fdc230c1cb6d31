// Opening hours as an administrator types them, and as the waiting area keeps them. Pure.
import type { OpeningBlock } from '#domain/area'

/** One span of a day as typed in two time fields: `09:00` to `12:30`. An end of `00:00` means midnight. */
export interface TypedSpan {
  readonly from: string
  readonly to: string
}

export interface TypedDay {
  /** 0 for Sunday to 6 for Saturday. */
  readonly weekday: number
  readonly spans: readonly TypedSpan[]
}

export interface TypedHours {
  readonly always: boolean
  /** Seven days, Monday first: a week of work. */
  readonly days: readonly TypedDay[]
}

export type HoursFault =
  | { readonly kind: 'no-hours' }
  | {
      readonly kind: 'incomplete' | 'ends-before-it-begins' | 'overlaps'
      readonly weekday: number
      readonly index: number
    }

export type HoursRead =
  | { readonly ok: true; readonly blocks: readonly OpeningBlock[] }
  | { readonly ok: false; readonly faults: readonly HoursFault[] }

const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0]
const MIDNIGHT = 24 * 60

export function typedHours(blocks: readonly OpeningBlock[]): TypedHours {
  return {
    always: blocks.length === 0,
    days: MONDAY_FIRST.map((weekday) => ({
      weekday,
      spans: blocks
        .filter((block) => block.weekday === weekday)
        .sort((a, b) => a.from - b.from)
        .map((block) => ({ from: clockFace(block.from), to: clockFace(block.to) })),
    })),
  }
}

/** `09:00`; midnight at the end of a day is `00:00`. */
export function clockFace(minutes: number): string {
  const within = minutes % MIDNIGHT
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`
}

function minutesOf(typed: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(typed.trim())
  if (!match) return null
  const minutes = Number(match[1]) * 60 + Number(match[2])
  return Number(match[2]) < 60 && minutes < MIDNIGHT ? minutes : null
}

/** What was typed as opening hours, or everything that must be mended. */
export function readHours(typed: TypedHours): HoursRead {
  const faults: HoursFault[] = []
  if (typed.always) return { ok: true, blocks: [] }
  const blocks = typed.days.flatMap((day) => readDay(day, faults))
  if (blocks.length === 0 && faults.length === 0) faults.push({ kind: 'no-hours' })
  return faults.length ? { ok: false, faults } : { ok: true, blocks }
}

function readDay(day: TypedDay, faults: HoursFault[]): OpeningBlock[] {
  const { weekday } = day
  const read = day.spans.map((span, index) => {
    const from = minutesOf(span.from)
    const end = minutesOf(span.to)
    if (from === null || end === null) {
      faults.push({ kind: 'incomplete', weekday, index })
      return null
    }
    const to = end === 0 ? MIDNIGHT : end
    if (to > from) return { weekday, from, to, index }
    faults.push({ kind: 'ends-before-it-begins', weekday, index })
    return null
  })
  const whole = read.filter((block) => block !== null).sort((a, b) => a.from - b.from)
  whole.forEach((block, place) => {
    const before = whole[place - 1]
    if (before && block.from < before.to) faults.push({ kind: 'overlaps', weekday, index: block.index })
  })
  return whole.map(({ from, to }) => ({ weekday, from, to }))
}

function onDay(typed: TypedHours, weekday: number, change: (spans: readonly TypedSpan[]) => TypedSpan[]): TypedHours {
  return {
    ...typed,
    days: typed.days.map((day) => (day.weekday === weekday ? { ...day, spans: change(day.spans) } : day)),
  }
}

/** A further span: the usual day first, then an afternoon after the last end. */
export function addSpan(typed: TypedHours, weekday: number): TypedHours {
  return onDay(typed, weekday, (spans) => {
    const last = minutesOf(spans.at(-1)?.to ?? '')
    if (last === null || last === 0) return [...spans, { from: '09:00', to: '17:00' }]
    const from = Math.min(last + 60, 22 * 60)
    return [...spans, { from: clockFace(from), to: clockFace(Math.min(from + 4 * 60, MIDNIGHT)) }]
  })
}

export function removeSpan(typed: TypedHours, weekday: number, index: number): TypedHours {
  return onDay(typed, weekday, (spans) => spans.filter((_, at) => at !== index))
}

export function changeSpan(typed: TypedHours, weekday: number, index: number, change: Partial<TypedSpan>): TypedHours {
  return onDay(typed, weekday, (spans) => spans.map((span, at) => (at === index ? { ...span, ...change } : span)))
}

/** Monday's hours on Tuesday to Friday too. */
export function copyMonday(typed: TypedHours): TypedHours {
  const monday = typed.days.find((day) => day.weekday === 1)?.spans ?? []
  return {
    ...typed,
    days: typed.days.map((day) => (day.weekday >= 2 && day.weekday <= 5 ? { ...day, spans: [...monday] } : day)),
  }
}
