// The staff entry: puts the program together with the browser's own things, and draws it.
import '../ui/text-in-place/text-in-place.ts'
import { render } from 'preact'
import { call } from '../net/api.ts'
import '../ui/base.scss'
import '../unopened/unopened.scss'
import { machineClock } from '../kit/clock.ts'
import { browserAddress } from './address-bar.ts'
import { forgetKeptText } from './kept-text.ts'
import { browserPasskeys } from './passkeys.ts'
import { createRouter } from './router.ts'
import { createStaffApp } from './staff-app.ts'
import { StaffPage } from './staff-page.tsx'
import { openTabs } from './tabs.ts'

const app = createStaffApp({
  router: createRouter(browserAddress),
  apiCall: call,
  passkeys: browserPasskeys,
  clock: machineClock,
  leave: (url) => location.replace(url),
  // Whoever only signs in or looks at the first page does not wait for the console and the call.
  tabs: openTabs(),
  forget: () => forgetKeptText(sessionStorage),
  open: async (me, session, router, ask) =>
    (await import('./open-signed-in.ts')).openSignedIn(me, session, router, ask),
})

const place = document.getElementById('app')
if (place) render(<StaffPage app={app} />, place)
