// Words of the list of all appointments, and of the search in it.

const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
const dayOfAnotherYear = new Intl.DateTimeFormat('en-GB', {
  ...{ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
})

export const words = {
  form: 'Search the appointments',
  text: 'Name, or the last digits of the phone number',
  search: 'Search',
  searching: 'Searching',
  when: 'When',
  coming: 'Coming',
  past: 'Past',
  status: 'State',
  any: 'All',
  loading: 'Looking for them',
  failed: 'The appointments cannot be shown now',
  again: 'Try again',
  found(count: number, page: number): string {
    const found = count === 0 ? 'No appointments' : count === 1 ? '1 appointment' : `${count} appointments`
    return page > 1 ? `Page ${page}: ${found}` : found
  },
  noneFound: 'Nothing found',
  noneFoundText:
    'Try fewer letters, or another time or state. Names and numbers are deleted a day after an appointment: older ones are found by their date alone.',
  noneComing: 'No appointments ahead',
  nonePast: 'No appointments before today',
  noneText: 'Whatever is booked for your waiting areas stands here.',
  reset: 'Show everything that is coming',
  pages: 'Pages of the list',
  before: 'Previous page',
  page: (page: number) => `Page ${page}`,
  after: 'Next page',
  /** "Tue 3 Mar"; of another year, "3 Mar 2028". */
  day(iso: string, today: string): string {
    if (iso === today) return 'Today'
    const at = new Date(`${iso}T00:00:00Z`)
    const here = iso.slice(0, 4) === today.slice(0, 4)
    return here ? day.format(at).replace(',', '') : dayOfAnotherYear.format(at)
  },
}
