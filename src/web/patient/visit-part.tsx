// The part of the page that needs camera and socket: loaded after the first screen. It joins the models to the browser
// and draws the visit; it decides nothing.
import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { CompanionsAnswerBody } from '#contract/consultation'
import type { DeviceTalkBody } from '#contract/plan'
import type { MessageThread, MessageView } from '#contract/shapes'
import type { PatientView } from '#contract/visit'
import type { EquipmentFindings } from '#domain/equipment'
import { words } from '#text/waiting'
import { newId, newPageId } from '../kit/ids.ts'
import { later } from '../kit/later.ts'
import { lazily } from '../kit/lazily.ts'
import { useStore } from '../kit/store.ts'
import { usePart } from '../kit/use-part.ts'
import { playChime } from '../media/chime.ts'
import { createLocalMedia } from '../media/devices.ts'
import { watchLevel } from '../media/level.ts'
import type { LocalMedia } from '../media/local.ts'
import { openPeer } from '../media/peer.ts'
import { keepAwake } from '../media/wake-lock.ts'
import { call } from '../net/api.ts'
import { connect } from '../net/socket.ts'
import { Notice } from '../ui/notice/notice.tsx'
import { Page } from '../ui/page/page.tsx'
import { Spinner } from '../ui/spinner/spinner.tsx'
import { attend } from './attention.ts'
import { calledSince } from './called/called-since.ts'
import { useNoPressYet } from './called/no-press-yet.ts'
import { createWho } from './door/who-model.ts'
import { createEquipment, type EquipmentModel, type EquipmentResult } from './equipment/equipment-model.ts'
import { EquipmentScreen } from './equipment/equipment-screen.tsx'
import type { LastWorkedShelf } from './last-worked.ts'
import { openVisit as openVisitModel } from './open-visit.ts'
import { phoneChoice } from './phone-choice.ts'
import { QuickExit } from './quick-exit/quick-exit-button.tsx'
import { surroundings } from './surroundings.ts'
import { useForms } from './use-forms.ts'
import type { PatientVisitModel } from './visit-model.ts'
import type { Ready } from './waiting/prepare-slot.tsx'
import { Questions } from './waiting/questions.tsx'
import { TakenOverScreen } from './waiting/taken-over-screen.tsx'
import { createWaiting } from './waiting/waiting-model.ts'
import { WaitingScreen, WaitingWays } from './waiting/waiting-screen.tsx'

const endedPart = lazily(() => import('./ended/ended-screen.tsx'))
const feedbackPart = lazily(() => import('./feedback-part.ts'))
const calledBackPart = lazily(() => import('./ended/called-back-screen.tsx'))
const calledPart = lazily(() => import('./called/called-screen.tsx'))
const phonePart = lazily(() => import('./phone/phone-screen.tsx'))
const callPart = lazily(() => import('./call/patient-call.tsx'))
const meanwhilePart = lazily(() => import('./while-waiting-part.ts'))
const photosPart = lazily(() => import('./photos-part.ts'))
const preparePart = lazily(() => import('./prepare-part.ts'))

/** The waiting screen and the call come first on a slow line; who wants to get ready sooner presses, and has it sooner. */
const PREPARE_AFTER_MS = 3000

// A reload makes a new one: the newer of two pages counts.
const pageId = newPageId()

/** What they proved at the door on this page. */
let entry: EquipmentResult | null = null

export const openLocal = createLocalMedia

export function openEquipment(
  local: LocalMedia,
  soundOnly: boolean,
  done: (result: EquipmentResult) => void,
): EquipmentModel {
  const ring = () => playChime(local.state.get().speakerId)
  return createEquipment({ local, listen: watchLevel, ring, later }, { soundOnly }, (result) => {
    entry = result
    done(result)
  })
}

