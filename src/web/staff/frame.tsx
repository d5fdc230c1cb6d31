// The frame of somebody who is signed in: header, page, the confirmation that may be open over it, and the call, which
// has the whole window.
import type { ComponentChildren } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import type { Me } from '#contract/people'
import { type Role, roleMay } from '#domain/permission'
import { words } from '#text/staff'
import { useStore } from '../kit/store.ts'
import { SampleBanner } from '../ui/banner/sample-banner.tsx'
import { Notice } from '../ui/notice/notice.tsx'
import { SkipLink } from '../ui/page/skip-link.tsx'
import { Spinner } from '../ui/spinner/spinner.tsx'
import { Veil } from '../ui/veil/veil.tsx'
import { Account } from './account/account.tsx'
import { createAccount } from './account/account-model.ts'
import { createCalendarFeed } from './account/calendar-feed-model.ts'
import { ConfirmEmail } from './account/confirm-email.tsx'
import { createConfirmEmail } from './account/confirm-email-model.ts'
import { Appointments } from './appointments/appointments.tsx'
import { ClinicListPage } from './appointments/clinic-list/clinic-list.tsx'
import { createClinicList } from './appointments/clinic-list/clinic-list-model.ts'
import { AppointmentListPage } from './appointments/list/appointment-list.tsx'
import { AppointmentWeekPage } from './appointments/week/appointment-week.tsx'
import { Audit } from './audit/audit.tsx'
import { createOpenings } from './audit/openings-model.ts'
import { BreakGlass } from './break-glass/break-glass.tsx'
import { createBreakGlass } from './break-glass/break-glass-model.ts'
import type { NextUp } from './call/parts/close-out.tsx'
import { PractitionerCall } from './call/practitioner-call.tsx'
import { Console } from './console/console.tsx'
import { joinsIn, nextInLine } from './console/next-in-line.ts'
import { nameOf } from './console/person-words.ts'
import { SpokenNews } from './console/spoken-news.tsx'
import { Factors } from './factors/factors.tsx'
import { FeedbackPage } from './feedback/feedback-page.tsx'
import { Join } from './join/join.tsx'
import { Navigation } from './navigation/navigation.tsx'
import { settingsPages } from './navigation/pages.ts'
import { NotePage } from './notes/note-page.tsx'
import { Notes } from './notes/notes.tsx'
import { Outbox } from './outbox/outbox.tsx'
import { pageTitle } from './page-title.ts'
import { BreakGlassBar } from './parts/break-glass-bar.tsx'
import { CheckBar } from './parts/check-bar.tsx'
import { ContactBar } from './parts/contact-bar.tsx'
import { Header } from './parts/header.tsx'
import { LeaveCallDialog } from './parts/leave-call-dialog.tsx'
import { SignInRest } from './parts/sign-in-rest.tsx'
import { SilentBar } from './parts/silent-bar.tsx'
import { WaysInPage } from './parts/ways-in-page.tsx'
import { WithYouBar } from './parts/with-you-bar.tsx'
import { People } from './people/people.tsx'
import { Plans } from './plans/plans.tsx'
import type { Route } from './router.ts'
import { Settings } from './settings/settings.tsx'
import { SettingsSide, type SettingsSideProps } from './settings/settings-side.tsx'
import { ShortcutsDialog } from './shortcuts/shortcuts-dialog.tsx'
import { RequirementPart } from './sign-in-settings/parts/requirement-part.tsx'
import { SignInSettings } from './sign-in-settings/sign-in-settings.tsx'
import { DeviceBar } from './sign-ins/device-bar.tsx'
import { IdlePart } from './sign-ins/idle-part.tsx'
import { SignIns } from './sign-ins/sign-ins.tsx'
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

