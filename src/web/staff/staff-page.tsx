// Draws the page that the address means: the pages before a sign-in, the sign-in, and the frame of whoever is signed in.
import type { ComponentType } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Me } from '#contract/people'
import { words } from '#text/staff'
import { createStore, useStore } from '../kit/store.ts'
import { Button } from '../ui/button/button.tsx'
import { Notice } from '../ui/notice/notice.tsx'
import { Page } from '../ui/page/page.tsx'
import { Spinner } from '../ui/spinner/spinner.tsx'
import { staffPathOf } from './address-bar.ts'
import { Enrolling, useEnrolment } from './enrolling.tsx'
import { createCode } from './first/code-model.ts'
import { First } from './first/first.tsx'
import { createFirst } from './first/first-model.ts'
import type { FrameProps } from './frame.tsx'
import { Link } from './link/link.tsx'
import { createLink } from './link/link-model.ts'
import { Reset } from './link/reset.tsx'
import { createReset } from './link/reset-model.ts'
import { Lock } from './lock/lock.tsx'
import { createLock } from './lock/lock-model.ts'
import { openSignIn } from './open-sign-in.ts'
import { pageTitle } from './page-title.ts'
import { Proof } from './proof/proof.tsx'
import { Provider } from './provider/provider.tsx'
import { createProvider, type ProviderWhy } from './provider/provider-model.ts'
import { isBeforeSignIn } from './router.ts'
import { Sample } from './sample/sample.tsx'
import { createSample } from './sample/sample-model.ts'
import { createSecondStep } from './second-step/second-step-model.ts'
import type { Session } from './session-model.ts'
import { Setup } from './setup/setup.tsx'
import { createSetup } from './setup/setup-model.ts'
import { SignIn } from './sign-in/sign-in.tsx'
import type { SignedIn } from './signed-in.ts'
import type { StaffApp } from './staff-app.ts'
import { useActivity } from './use-somebody-here.ts'
import './staff.scss'

export function StaffPage({ app }: { app: StaffApp }) {
  const route = useStore(app.router.route)
  useActivity(app.activity)
  const follow = (event: MouseEvent) => {
    const path = staffPathOf(event)
    if (path === null) return
    event.preventDefault()
    app.router.go(path)
    // A new page begins at its top, and says itself to a screen reader.
    scrollTo(0, 0)
    document.getElementById('main')?.focus()
  }
  return (
    // biome-ignore lint/a11y: the links inside are what is pressed; this only keeps the document.
    <div class="staff" onClick={follow}>
      {route.page === 'first' && <FirstPage app={app} unknownCode="" />}
      {route.page === 'code' && <FirstPage app={app} unknownCode={route.typed} />}
      {route.page === 'setup' && <SetupPage app={app} token={route.token} />}
      {route.page === 'sample' && <SamplePage app={app} token={route.token} />}
      {(route.page === 'invitation' || (route.page === 'reset' && route.token)) && (
        <LinkPage app={app} kind={route.page} token={route.token} />
      )}
      {route.page === 'reset' && !route.token && <ResetPage app={app} />}
      {route.page === 'provider' && <ProviderPage app={app} search={route.search} why={route.why} />}
      {route.page === 'again' && <AgainPage app={app} />}
      {!isBeforeSignIn(route) && <StaffOnly app={app} />}
    </div>
  )
}

function useTitle(app: StaffApp): void {
  const route = useStore(app.router.route)
  const signedIn = useStore(app.signedIn)
  useEffect(() => {
    // The frame counts newcomers in its title by itself.
    if (!signedIn) document.title = pageTitle(route, null, 0)
  }, [route, signedIn])
}

function FirstPage({ app, unknownCode }: { app: StaffApp; unknownCode: string }) {
  useTitle(app)
  const model = useMemo(() => createFirst(app.apiCall), [app])
  // The server answers with the area's door, so the document is left.
  const code = useMemo(() => createCode(unknownCode, (path) => location.assign(path)), [unknownCode])
  return <First model={model} code={code} />
}

function SetupPage({ app, token }: { app: StaffApp; token: string }) {
  useTitle(app)
  const model = useMemo(() => createSetup(app.apiCall, token, app.session.begin), [app, token])
  useEffect(() => void model.begin(), [model])
  return <Setup model={model} hasToken={token !== ''} />
}

function SamplePage({ app, token }: { app: StaffApp; token: string }) {
  useTitle(app)
  const model = useMemo(
    () =>
      createSample(app.apiCall, token, (me) => {
        app.session.begin(me)
        app.router.go('/staff')
      }),
    [app, token],
  )
  return <Sample model={model} hasToken={token !== ''} />
}

function LinkPage({ app, kind, token }: { app: StaffApp; kind: 'invitation' | 'reset'; token: string }) {
  useTitle(app)
  const model = useMemo(
    () =>
      createLink(app.apiCall, token, {
        onDone(me) {
          app.session.begin(me)
          app.router.instead('/staff')
        },
        openSecondStep: (needed, onDone) =>
          createSecondStep(needed, {
            ...{ apiCall: app.apiCall, passkeys: app.passkeys, onDone },
            onBeginAgain: () => app.router.instead('/staff'),
          }),
      }),
    [app, token],
  )
  useEffect(() => void model.begin(), [model])
  return <Link model={model} kind={kind} />
}

