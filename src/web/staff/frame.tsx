// The frame of somebody who is signed in: header, page, the confirmation that may be open over it, and the call, which
// has the whole window.
import type { ComponentChildren } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import type { Me } from '#contract/people'
import { words } from '#text/staff'
import { useStore } from '../kit/store.ts'
import { SampleBanner } from '../ui/banner/sample-banner.tsx'
import { SkipLink } from '../ui/page/skip-link.tsx'
import { Spinner } from '../ui/spinner/spinner.tsx'
import { Veil } from '../ui/veil/veil.tsx'
import { BreakGlass } from './break-glass/break-glass.tsx'
import { createBreakGlass } from './break-glass/break-glass-model.ts'
import type { NextUp } from './call/parts/close-out.tsx'
import { PractitionerCall } from './call/practitioner-call.tsx'
import { joinsIn, nextInLine } from './console/next-in-line.ts'
import { nameOf } from './console/person-words.ts'
import { SpokenNews } from './console/spoken-news.tsx'
import { Join } from './join/join.tsx'
import { Navigation } from './navigation/navigation.tsx'
import { settingsPages } from './navigation/pages.ts'
import { pageTitle } from './page-title.ts'
import { BreakGlassBar } from './parts/break-glass-bar.tsx'
import { CheckBar } from './parts/check-bar.tsx'
import { ContactBar } from './parts/contact-bar.tsx'
import { Header } from './parts/header.tsx'
import { LeaveCallDialog } from './parts/leave-call-dialog.tsx'
import { SilentBar } from './parts/silent-bar.tsx'
import { WithYouBar } from './parts/with-you-bar.tsx'
import type { Route } from './router.ts'
import { Screen } from './screen.tsx'
import { SettingsSide, type SettingsSideProps } from './settings/settings-side.tsx'
import { ShortcutsDialog } from './shortcuts/shortcuts-dialog.tsx'
import { DeviceBar } from './sign-ins/device-bar.tsx'
import type { SignedIn } from './signed-in.ts'
import type { StaffApp } from './staff-app.ts'
import { useSomebodyHere } from './use-somebody-here.ts'
import { WarningsBar } from './warnings/warnings-bar.tsx'

export interface FrameProps {
  app: StaffApp
  signedIn: SignedIn
}

export function Frame({ app, signedIn }: FrameProps) {
  const route = useStore(app.router.route)
  const session = useStore(app.session.session)
  const call = useStore(signedIn.call)
  const me = session.kind === 'signed-in' ? session.me : signedIn.me
  const reader = { roles: me.roles, toSign: useStore(signedIn.notes.toSign) ?? 0 }
  // Also under the sign-in of whoever was signed out elsewhere.
  const locked = session.kind !== 'signed-in'
  useFrameTitle(signedIn, route, me.organisationName)
  useSomebodyHere(signedIn, route, locked)
  useUnsaved(signedIn)
  const next = useNext(signedIn, route)

  if (route.page === 'visit')
    return (
      <div class="staff-call">
        {me.sample && <SampleBanner />}
        <BreakGlassBar app={app} signedIn={signedIn} inCall />
        {!locked && <WithYouBar signedIn={signedIn} besides={route.visitId} onReturn={app.router.go} />}
        {!locked && <ShortcutsDialog />}
        {!locked && !me.mustEnrol && <LeaveCallDialog leaveCall={signedIn.leaveCall} call={call?.model ?? null} />}
        {call ? (
          <PractitionerCall
            key={call.visitId}
            model={call.model}
            next={next}
            author={me}
            locked={locked}
            onLock={app.session.lock}
            onBack={() => app.router.go('/staff')}
          />
        ) : (
          <Spinner words={words.openingCall} large heading />
        )}
      </div>
    )
  if (route.page === 'break-glass') return <BreakTheGlass app={app} signedIn={signedIn} />
  return (
    <Veil drawn={locked}>
      <div class={route.page === 'console' ? 'staff-frame staff-frame-desk' : 'staff-frame'}>
        <SkipLink />
        {me.sample && <SampleBanner />}
        <BreakGlassBar app={app} signedIn={signedIn} />
        <Header signedIn={signedIn} session={app.session} organisation={me.organisationName} />
        <div class="staff-body">
          <Navigation reader={reader} route={route} />
          <div class="staff-page">
            <ContactBar staff={signedIn.staff} />
            <WarningsBar model={signedIn.warnings} />
            <DeviceBar
              me={me}
              know={async () => app.session.begin(await signedIn.apiCall<Me>('POST', '/api/staff/devices/known', {}))}
            />
            {route.page !== 'console' && <WithYouBar signedIn={signedIn} besides={null} onReturn={app.router.go} />}
            {route.page === 'console' && <SilentBar signedIn={signedIn} />}
            {route.page === 'console' && <CheckBar signedIn={signedIn} />}
            <InSettings reader={reader} route={route} settings={signedIn.settings}>
              <main id="main" class="staff-main" tabIndex={-1}>
                <Screen app={app} signedIn={signedIn} route={route} me={me} />
              </main>
            </InSettings>
          </div>
        </div>
        <OpenJoin signedIn={signedIn} />
        <SpokenNews staff={signedIn.staff} />
        <ShortcutsDialog />
      </div>
    </Veil>
  )
}

