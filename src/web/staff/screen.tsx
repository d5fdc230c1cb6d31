// The page of each address, inside the frame of somebody who is signed in.
import { useMemo } from 'preact/hooks'
import type { Me } from '#contract/people'
import { type Role, roleMay } from '#domain/permission'
import { words } from '#text/staff'
import { Notice } from '../ui/notice/notice.tsx'
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
import { Console } from './console/console.tsx'
import { Factors } from './factors/factors.tsx'
import { FeedbackPage } from './feedback/feedback-page.tsx'
import { NotePage } from './notes/note-page.tsx'
import { Notes } from './notes/notes.tsx'
import { Outbox } from './outbox/outbox.tsx'
import { SignInRest } from './parts/sign-in-rest.tsx'
import { WaysInPage } from './parts/ways-in-page.tsx'
import { People } from './people/people.tsx'
import { Plans } from './plans/plans.tsx'
import type { Route } from './router.ts'
import { Settings } from './settings/settings.tsx'
import { RequirementPart } from './sign-in-settings/parts/requirement-part.tsx'
import { SignInSettings } from './sign-in-settings/sign-in-settings.tsx'
import { IdlePart } from './sign-ins/idle-part.tsx'
import { SignIns } from './sign-ins/sign-ins.tsx'
import type { SignedIn } from './signed-in.ts'
import type { StaffApp } from './staff-app.ts'

interface AppProps {
  app: StaffApp
  signedIn: SignedIn
}

interface ScreenProps extends AppProps {
  route: Route
  me: Me
}

export function Screen({ app, signedIn, route, me }: ScreenProps) {
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

function AccountPage({ app, signedIn }: AppProps) {
  const model = useMemo(() => createAccount(signedIn.apiCall, () => void app.session.check()), [app, signedIn])
  const seesAppointments = roleMay(signedIn.me.roles, 'calendar-feed.make')
  const calendar = useMemo(
    () => (seesAppointments ? createCalendarFeed(signedIn.apiCall) : null),
    [signedIn, seesAppointments],
  )
  return <Account model={model} calendar={calendar} />
}

function AddClinicList({ signedIn }: Pick<AppProps, 'signedIn'>) {
  return <ClinicListPage model={useMemo(() => createClinicList(signedIn.apiCall, Date.now), [signedIn])} />
}

function ConfirmEmailPage({ app, signedIn, token }: AppProps & { token: string }) {
  const model = useMemo(
    () => createConfirmEmail(signedIn.apiCall, token, () => void app.session.check()),
    [app, signedIn, token],
  )
  return <ConfirmEmail model={model} />
}

function AuditPage({ signedIn, roles }: Pick<AppProps, 'signedIn'> & { roles: readonly Role[] }) {
  const mayAllow = roleMay(roles, 'organisation.settings')
  const openings = useMemo(() => createOpenings(signedIn.apiCall, mayAllow), [signedIn, mayAllow])
  return <Audit model={signedIn.audit} openings={openings} />
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
