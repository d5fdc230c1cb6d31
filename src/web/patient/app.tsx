// Draws the screen at which the patient's journey stands. What needs camera or socket is in the visit part, which is
// loaded while the person reads and types.
import type { ComponentChildren } from 'preact'
import type { AreaWelcome, PatientFacing } from '#contract/area'
import { words } from '#text/ways'
import type { BrowserKind } from '../checks/browser-kind.ts'
import { type Lazy, lazily } from '../kit/lazily.ts'
import { useStore } from '../kit/store.ts'
import { usePart } from '../kit/use-part.ts'
import { Button } from '../ui/button/button.tsx'
import { Notice } from '../ui/notice/notice.tsx'
import { Page } from '../ui/page/page.tsx'
import { Spinner } from '../ui/spinner/spinner.tsx'
import { Title } from '../ui/title/title.tsx'
import { ArriveScreen } from './arrive/arrive-screen.tsx'
import { LookingScreen, NotFoundScreen, UnreachableScreen } from './door/closed-ways.tsx'
import { DoorScreen } from './door/door-screen.tsx'
import type { NothingKeptProps } from './door/nothing-kept-screen.tsx'
import type { ThisDevice } from './door/this-device.ts'
import { WhoScreen } from './door/who-screen.tsx'
import type { JourneyModel, Screen } from './journey-model.ts'
import type { LastWorked, LastWorkedShelf } from './last-worked.ts'
import { QuickExit } from './quick-exit/quick-exit-button.tsx'
import type * as VisitPart from './visit-part.tsx'
import { SupportContacts, WaysOut } from './ways-out/ways-out.tsx'

/** For few browsers: fetched when it is wanted. */
const nothingKeptPart = lazily(() => import('./door/nothing-kept-screen.tsx'))

export interface AppProps {
  journey: JourneyModel
  part: Lazy<typeof VisitPart>
  ownZone: string
  here: ThisDevice
  kind: BrowserKind
  /** Whether this browser makes calls at all, as far as can be seen without trying. */
  callable: boolean
  lastWorked: LastWorkedShelf
}

export function App({ journey, part, ownZone, here, kind, callable, lastWorked }: AppProps) {
  const screen = useStore(journey.screen)
  const welcome = useStore(journey.welcome)
  const visitPart = part.get()
  if (screen.at === 'visit' && visitPart)
    return (
      <visitPart.VisitScreens
        visit={screen.visit}
        cameBack={screen.cameBack}
        startAgain={journey.startAgain}
        somebodyElse={journey.somebodyElse}
        comeBack={journey.comeBack}
        lastWorked={lastWorked}
      />
    )
  return (
    <Page
      organisation={welcome?.organisationName}
      part={screen.at === 'door' ? welcome?.serviceName : welcome?.name}
      sample={welcome?.sample}
      logo={welcome?.logo}
      aside={<QuickExit />}
      bottom={
        'welcome' in screen &&
        screen.at !== 'who' &&
        screen.at !== 'nothing-kept' && <Ways screen={screen} journey={journey} />
      }
    >
      <Step
        screen={screen}
        journey={journey}
        part={visitPart}
        ownZone={ownZone}
        here={here}
        kind={kind}
        callable={callable}
        lastWorked={lastWorked.load()}
        support={welcome?.support ?? null}
      />
    </Page>
  )
}

function NothingKept(props: NothingKeptProps) {
  const part = usePart(nothingKeptPart, true)
  return part ? <part.NothingKeptScreen {...props} /> : <Spinner large heading words={words.loading} />
}

interface StepProps {
  screen: Screen
  journey: JourneyModel
  part: typeof VisitPart | null
  ownZone: string
  here: ThisDevice
  kind: BrowserKind
  /** Whether this browser makes calls at all, as far as can be seen without trying. */
  callable: boolean
  lastWorked: LastWorked | null
  support: PatientFacing['support'] | null
}

function Step({ screen, journey, part, ownZone, here, kind, callable, lastWorked, support }: StepProps) {
  const help = support && <SupportContacts support={support} before={words.helpPhone} without={null} />
  switch (screen.at) {
    case 'looking':
      return <LookingScreen forVisit={screen.forVisit} />
    case 'not-found':
      return <NotFoundScreen />
    case 'unreachable':
      return <UnreachableScreen tryNow={screen.tryNow} />
    case 'door':
      return (
        <DoorScreen
          welcome={screen.welcome}
          start={screen.start}
          ownZone={ownZone}
          here={here}
          lastWorked={lastWorked}
          callable={callable}
        />
      )
    case 'who':
      return <WhoScreen who={screen.who} />
    case 'nothing-kept':
      return <NothingKept kind={kind} tryAgain={screen.tryAgain} support={help} />
    case 'details':
      return <ArriveScreen welcome={screen.welcome} form={screen.form} useVideo={() => journey.setWish('video')} />
    case 'equipment':
      return part ? (
        <part.Equipment check={screen.check} support={help} />
      ) : (
        <Spinner large heading words={words.loading} />
      )
    case 'load-failed':
      return (
        <NotDone title={words.loadFailedTitle} text={words.loadFailedText} tryAgain={screen.tryAgain} support={help} />
      )
    case 'arriving':
      if (screen.refused !== null)
        return <NotDone title={words.notArrivedTitle} text={screen.refused} tryAgain={screen.tryAgain} support={help} />
      return <Spinner large heading words={words.arriving} />
    case 'loading':
    case 'visit':
      return <Spinner large heading words={words.loading} />
  }
}

interface NotDoneProps {
  support: ComponentChildren
  title: string
  text: string
  tryAgain: (() => void) | null
}

function NotDone({ title, text, tryAgain, support }: NotDoneProps) {
  return (
    <div class="stack">
      <Title tab={title}>{title}</Title>
      <Notice kind="warning" live="polite">
        <p>{text}</p>
        <p>{words.kept}</p>
      </Notice>
      <Button size="large" onPress={tryAgain}>
        {words.tryAgain}
      </Button>
      {support}
    </div>
  )
}

function Ways({ screen, journey }: { screen: Screen & { welcome: AreaWelcome }; journey: JourneyModel }) {
  const wish = useStore(journey.wish)
  const { welcome } = screen
  const shut = screen.at === 'door' && screen.start === null
  const soundOnly = wish === 'sound-only'
  const canUndo = screen.at === 'details'
  return (
    <WaysOut
      support={welcome.support}
      soundOnly={
        shut || wish === 'phone' || (soundOnly && !canUndo)
          ? null
          : () => journey.setWish(soundOnly ? 'video' : 'sound-only')
      }
      soundOnlyChosen={soundOnly}
      phoneMe={welcome.fields.phone === 'off' ? null : () => journey.setWish('phone')}
      phoneMeOffered={!shut && wish !== 'phone'}
    />
  )
}
