// The patient's page: joins the journey to the browser and draws it. The first screen needs this file, its style and
// no request: the server has written what the door says into the page. At /check it is the page for trying everything out.
import '../ui/text-in-place/text-in-place.ts'
import { render } from 'preact'
import type { InvitationPage } from '#contract/appointment'
import type { AreaWelcome } from '#contract/area'
import type { PatientView } from '#contract/visit'
import { browserKind } from '../checks/browser-kind.ts'
import { offersCalls } from '../media/can-call.ts'
import { call, keepsCookies, Refusal } from '../net/api.ts'
import '../ui/base.scss'
import '../unopened/unopened.scss'
import { words } from '#text/ways'
import { newPageId } from '../kit/ids.ts'
import { later } from '../kit/later.ts'
import { lazily } from '../kit/lazily.ts'
import { Spinner } from '../ui/spinner/spinner.tsx'
import { App } from './app.tsx'
import { watchBackButton } from './back-button.ts'
import { thisDevice } from './door/this-device.ts'
import { sessionDraft } from './draft.ts'
import type { InvitedPatient } from './invitation-part.ts'
import { createJourney } from './journey-model.ts'
import { keepFocus } from './keep-focus.ts'
import { lastWorkedShelf } from './last-worked.ts'
import { LoadFailed } from './load-failed.tsx'
import { tabMemory } from './memory.ts'
import { watchEscape } from './quick-exit/quick-exit.ts'
import { surroundings } from './surroundings.ts'

const part = lazily(() => import('./visit-part.tsx'))
const practicePart = lazily(() => import('./practice-part.ts'))
const stopPart = lazily(() => import('./stop-part.ts'))

const invitationPart = lazily(() => import('./invitation-part.ts'))

/** What the address names: a waiting area, or the secret of a personal link. */
const named = decodeURIComponent(location.pathname.split('/')[2] ?? '')

function written<T>(): T | null {
  const text = document.getElementById('welcome')?.textContent?.trim()
  return text ? (JSON.parse(text) as T | null) : null
}

async function ownVisit(): Promise<PatientView | null> {
  try {
    return await call<PatientView>('GET', '/api/patient/visit')
  } catch (error) {
    if (error instanceof Refusal && error.code === 'access/sign-in-needed') return null
    throw error
  }
}

/** `invited`: by a personal link, with the details filled in. */
function openVisitPage(app: HTMLElement, invited: InvitedPatient | null): void {
  const slug = invited?.slug ?? named
  const journey = createJourney(slug, invited ? null : written<AreaWelcome>(), {
    http: {
      async welcome(of) {
        const area = await call<AreaWelcome>('GET', `/api/open/areas/${encodeURIComponent(of)}`)
        // What the clinic booked them with is enough.
        if (!invited) return area
        return { ...area, fields: { ...area.fields, lastName: 'optional', phone: 'optional' }, questions: [] }
      },
      keeps: keepsCookies,
      ownVisit,
      forget: (visitId) =>
        call('POST', '/api/patient/visit/forget', {}, { visitId }).catch((error: unknown) => {
          // There is nothing left to forget, or this browser's visit is another by now.
          const gone =
            error instanceof Refusal && (error.code === 'access/sign-in-needed' || error.code === 'visit/not-found')
          if (!gone) throw error
        }),
      comeBack: (visitId) => call('POST', '/api/patient/visit/come-back', {}, { visitId }),
      arrive: (at, body) =>
        invited ? invited.arrive(body) : call('POST', `/api/open/areas/${encodeURIComponent(at)}/visits`, body),
    },
    loadVisitPart: part.load,
    draft: invited ? () => ({ load: () => invited.typed, save() {}, clear() {} }) : sessionDraft,
    ...(invited && {
      invited: {
        visitId: invited.visitId,
        back: () => location.reload(),
        leave: () => location.assign(`/at/${encodeURIComponent(slug)}`),
      },
    }),
    memory: tabMemory,
    newAttempt: newPageId,
    now: Date.now,
    later,
  })
  watchBackButton(journey)
  const lastWorked = lastWorkedShelf(() => localStorage, navigator, Date.now)
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  render(
    <App
      journey={journey}
      part={part}
      ownZone={timeZone}
      here={thisDevice(navigator)}
      kind={browserKind(navigator)}
      callable={offersCalls()}
      lastWorked={lastWorked}
    />,
    app,
  )
  // Once the door is drawn the rest comes while the person reads.
  const soon = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 300))
  addEventListener('load', () => soon(() => void part.load().catch(() => {})))
}

async function openInvitationPage(app: HTMLElement): Promise<void> {
  render(<Spinner large heading words={words.loading} />, app)
  try {
    const { InvitationScreen, formsBehind, openInvitation, preparationBehind } = await invitationPart.load()
    const page = written<InvitationPage>()
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    const model = openInvitation(named, page, (invited) => openVisitPage(app, invited))
    render(
      <InvitationScreen
        model={model}
        page={page}
        ownZone={timeZone}
        forms={formsBehind(named)}
        preparation={preparationBehind(named, model)}
      />,
      app,
    )
  } catch {
    render(<LoadFailed tryAgain={() => void openInvitationPage(app)} />, app)
  }
}

async function openPracticePage(app: HTMLElement): Promise<void> {
  render(<Spinner large heading words={words.loading} />, app)
  try {
    const { PracticeScreen, practice } = await practicePart.load()
    render(<PracticeScreen practice={practice} here={surroundings()} />, app)
  } catch {
    render(<LoadFailed tryAgain={() => void openPracticePage(app)} />, app)
  }
}

async function openStopPage(app: HTMLElement): Promise<void> {
  try {
    const { StopScreen, createStop } = await stopPart.load()
    render(<StopScreen model={createStop(location.hash.slice(1))} />, app)
  } catch {
    render(<LoadFailed tryAgain={() => void openStopPage(app)} />, app)
  }
}

watchEscape()
keepFocus(document)
const app = document.getElementById('app')
if (app && location.pathname === '/check') void openPracticePage(app)
else if (app && location.pathname === '/stop') void openStopPage(app)
else if (app && location.pathname.startsWith('/v/')) void openInvitationPage(app)
else if (app) openVisitPage(app, null)