export function openVisit(view: PatientView, local: LocalMedia): PatientVisitModel {
  const own = { visitId: view.visitId }
  const visit = openVisitModel(view, pageId, local, {
    connect: (onOpen) => connect({ as: 'patient' }, onOpen),
    openEngine: openPeer,
    http: {
      message: (id, text) => call<MessageView>('POST', '/api/patient/messages', { id, text }, own),
      messagesBefore: (id) => call<MessageThread>('GET', `/api/patient/messages/before/${id}`, undefined, own),
      update: (change: { phoneMe?: boolean; phone?: string; cannotTalk?: boolean }) =>
        call<PatientView>('PUT', '/api/patient/visit', change, own),
      talk: (talk: DeviceTalkBody) => call<PatientView>('PUT', '/api/patient/visit/talk', talk, own),
      equipment: (findings: EquipmentFindings) => call('PUT', '/api/patient/visit/equipment', findings, own),
      companions: (body: CompanionsAnswerBody) => call('PUT', '/api/patient/visit/companions', body, own),
      leave: () => call<PatientView>('POST', '/api/patient/visit/leave', {}, own),
      join: (calledAt: number) => call<PatientView>('POST', '/api/patient/visit/join', { calledAt }, own),
    },
    phoneChoice: phoneChoice(view.visitId),
    newId,
    now: Date.now,
    elapsed: () => performance.now(),
    later,
  })
  const ownName = () => document.title
  let name = ownName()
  attend(visit, {
    ring: () => void playChime(local.state.get().speakerId),
    buzz: () => navigator.vibrate?.([200, 100, 200, 100, 400]),
    nameTab(next) {
      if (next === null) {
        document.title = name
        return
      }
      name = ownName()
      document.title = next
    },
    hidden: () => document.hidden,
    onLook(run) {
      const look = () => {
        if (!document.hidden) run()
      }
      document.addEventListener('visibilitychange', look)
      return () => document.removeEventListener('visibilitychange', look)
    },
    keepAwake,
    later,
  })
  const wake = () => {
    if (!document.hidden) visit.wake()
  }
  document.addEventListener('visibilitychange', wake)
  addEventListener('online', wake)
  return visit
}

export function Equipment({ check, support }: { check: EquipmentModel; support: ComponentChildren }) {
  return <EquipmentScreen check={check} here={surroundings()} support={support} />
}

export interface VisitScreensProps {
  visit: PatientVisitModel
  cameBack: boolean
  startAgain: (firstName: string) => void
  somebodyElse: () => Promise<void>
  comeBack: () => Promise<void>
  lastWorked: LastWorkedShelf
}

export function VisitScreens({ visit, cameBack, startAgain, somebodyElse, comeBack, lastWorked }: VisitScreensProps) {
  const view = useStore(visit.view)
  const takenOver = useStore(visit.takenOver)
  // Fetched while they wait, so that it is there when it is their turn.
  const call = usePart(callPart, true)
  const joinedByPress = useRef(false)
  const calledBack = usePart(calledBackPart, view.calledBack === true)
  // Fetched while they are seen: it has to be there when the server is not.
  const ended = usePart(endedPart, view.state.status !== 'waiting')
  const waiting = useMemo(() => {
    const ring = () => void playChime(visit.local.state.get().speakerId)
    // Where a browser does not say, it is taken to allow sound: most who wait have just rung the bell.
    const pressed = () => navigator.userActivation?.hasBeenActive ?? true
    return createWaiting(visit, { pressed, ring, later })
  }, [visit])
  useEffect(() => () => waiting.close(), [waiting])
  const { status } = view.state
  const isWaiting = status === 'waiting' && !takenOver && !view.calledBack
  const next = useMemo(
    () =>
      createWho({
        firstName: view.firstName,
        open: false,
        carryOn: () => startAgain(view.firstName),
        somebodyElse,
      }),
    [view.firstName, startAgain, somebodyElse],
  )
  const feedback = useFeedback(view)
  const ready = useReady(visit, lastWorked)
  const meanwhile = useMeanwhile(visit, isWaiting)
  const forms = useForms(visit, isWaiting)
  // After getting ready, which stands above it.
  const photos = usePart(photosPart, isWaiting && ready.is !== 'coming')
  const photosModel = useMemo(() => photos?.openPhotos(view.visitId) ?? null, [photos, view.visitId])
  const awaited = useStore(visit.awaited)
  // Somebody reads whom they are about to join: seconds before they do.
  const called = usePart(calledPart, awaited !== null || calledSince(view) !== null)
  const isSeen = !takenOver && !view.calledBack && (status === 'being-seen' || status === 'on-hold')
  /** Fetched only for whoever is to be phoned, while they wait if they chose it then. */
  const phone = usePart(phonePart, view.phoneMe)
  useBackByPhone(status, isSeen && view.phoneMe, comeBack)
  const since = isSeen ? calledSince(view) : null
  const inCall = isSeen && since === null && !view.phoneMe
  useEffect(() => {
    if (since !== null) joinedByPress.current = false
  }, [since])
  useNoPressYet(since !== null ? 'called' : inCall ? 'call' : 'other', () => !joinedByPress.current)
  if (inCall && call) return <call.PatientCall model={visit} draft={waiting.takeMessage} seen={waiting.seenMessage} />
  return (
    <Page
      organisation={view.area.organisationName}
      part={view.area.name}
      sample={view.area.sample}
      logo={view.area.logo}
      aside={<QuickExit />}
      bottom={(isWaiting || (isSeen && view.phoneMe)) && <WaitingWays visit={visit} waiting={waiting} />}
    >
      {call && <call.WarmPicture stream={awaited} />}
      {view.calledBack && calledBack ? (
        <calledBack.CalledBackScreen visit={visit} comeBack={comeBack} somebodyElse={somebodyElse} />
      ) : status === 'ended' ? (
        ended && <ended.EndedScreen view={view} next={next} feedback={feedback} />
      ) : takenOver && !view.calledBack ? (
        <TakenOverScreen useThisPage={visit.useThisPage} />
      ) : isWaiting ? (
        <WaitingScreen
          visit={visit}
          waiting={waiting}
          cameBack={cameBack}
          lastWorked={lastWorked.load()}
          ready={ready}
          forms={forms && <forms.OwnForms model={forms.model} />}
          photos={photos && photosModel && <photos.Photos model={photosModel} />}
          meanwhile={meanwhile}
        />
      ) : since !== null && called ? (
        <called.CalledScreen
          key={since}
          visit={visit}
          waiting={waiting}
          onPress={() => {
            joinedByPress.current = true
          }}
        >
          <Questions waiting={waiting} phone={view.phone} />
        </called.CalledScreen>
      ) : view.phoneMe && phone ? (
        <phone.PhoneScreen visit={visit} waiting={waiting} />
      ) : view.phoneMe ? (
        <Notice title={words.phoneMeTitle}>
          <p>{words.phoneMeStarting}</p>
        </Notice>
      ) : (
        <Spinner large heading words={words.starting} />
      )}
    </Page>
  )
}