/** A page of the settings has the list of all of them beside it. */
function InSettings({ children, ...props }: SettingsSideProps & { children: ComponentChildren }) {
  const pages = settingsPages(props.reader)
  const isAlone = pages.length === 1 && pages[0]?.name !== 'organisation'
  if (isAlone || !pages.some(({ routes }) => routes.includes(props.route.page))) return children
  return (
    <div class="settings-columns">
      <SettingsSide {...props} />
      {children}
    </div>
  )
}

function BreakTheGlass({ app, signedIn }: FrameProps) {
  const { organisationName, sample } = signedIn.me
  const model = useMemo(
    () =>
      createBreakGlass(signedIn.apiCall, () => {
        void app.session.check()
        app.router.go('/staff')
      }),
    [app],
  )
  return <BreakGlass model={model} organisation={organisationName} sample={sample} />
}

function OpenJoin({ signedIn }: { signedIn: SignedIn }) {
  const join = useStore(signedIn.join)
  const desk = useStore(signedIn.console.desk)
  const areas = useStore(signedIn.staff.areas)
  if (!join) return null
  const area = areas?.find(({ visits }) => visits.some(({ id }) => id === join.visitId))
  const stillWith = desk?.mine.filter((visit) => visit.status === 'being-seen' && visit.id !== join.visitId) ?? []
  return (
    <Join
      key={join.visitId}
      model={join.model}
      visit={join.visit}
      local={signedIn.local}
      plans={signedIn.plans}
      own={signedIn.own}
      now={signedIn.staff.now}
      timeZone={area?.timeZone ?? null}
      stillWith={stillWith.map(nameOf)}
      onClose={signedIn.closeJoin}
    />
  )
}

/** Who is next, once a consultation is over. */
function useNext(signedIn: SignedIn, route: Route): NextUp | null {
  const areas = useStore(signedIn.staff.areas)
  const now = useStore(signedIn.staff.now)
  if (route.page !== 'visit' || !areas) return null
  const { me } = signedIn
  const line = nextInLine(areas, { myId: me.personId, now, mayJoin: joinsIn(me), besides: route.visitId })
  return line && { line, onSee: signedIn.seeNext }
}

function useFrameTitle(signedIn: SignedIn, route: Route, organisation: string): void {
  const unseen = useStore(signedIn.alert.unseen)
  const counts = useStore(signedIn.preferences.alerts).title
  const count = counts ? [...unseen.values()].reduce((sum, one) => sum + one, 0) : 0
  useEffect(() => {
    document.title = pageTitle(route, organisation, count)
  }, [route, organisation, count])
}

/** The browser asks before it closes a page on which something typed is not with the server. */
function useUnsaved(signedIn: SignedIn): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (
        signedIn.settings.unsaved() ||
        signedIn.signInSettings.unsaved() ||
        signedIn.plansPage.unsaved() ||
        signedIn.people.unsaved() ||
        signedIn.notes.unsaved()
      )
        event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [signedIn])
}
