// A week of the calendar, by its dates alone: whole days know no clock change. Pure.

const DAY_MS = 24 * 60 * 60_000
const MONDAY_FIRST = 6

/** Dates are ISO. */
export const dateAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** The Monday of its week. */
export const mondayOf = (date: string): string =>
  dateAfter(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + MONDAY_FIRST) % 7))

export const DAYS_OF_A_WEEK = 7