/** Phoned again after the end, the page opens anew: whoever is phoned need not press anything first. */
function useBackByPhone(
  status: PatientView['state']['status'],
  isPhoned: boolean,
  comeBack: () => Promise<void>,
): void {
  const hadEnded = useRef(false)
  useEffect(() => {
    if (status === 'ended') hadEnded.current = true
    else if (hadEnded.current && isPhoned) {
      hadEnded.current = false
      void comeBack()
    }
  }, [status, isPhoned, comeBack])
}

/** What the clinic asks after a call, where it asks. */
function useFeedback({ visitId, state, calledBack }: PatientView): ComponentChildren {
  const asked = state.status === 'ended' && state.outcome === 'completed' && state.feedback === true && !calledBack
  const part = usePart(feedbackPart, asked)
  const model = useMemo(() => (asked && part ? part.openFeedback(visitId) : null), [asked, part, visitId])
  return part && model && <part.Feedback model={model} />
}

/** What passes the time: fetched only where the clinic has something. */
function useMeanwhile(visit: PatientVisitModel, isWaiting: boolean): ComponentChildren {
  const { area, phoneMe } = useStore(visit.view)
  const { messages, sound } = area.waiting
  const recall = area.waiting.recall && !phoneMe
  const wanted = isWaiting && (messages.length > 0 || sound || recall)
  const part = usePart(meanwhilePart, wanted)
  const meanwhile = useMemo(() => (wanted && part ? part.openMeanwhile(visit) : null), [wanted, part, visit])
  useEffect(() => () => meanwhile?.close(), [meanwhile])
  return part && meanwhile && <part.WhileWaiting {...meanwhile} offers={{ sound, recall }} />
}

/** Getting ready, once it is here. It outlives the waiting screen: a call that begins makes it give way, and keeps it. */
function useReady(visit: PatientVisitModel, lastWorked: LastWorkedShelf): Ready {
  const [part, setPart] = useState(preparePart.get())
  const [failed, setFailed] = useState(false)
  const load = () => {
    setFailed(false)
    preparePart.load().then(
      (loaded) => setPart(() => loaded),
      () => setFailed(true),
    )
  }
  useEffect(() => later(load, PREPARE_AFTER_MS), [])
  const prepare = useMemo(() => part?.openPrepare(visit, { lastWorked, entry }) ?? null, [part, visit])
  useEffect(() => () => prepare?.close(), [prepare])
  if (part && prepare)
    return {
      is: 'here',
      draw: (ways) => (
        <part.PrepareCard
          prepare={prepare}
          plan={visit.view.get().plan}
          here={surroundings()}
          local={visit.local}
          address={`${location.host}/at/${visit.view.get().area.slug}`}
          {...ways}
        />
      ),
    }
  return failed ? { is: 'failed', load } : { is: 'coming', load }
}
