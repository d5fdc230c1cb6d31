// Waiting: you are in the right place, your turn, what the clinic says, your own picture, and every way out.
import type { ComponentChildren } from 'preact'
import type { PatientView } from '#contract/visit'
import { isOverdue } from '#domain/queue'
import { words } from '#text/waiting'
import { useStore } from '../../kit/store.ts'
import { useTick } from '../../kit/use-tick.ts'
import { Button } from '../../ui/button/button.tsx'
import { BellIcon } from '../../ui/icon/equipment.tsx'
import { TickCircleIcon, WarningIcon } from '../../ui/icon/signs.tsx'
import { SignOutIcon } from '../../ui/icon/work.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Title } from '../../ui/title/title.tsx'
import type { LastWorked } from '../last-worked.ts'
import type { PatientVisitModel } from '../visit-model.ts'
import { WaysOut } from '../ways-out/ways-out.tsx'
import { Messages } from './messages.tsx'
import { NewestMessage } from './newest-message.tsx'
import { OwnPicture } from './own-picture.tsx'
import { PrepareSlot, type Ready } from './prepare-slot.tsx'
import { Questions } from './questions.tsx'
import type { WaitingModel } from './waiting-model.ts'
import { delayLine, firstLine, meanwhileLines } from './waiting-words.ts'
import './waiting-screen.scss'

export interface WaitingScreenProps {
  visit: PatientVisitModel
  waiting: WaitingModel
  cameBack: boolean
  lastWorked: LastWorked | null
  ready: Ready
  /** What the clinic asks them to fill in, once it is here. */
  forms: ComponentChildren
  /** Sending photos, once it is here. */
  photos: ComponentChildren
  /** What passes the time, once it is here. */
  meanwhile: ComponentChildren
}

type WaitingState = Extract<PatientView['state'], { status: 'waiting' }>

export function WaitingScreen(props: WaitingScreenProps) {
  const { visit, waiting, cameBack, lastWorked, ready, forms, photos, meanwhile } = props
  const view = useStore(visit.view)
  const { state } = view
  if (state.status !== 'waiting') return null
  return (
    <div class="stack">
      <LinkStrip visit={visit} waiting={waiting} />
      <Title tab={words.tab}>{cameBack ? words.titleBack(view.firstName) : words.title(view.firstName)}</Title>
      {state.sentBack && (
        <Notice title={words.sentBack(state.sentBack.byName)}>
          <p>
            {state.sentBack.reason && words.sentBackWhy[state.sentBack.reason]} {words.sentBackKeep}
          </p>
        </Notice>
      )}
      <p class="waiting-first">{firstLine(view)}</p>
      {/* Always there, so that a screen reader says it when it comes. */}
      <p role="status">{view.cannotTalk && words.silent}</p>
      <Place state={state} visit={visit} />
      <NewestMessage visit={visit} waiting={waiting} />
      {forms}
      {meanwhile}
      {!view.phoneMe && <PrepareSlot visit={visit} waiting={waiting} lastWorked={lastWorked} ready={ready} />}
      {view.phoneMe ? (
        <Notice
          title={words.phoneMeTitle}
          actions={
            <>
              <Button kind="secondary" size="small" onPress={waiting.useVideo}>
                {words.phoneMeOff}
              </Button>
              <Button kind="quiet" size="small" onPress={() => waiting.ask('change-number')}>
                {words.phoneMeChange}
              </Button>
            </>
          }
        >
          <p>{view.phone ? words.phoneMeOn(view.phone) : words.phoneMeNoNumber}</p>
          <p>{words.phoneMeOffline}</p>
        </Notice>
      ) : (
        <OwnPicture visit={visit} turnOn={waiting.turnOn} />
      )}
      {photos}
      {!view.cannotTalk && <BellOff waiting={waiting} />}
      <section class="waiting-meanwhile">
        <h2>{words.meanwhileTitle}</h2>
        <ul>
          {meanwhileLines(view).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <Messages visit={visit} waiting={waiting} />
      <p class="waiting-leave">
        <Button kind="quiet" icon={<SignOutIcon size={20} />} onPress={() => waiting.ask('leave')}>
          {words.leave}
        </Button>
      </p>
      <Questions waiting={waiting} phone={view.phone} />
    </div>
  )
}

interface PlaceProps {
  state: WaitingState
  visit: PatientVisitModel
}

/** Seen wherever the page is scrolled to: the connection is gone, or is back. */
function LinkStrip({ visit, waiting }: Pick<WaitingScreenProps, 'visit' | 'waiting'>) {
  const lost = useStore(visit.link) === 'lost'
  const { backAgain } = useStore(waiting.state)
  return (
    <div class={`link-strip ${lost ? 'link-strip-lost' : backAgain ? 'link-strip-back' : ''}`.trimEnd()} role="status">
      {lost ? (
        <p class="link-strip-words">
          <WarningIcon />
          <span>
            <strong>{words.lostTitle}</strong> {words.lost}
          </span>
        </p>
      ) : (
        backAgain && (
          <p class="link-strip-words">
            <TickCircleIcon />
            <span>{words.back}</span>
          </p>
        )
      )}
    </div>
  )
}

function Place({ state, visit }: PlaceProps) {
  const link = useStore(visit.link)
  useTick(30_000)
  const overdue = isOverdue(state.delay, visit.view.get().arrivedAt, visit.serverNow())
  return (
    <section class="place">
      <p class="place-words" aria-live="polite">
        {words.place(state.place)}
      </p>
      <p aria-live="polite">
        {delayLine(state.delay, overdue)} {state.delay.kind === 'said' && words.keep}
      </p>
      <div class={`place-link place-link-${link}`}>
        <span class="place-pulse" aria-hidden="true" />
        <p>{link === 'open' ? words.seen : link === 'connecting' ? words.connecting : words.keep}</p>
      </div>
    </section>
  )
}

function BellOff({ waiting }: Pick<WaitingScreenProps, 'waiting'>) {
  const { bellOff } = useStore(waiting.state)
  if (!bellOff) return null
  return (
    <Notice
      kind="warning"
      title={words.bellOffTitle}
      actions={
        <Button size="small" icon={<BellIcon size={20} />} onPress={waiting.turnBellOn}>
          {words.bellOn}
        </Button>
      }
    >
      <p>{words.bellOffText}</p>
    </Notice>
  )
}

export function WaitingWays({ visit, waiting }: Pick<WaitingScreenProps, 'visit' | 'waiting'>) {
  const view = useStore(visit.view)
  const { camera } = useStore(visit.local.state)
  const canChoose = !view.phoneMe && (camera === 'on' || camera === 'off')
  return (
    <WaysOut
      support={view.area.support}
      soundOnly={canChoose ? waiting.toggleSoundOnly : null}
      soundOnlyChosen={camera === 'off'}
      phoneMe={() => waiting.ask('phone-me')}
      phoneMeOffered={!view.phoneMe}
      hasPlace
      cannotTalk={view.cannotTalk ?? false}
      onCannotTalk={visit.setCannotTalk}
    />
  )
}
