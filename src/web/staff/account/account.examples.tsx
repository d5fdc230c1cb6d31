// The page of one's own details: of somebody with no calendar feed, with one just made, with one that is there, refused.
import type { AccountView } from '#contract/account'
import type { CalendarFeed } from '#contract/calendar-feed'
import type { ApiCall } from '../../kit/api-call.ts'
import { Refusal } from '../../net/api.ts'
import type { Example } from '../../ui/example.ts'
import { Account } from './account.tsx'
import { createAccount } from './account-model.ts'
import { type CalendarFeedModel, createCalendarFeed } from './calendar-feed-model.ts'

const VIEW: AccountView = {
  name: 'Amara Okafor',
  title: 'Physiotherapist',
  email: 'amara@riverside.example',
  nextEmail: null,
  sample: true,
  sends: true,
}
const FEED: CalendarFeed = { madeAt: Date.UTC(2027, 2, 1, 9), readAt: Date.UTC(2027, 2, 5, 13, 40), team: true }
const URL = `https://video.riverside-community-health.example/api/open/calendar/${'Kx3_'.repeat(10)}Yw-/appointments.ics`

interface Given {
  readonly view?: Partial<AccountView>
  readonly feed?: CalendarFeed | null | Refusal
  readonly refuses?: Refusal
}

const page = (
  name: string,
  { view = {}, feed = null, refuses }: Given,
  act: (model: CalendarFeedModel) => unknown = () => {},
): Example => ({
  name,
  whole: true,
  draw() {
    const apiCall: ApiCall = async (method, url, body) => {
      if (url === '/api/staff/account') return { ...VIEW, ...view } as never
      if (method !== 'GET' && refuses) throw refuses
      if (feed instanceof Refusal) throw feed
      if (method === 'POST' && !url.endsWith('/end'))
        return { feed: { ...FEED, ...(body as { team: boolean }), readAt: null }, url: URL } as never
      return { feed: url.endsWith('/end') ? null : feed } as never
    }
    const calendar = createCalendarFeed(apiCall)
    void calendar.load().then(() => act(calendar))
    return (
      <main>
        <Account model={createAccount(apiCall, () => {})} calendar={{ ...calendar, load: async () => {} }} />
      </main>
    )
  },
})

export const examples: readonly Example[] = [
  page('no calendar yet', {}),
  page('an address, just made', {}, (model) => model.make()),
  page('an address that calendars ask for', { feed: FEED }),
  page('an address that no calendar asked for', { feed: { ...FEED, readAt: null, team: false } }),
  page('taken away', { feed: FEED }, (model) => model.end()),
  page('not made', { refuses: new Refusal('offline') }, (model) => model.make()),
  page('calendar refused', { feed: new Refusal('offline') }),
  page('with address and password', { view: { sample: false, nextEmail: 'amara.okafor-adeyemi@elsewhere.example' } }),
]
