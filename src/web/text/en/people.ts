// How people are named and dated to staff.
import { typed } from '../typed.ts'

// Made once each: a queue of hundreds writes a thousand dates at a time.
const plainDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const day = (iso: string) => plainDay.format(new Date(`${iso}T00:00:00Z`))

const stamp = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en-GB', options)
  return (at: number) => format.format(new Date(at))
}

export const words = {
  fullName: (firstName: string, lastName: string) => typed([firstName, lastName].filter(Boolean).join(' ')),
  /** "3 March 1948 (78)"; the age is left out where it is not known. */
  birthDate: (iso: string, age: number | null) => (age === null ? day(iso) : `${day(iso)} (${age})`),
  noBirthDate: 'Date of birth not asked',
  /** A length of time in a narrow column: "just now", "12 min", "1 h 05". */
  shortWait(minutes: number): string {
    if (minutes < 1) return 'just now'
    if (minutes < 60) return `${minutes} min`
    return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`
  },
  longWait(minutes: number): string {
    if (minutes < 1) return 'less than a minute'
    const hours = Math.floor(minutes / 60)
    const rest = minutes % 60
    const parts = [
      hours ? (hours === 1 ? '1 hour' : `${hours} hours`) : '',
      rest ? (rest === 1 ? '1 minute' : `${rest} minutes`) : '',
    ]
    return parts.filter(Boolean).join(' ')
  },
  /** "14:05" */
  time: stamp({ hour: '2-digit', minute: '2-digit' }),
  /** "Tuesday 3 March, 14:05" */
  dayAndTime: stamp({ weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }),
  /** "3 Mar" */
  shortDay: stamp({ day: 'numeric', month: 'short' }),
  /** "3 March 2026" */
  date: stamp({ day: 'numeric', month: 'long', year: 'numeric' }),
}
