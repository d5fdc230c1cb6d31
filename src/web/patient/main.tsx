// The patient's page: joins the journey to the browser and draws it. The first screen needs this file, its style and
// no request: the server has written what the door says into the page.
import { render } from 'preact'
import type { AreaWelcome } from '#contract/area'
import type { PatientView } from '#contract/visit'
import { call, Refusal } from '../net/api.ts'
import '../ui/base.scss'
import { newPageId } from '../ids.ts'
import { App } from './app.tsx'
import { watchBackButton } from './back-button.ts'
import { sessionDraft } from './draft.ts'
import { createJourney } from './journey-model.ts'
import { later } from './later.ts'
import { lazily } from './lazily.ts'
import { tabMemory } from './memory.ts'

const part = lazily(() => import('./visit-part.tsx'))

const slug = decodeURIComponent(location.pathname.split('/')[2] ?? '')

function writtenWelcome(): AreaWelcome | null {
  const written = document.getElementById('welcome')?.textContent?.trim()
  return written ? (JSON.parse(written) as AreaWelcome | null) : null
}

async function ownVisit(): Promise<PatientView | null> {
  try {
    return await call<PatientView>('GET', '/api/patient/visit')
  } catch (error) {
    if (error instanceof Refusal && error.code === 'access/sign-in-needed') return null
    throw error
  }
}

const journey = createJourney(slug, writtenWelcome(), {
  http: {
    welcome: (of) => call('GET', `/api/open/areas/${encodeURIComponent(of)}`),
    ownVisit,
    arrive: (at, body) => call('POST', `/api/open/areas/${encodeURIComponent(at)}/visits`, body),
  },
  loadVisitPart: part.load,
  draft: sessionDraft,
  memory: tabMemory,
  newAttempt: newPageId,
  now: Date.now,
  later,
})
watchBackButton(journey)

const app = document.getElementById('app')
if (app) render(<App journey={journey} part={part} ownZone={Intl.DateTimeFormat().resolvedOptions().timeZone} />, app)

// Once the door is drawn the rest comes while the person reads.
const soon = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 300))
addEventListener('load', () => soon(() => void part.load().catch(() => {})))