function Screen({ app, signedIn, route, me }: FrameProps & { route: Route; me: Me }) {
  const { roles } = me
  switch (route.page) {
    case 'console':
      return (
        <Console
          console={signedIn.console}
          staff={signedIn.staff}
          own={signedIn.own}
          onCheckOwn={() => signedIn.equipmentOpen.set(true)}
          onJoin={signedIn.openJoin}
          keepsSettings={roleMay(roles, 'settings.read')}
          onReturn={(visitId) => app.router.go(`/staff/visits/${visitId}`)}
        />
      )
    case 'appointments':
      return roleMay(roles, 'appointment.read') ? (
        <Appointments model={signedIn.appointments} plans={signedIn.plans} />
      ) : (
        <NotAllowed />
      )
    case 'appointment-week':
    case 'appointment-list': {
      if (!roleMay(roles, 'appointment.read')) return <NotAllowed />
      const { plans } = signedIn
      const onDay = (date: string) => {
        void signedIn.appointments.load(date)
        app.router.go('/staff/appointments')
      }
      return route.page === 'appointment-week' ? (
        <AppointmentWeekPage model={signedIn.appointmentWeek} plans={plans} onDay={onDay} />
      ) : (
        <AppointmentListPage model={signedIn.appointmentList} plans={plans} onDay={onDay} />
      )
    }
    case 'clinic-list':
      return roleMay(roles, 'appointment.read') ? <AddClinicList signedIn={signedIn} /> : <NotAllowed />
    case 'notes':
      return <Notes notes={signedIn.notes} />
    case 'note':
      return (
        <NotePage
          key={route.noteId}
          note={signedIn.notes.note(route.noteId)}
          author={me}
          onFiled={() => app.router.instead('/staff/notes')}
        />
      )
    case 'settings':
      return roleMay(roles, 'settings.read') ? (
        <Settings
          settings={signedIn.settings}
          plans={signedIn.plans}
          asked={route.place}
          group={route.group}
          onGo={app.router.go}
          onInstead={app.router.instead}
        />
      ) : (
        <NotAllowed />
      )
    case 'plans':
      return roleMay(roles, 'plan.write') ? <Plans model={signedIn.plansPage} /> : <NotAllowed />
    case 'sign-in-settings':
      return roleMay(roles, 'sign-in.settings') ? (
        <SignInSettings model={signedIn.signInSettings}>
          <RequirementPart model={signedIn.requirement} ways={app.session.ways} />
          <IdlePart apiCall={signedIn.apiCall} me={me} onSaved={app.session.begin} />
        </SignInSettings>
      ) : (
        <NotAllowed />
      )
    case 'people':
      return roleMay(roles, 'people.read') ? <People model={signedIn.people} /> : <NotAllowed />
    case 'feedback':
      return roleMay(roles, 'feedback.read') ? <FeedbackPage model={signedIn.feedback} /> : <NotAllowed />
    case 'outbox':
      return roleMay(roles, 'outbox.read') ? <Outbox model={signedIn.outbox} /> : <NotAllowed />
    case 'account':
      return <AccountPage app={app} signedIn={signedIn} />
    case 'email':
      return <ConfirmEmailPage key={route.token} app={app} signedIn={signedIn} token={route.token} />
    case 'factors':
      return (
        <Factors model={signedIn.factors}>
          <SignInRest session={app.session} />
        </Factors>
      )
    case 'audit':
      return roleMay(roles, 'audit.read') ? <AuditPage signedIn={signedIn} roles={roles} /> : <NotAllowed />
    case 'ways-in':
    case 'poster':
      return <WaysInPage apiCall={signedIn.apiCall} slug={route.slug} poster={route.page === 'poster'} />
    case 'sign-ins':
      return <SignIns model={signedIn.signIns} />
    default:
      return (
        <div class="work-page stack-s">
          <h1>{words.missing.title}</h1>
          <p>{words.missing.text}</p>
          <a href="/staff">{words.missing.back}</a>
        </div>
      )
  }
}

function AccountPage({ app, signedIn }: FrameProps) {
  const model = useMemo(() => createAccount(signedIn.apiCall, () => void app.session.check()), [app, signedIn])
  const seesAppointments = roleMay(signedIn.me.roles, 'calendar-feed.make')
  const calendar = useMemo(
    () => (seesAppointments ? createCalendarFeed(signedIn.apiCall) : null),
    [signedIn, seesAppointments],
  )
  return <Account model={model} calendar={calendar} />
}

function AddClinicList({ signedIn }: Pick<FrameProps, 'signedIn'>) {
  return <ClinicListPage model={useMemo(() => createClinicList(signedIn.apiCall, Date.now), [signedIn])} />
}

function ConfirmEmailPage({ app, signedIn, token }: FrameProps & { token: string }) {
  const model = useMemo(
    () => createConfirmEmail(signedIn.apiCall, token, () => void app.session.check()),
    [app, signedIn, token],
  )
  return <ConfirmEmail model={model} />
}

function AuditPage({ signedIn, roles }: Pick<FrameProps, 'signedIn'> & { roles: readonly Role[] }) {
  const mayAllow = roleMay(roles, 'organisation.settings')
  const openings = useMemo(() => createOpenings(signedIn.apiCall, mayAllow), [signedIn, mayAllow])
  return <Audit model={signedIn.audit} openings={openings} />
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

function NotAllowed() {
  return (
    <div class="work-page">
      <Notice title={words.notAllowed.title}>
        <p>{words.notAllowed.text}</p>
      </Notice>
    </div>
  )
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