function ResetPage({ app }: { app: StaffApp }) {
  useTitle(app)
  return <Reset model={useMemo(() => createReset(app.apiCall), [app])} />
}

function ProviderPage({ app, search, why }: { app: StaffApp; search: string; why: ProviderWhy }) {
  useTitle(app)
  const model = useMemo(() => {
    const onDone = (me: Me) => {
      app.session.begin(me)
      app.router.instead('/staff')
    }
    return createProvider({ apiCall: app.apiCall, leave: app.leave, onDone }, search, why)
  }, [app, search, why])
  useEffect(() => void model.begin(), [model])
  return <Provider model={model} />
}

/** Somebody who signs in again in a second tab goes on here as soon as they look. */
function useLookAgain(app: StaffApp, waits: boolean): void {
  useEffect(() => {
    if (!waits) return
    const look = () => void app.session.check()
    addEventListener('focus', look)
    return () => removeEventListener('focus', look)
  }, [app, waits])
}

/** Beside a locked page: once somebody is signed in here, that one goes on. */
function AgainPage({ app }: { app: StaffApp }) {
  useTitle(app)
  const model = useMemo(() => openSignIn(app, '', () => app.router.instead('/staff')), [app])
  return <SignIn model={model} ways={app.session.ways} interrupted={null} />
}

function StaffOnly({ app }: { app: StaffApp }) {
  useTitle(app)
  const session = useStore(app.session.session)
  const signedIn = useStore(app.signedIn)
  const Frame = useFrame(signedIn !== null)
  const incomplete = useStore(app.incomplete)
  const { provider } = useStore(app.session.ways.ways)
  const interrupted = session.kind === 'signed-out' ? session.interrupted : null
  useLookAgain(app, interrupted !== null)
  const enrolment = useEnrolment(app, session)
  const signIn = useMemo(
    () => openSignIn(app, interrupted?.email),
    [app, interrupted?.personId, session.kind === 'signed-out'],
  )
  if (session.kind === 'unreachable' || session.kind === 'checking')
    return (
      <Page>
        {session.kind === 'unreachable' ? (
          <Notice kind="warning" title={words.unreachable} live="polite" />
        ) : (
          <Spinner words={words.checking} large />
        )}
      </Page>
    )
  const away = session.kind === 'signed-out' || enrolment !== null
  return (
    <>
      {enrolment && <Enrolling app={app} {...enrolment} />}
      {session.kind === 'signed-out' && <SignIn model={signIn} ways={app.session.ways} interrupted={interrupted} />}
      {signedIn && Frame && (
        // What was typed stays here, out of sight and out of reach, until the same person signs in again.
        <div hidden={away} inert={away}>
          <Frame app={app} signedIn={signedIn} />
        </div>
      )}
      {session.kind === 'signed-in' && <Proof model={app.proof} provider={provider?.name ?? null} />}
      {session.kind === 'locked' && <Locked app={app} session={session} signedIn={signedIn} />}
      {session.kind === 'signed-in' && !enrolment && !(signedIn && Frame) && (
        <Page organisation={session.me.organisationName} sample={session.me.sample}>
          {incomplete ? (
            <Notice
              kind="warning"
              title={words.incomplete.title}
              live="polite"
              actions={<Button onPress={() => location.reload()}>{words.incomplete.again}</Button>}
            >
              <p>{words.incomplete.text}</p>
            </Notice>
          ) : (
            <Spinner words={words.checking} large />
          )}
        </Page>
      )}
    </>
  )
}

const NO_STAGE = createStore({ kind: 'none' as const })
const NO_CALL = createStore(null)

function Locked({
  app,
  session,
  signedIn,
}: {
  app: StaffApp
  session: Session & { kind: 'locked' }
  signedIn: SignedIn | null
}) {
  const model = useMemo(() => createLock(app.session.unlock), [app])
  const call = useStore<ReturnType<SignedIn['call']['get']>>(signedIn?.call ?? NO_CALL)
  const stage = useStore<{ readonly kind: string }>(call?.model.stage ?? NO_STAGE)
  const who = session.who ?? session.me
  return (
    <Lock
      model={model}
      who={who}
      hasPassword={session.who?.hasPassword ?? true}
      inCall={stage.kind === 'call'}
      onSignOut={app.session.signOut}
    />
  )
}

/** The frame comes with the larger part of the program. */
function useFrame(wanted: boolean): ComponentType<FrameProps> | null {
  const [frame, setFrame] = useState<{ Frame: ComponentType<FrameProps> } | null>(null)
  useEffect(() => {
    if (wanted) void import('./frame.tsx').then(setFrame)
  }, [wanted])
  return frame?.Frame ?? null
}
