// Setting up a second factor before anything else; only who needs it loads the larger part of it.
import type { ComponentType } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Me } from '#contract/people'
import { words } from '#text/staff'
import { useStore } from '../kit/store.ts'
import { Page } from '../ui/page/page.tsx'
import { Spinner } from '../ui/spinner/spinner.tsx'
import type { FactorsProps } from './factors/factors.tsx'
import { createFactors, type FactorsModel } from './factors/factors-model.ts'
import type { Session } from './session-model.ts'
import type { StaffApp } from './staff-app.ts'

/** Who has to, and what it is done with: kept while the page is locked, until the new recovery codes are. */
export function useEnrolment(app: StaffApp, session: Session): { me: Me; model: FactorsModel } | null {
  const me = session.kind === 'signed-in' || session.kind === 'locked' ? session.me : null
  const model = useMemo(
    () =>
      createFactors({
        ...{ apiCall: app.apiCall, passkeys: app.passkeys, hostHere: location.hostname },
        onCodesKept: () => void app.session.check(),
      }),
    [app, me?.personId],
  )
  const codes = useStore(model.codes)
  return session.kind === 'signed-in' && (session.me.mustEnrol || codes) ? { me: session.me, model } : null
}

export function Enrolling({ app, me, model }: { app: StaffApp; me: Me; model: FactorsModel }) {
  const [loaded, setLoaded] = useState<{ Factors: ComponentType<FactorsProps> } | null>(null)
  useEffect(() => void import('./factors/factors.tsx').then(setLoaded), [])
  return (
    <Page organisation={me.organisationName} sample={me.sample}>
      {loaded ? (
        <loaded.Factors model={model} enrolling={{ me, onSignOut: app.session.signOut }} />
      ) : (
        <Spinner words={words.checking} large />
      )}
    </Page>
  )
}
