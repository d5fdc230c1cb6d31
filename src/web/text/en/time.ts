// How times and lengths of time are said.

const day = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at)

const hour = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', minute: '2-digit', hourCycle: 'h12' })
    .format(at)
    .replace(':00', '')
    .replace(/\s/g, '')
    .toLowerCase()
    .replace(/^12(am|pm)$/, (_, half) => (half === 'pm' ? 'midday' : 'midnight'))

export const words = {
  /** "today at 2pm", "tomorrow at 9:30am", "on Monday 3 March at 9am", in `timeZone`. Both times in ms. */
  opening(at: number, now: number, timeZone: string): string {
    const when = new Date(at)
    const time = hour(when, timeZone)
    if (day(when, timeZone) === day(new Date(now), timeZone)) return `today at ${time}`
    if (day(when, timeZone) === day(new Date(now + 24 * 60 * 60_000), timeZone)) return `tomorrow at ${time}`
    const date = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long', day: 'numeric', month: 'long' }).format(
      when,
    )
    return `on ${date.replace(',', '')} at ${time}`
  },
  /** The zone in words, when it is not the reader's own: "London time". */
  zone: (timeZone: string): string => `${(timeZone.split('/').pop() ?? timeZone).replace(/_/g, ' ')} time`,
  /** "a minute", "25 minutes", "1 hour 10 minutes". */
  minutes(count: number): string {
    if (count <= 1) return 'a minute'
    if (count < 60) return `${count} minutes`
    const hours = Math.floor(count / 60)
    const rest = count % 60
    const whole = hours === 1 ? '1 hour' : `${hours} hours`
    return rest === 0 ? whole : `${whole} ${rest === 1 ? '1 minute' : `${rest} minutes`}`
  },
  /** The time of day where the reader is: "14:05". */
  clock: (at: number): string =>
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(new Date(at)),
}
