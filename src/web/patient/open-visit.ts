// Makes the model of the patient's page for one visit: holds the connection, the newest snapshot, the calls and the
// messages together. Draws nothing; everything of the browser comes in as an argument.
import type { CompanionsAnswerBody } from '#contract/consultation'
import type { DeviceTalkBody } from '#contract/plan'
import type { MediaState, MessageThread, MessageView } from '#contract/shapes'
import type { PatientView, PositionUpdate, SeenState } from '#contract/visit'
import { CALL_BACK_MS } from '#domain/call-back'
import type { EquipmentFindings } from '#domain/equipment'
import { holding, withEarlier, withMessage } from '#domain/thread'
import { createCallRegistry } from '../call/call-registry.ts'
import { createMessageQueue } from '../call/messages/message-queue.ts'
import type { Later } from '../kit/later.ts'
import { latestValueSender } from '../kit/latest-value-sender.ts'
import { createScope } from '../kit/scope.ts'
import { createStore } from '../kit/store.ts'
import type { OpenEngine } from '../media/engine.ts'
import type { DeviceState, LocalMedia } from '../media/local.ts'
import { Refusal } from '../net/api.ts'
import type { Connection } from '../net/socket.ts'
import { calledSince } from './called/called-since.ts'
import { createCameraRequests } from './camera-requests.ts'
import { createOfferedCalls } from './offered-calls.ts'
import { placed } from './placed.ts'
import type { PatientVisitModel } from './visit-model.ts'

export interface VisitWorld {
  connect(onOpen: (connection: Connection) => Promise<void>): Connection
  openEngine: OpenEngine
  http: {
    message(id: string, text: string): Promise<MessageView>
    messagesBefore(messageId: string): Promise<MessageThread>
    update(change: { phoneMe?: boolean; phone?: string; cannotTalk?: boolean }): Promise<PatientView>
    talk(talk: DeviceTalkBody): Promise<PatientView>
    equipment(findings: EquipmentFindings): Promise<unknown>
    companions(answer: CompanionsAnswerBody): Promise<unknown>
    leave(): Promise<PatientView>
    join(calledAt: number): Promise<PatientView>
  }
  /** Through a reload: that this person chose to be phoned, and the clinic does not know it yet. */
  phoneChoice: { load(): boolean; save(chosen: boolean): void }
  newId(): string
  now(): number
  /** Milliseconds of a clock that nobody sets. */
  elapsed(): number
  later: Later
}

/** What the clinic is told of a device. One that was not asked for is the person's own to switch on. */
export function mediaStateOf(device: DeviceState): MediaState {
  if (device === 'on') return 'works'
  return device === 'off' || device === 'not-asked' || device === 'asking' ? 'off' : 'none'
}

/** A "waiting" that was read before the join may arrive after it; one that still holds after this time (ms) is true. */
const OVERTAKEN_MS = 2500

// The server knows nothing of this visit any more: it ended long ago, and its details are deleted.
const GONE = new Set(['access/sign-in-needed', 'visit/not-found'])

/** Nothing of a call is here then, until the patient says that they come. */
const mayBeCalledBack = ({ state, calledBack }: PatientView): boolean =>
  calledBack === true || (state.status === 'ended' && state.outcome === 'completed')

function gone(view: PatientView): PatientView {
  const outcome = view.state.status === 'waiting' ? 'not-returned' : 'completed'
  return { ...view, calledBack: false, state: { status: 'ended', outcome, afterText: '', afterLink: null } }
}

export function openVisit(first: PatientView, pageId: string, local: LocalMedia, world: VisitWorld): PatientVisitModel {
  const { visitId } = first
  /** Chosen here: it holds on this page from the press, whatever the server goes on saying until it knows. */
  let choseThePhone = world.phoneChoice.load()
  /** Said here, until the server knows it; null: nothing was. */
  let saidQuiet: boolean | null = null
  const asChosen = (read: PatientView): PatientView => ({
    ...read,
    ...(choseThePhone ? { phoneMe: true } : {}),
    ...(saidQuiet === null ? {} : { cannotTalk: saidQuiet }),
  })
  const view = createStore(asChosen(first))
  const takenOver = createStore(false)
  let clockAhead = first.now - world.now()
  let claim = true
  let told = ''
  let over = false
  let isOff = false
  /** What was heard of the place alone. */
  let place: PositionUpdate | null = null
  /** When a call became live while the page still showed the queue, and a "waiting" that came so soon after. */
  let liveAt = Number.NEGATIVE_INFINITY
  let livesHeard = 0
  let doubted: PatientView | null = null
  /** Whether their microphone was on when they said that they cannot talk. */
  let wasHeard = false
  /** What was on when another page took over. */
  let before = { camera: false, microphone: false }

  const queue = createMessageQueue({
    async deliver({ id, text }) {
      const message = await world.http.message(id, text)
      keepMessage(message)
      return message
    },
    author: () => ({ from: 'patient', authorName: view.get().firstName }),
    keepRefused: false,
    newId: world.newId,
    now: () => world.now() + clockAhead,
    later: world.later,
  })
  const talk = latestValueSender<DeviceTalkBody>(async (said) => receive(await world.http.talk(said)), world.later)
  const equipment = latestValueSender(world.http.equipment, world.later)
  const joining = latestValueSender<number>(async (calledAt) => receive(await world.http.join(calledAt)), world.later)

  const phone = latestValueSender<{ phoneMe: true; phone?: string }>(async (chosen) => {
    if (!choseThePhone) return
    const stored = await world.http.update(chosen)
    choose(false)
    receive(stored)
  }, world.later)

  const quiet = latestValueSender<boolean>(async (cannotTalk) => {
    const stored = await world.http.update({ cannotTalk })
    if (saidQuiet === cannotTalk) saidQuiet = null
    receive(stored)
  }, world.later)

  function choose(thePhone: boolean): void {
    choseThePhone = thePhone
    world.phoneChoice.save(thePhone)
  }

  /** No picture and no sound goes from this page, and nothing that could carry them is there. */
  function letGo(): void {
    desk.closeAll()
    void local.release()
  }

  function keepMessage(message: MessageView): void {
    show(withMessage(view.get(), message))
  }

  function show(read: PatientView): void {
    const { phoneMe: wasPhoned, state: before } = view.get()
    const was = before.status
    const next = asChosen(placed(holding(view.get(), read), place))
    if (next.phoneMe && !wasPhoned) letGo()
    view.set(next)
    const status = next.state.status
    const isCalled = calledSince(next) !== null
    desk.setMediaEnabled(status === 'being-seen' && !isCalled && !takenOver.get() && !next.phoneMe)
    if (wasPhoned && !next.phoneMe && status !== 'ended' && !takenOver.get())
      void local.request({ camera: true, microphone: true })
    if ((was === 'being-seen' || was === 'on-hold') && status === 'waiting') desk.goLive(null)
    if (status === 'ended') finish()
    queue.stored(view.get().messages)
  }

  function receive(next: PatientView): void {
    if (over || next.visitId !== visitId || next.revision < view.get().revision) return
    clockAhead = next.now - world.now()
    const waiting = next.state.status === 'waiting'
    if (!waiting) liveAt = Number.NEGATIVE_INFINITY
    doubted = waiting && world.elapsed() - liveAt < OVERTAKEN_MS ? next : null
    if (!doubted) show(next)
    else
      world.later(() => {
        if (doubted === next) show(next)
      }, OVERTAKEN_MS)
  }

  /** Shows who is there from the message itself, so nothing waits for the next snapshot. */
  function goLive(callId: string, state: SeenState): void {
    if (takenOver.get() || over) return
    livesHeard += 1
    if (view.get().state.status === 'waiting') liveAt = world.elapsed()
    if (!view.get().phoneMe) desk.goLive(callId)
    show({ ...view.get(), state })
  }

  async function open(through: Connection): Promise<void> {
    // By the counting of the server that this page had before.
    place = null
    const livesBefore = livesHeard
    const answer = await through
      .send({ type: 'patient.open', visitId, pageId, claim, callId: desk.live.get()?.callId ?? null })
      .catch((error) => {
        if (error instanceof Refusal && GONE.has(error.code)) {
          if (view.get().state.status !== 'ended') show(gone(view.get()))
          hangUp()
        }
        throw error
      })
    if (over) {
      claim = false
      return hearAfterEnd(answer.view)
    }
    claim = false
    clockAhead = answer.view.now - world.now()
    // Somebody joined while the server answered: the answer was read before that.
    const joinedSince = answer.liveCallId === null && livesHeard !== livesBefore
    if (answer.holder) {
      takenOver.set(false)
      if (!joinedSince && !asChosen(answer.view).phoneMe) desk.goLive(answer.liveCallId)
    } else giveWay()
    if (joinedSince) receive(answer.view)
    else show(answer.view)
    told = ''
    tellEquipment()
    desk.mend()
    phone.push()
    quiet.push()
    queue.push()
    talk.push()
    equipment.push()
    joining.push()
  }

  function giveWay(): void {
    if (takenOver.get()) return
    takenOver.set(true)
    desk.closeAll()
    const { camera, microphone } = local.state.get()
    before = { camera: camera === 'on', microphone: microphone === 'on' }
    // The newer page may need the camera that this one holds.
    if (before.camera) void local.setCameraOn(false)
    if (before.microphone) void local.setMicrophoneOn(false)
  }

  function tellEquipment(): void {
    const { camera, microphone } = local.state.get()
    if (takenOver.get() || over) return
    const picture = mediaStateOf(camera)
    const sound = mediaStateOf(microphone)
    const now = `${picture} ${sound}`
    if (now === told) return
    told = now
    connection.send({ type: 'patient.equipment', picture, sound }).catch(() => {
      // Sent again after the next opening.
      told = ''
    })
  }

  /** Camera, calls and all that is sent end here. The line stays for a while: the practitioner may call back. */
  function finish(): void {
    if (over) return
    over = true
    desk.closeAll()
    scope.close()
    calls.closeAll()
    phone.close()
    quiet.close()
    queue.close()
    talk.close()
    equipment.close()
    joining.close()
    local.close()
    if (mayBeCalledBack(view.get())) listenForCallBack()
    else hangUp()
  }

  function listenForCallBack(): void {
    connection.on('visit', (heard) => hearAfterEnd(heard.view))
    world.later(() => {
      if (view.get().state.status === 'ended') hangUp()
    }, CALL_BACK_MS)
  }

  function hangUp(): void {
    isOff = true
    connection.close()
  }

  function hearAfterEnd(next: PatientView): void {
    if (next.visitId === visitId && next.revision >= view.get().revision) view.set(next)
  }

  const connection = world.connect(open)
  const calls = createCallRegistry(connection, local, world.openEngine)
  const desk = createOfferedCalls(visitId, calls)
  const follower = calls.follow(visitId)
  follower.on('visit', (heard) => receive(heard.view))
  follower.on('message', ({ message }) => keepMessage(message))
  follower.on('place', ({ news }) => {
    place = news
    show(view.get())
  })
  follower.on('call.offered', ({ ticket, prepared }) => {
    // What was offered before the clinic knew of the choice is not made.
    if (view.get().phoneMe) calls.decline(ticket)
    else if (!takenOver.get()) desk.offered(ticket, prepared)
  })
  follower.on('call.released', ({ callId }) => desk.released(callId))
  follower.on('call.live', ({ callId, state }) => goLive(callId, state))
  follower.on('taken-over', giveWay)
  const asks = createCameraRequests(connection, follower, desk.live)
  const scope = createScope([follower.close, asks.close, local.state.subscribe(tellEquipment)])
  queue.stored(view.get().messages)
  if (first.state.status === 'ended' || first.calledBack) finish()
  else if (choseThePhone) phone.send({ phoneMe: true })

  return {
    view,
    link: connection.link,
    takenOver,
    engine: desk.live,
    awaited: desk.awaited,
    local,
    messages: queue.messages,
    ask: asks.ask,
    answerCameraRequest: asks.answer,
    sendMessage(text) {
      if (!over) queue.send(text)
    },
    async showEarlier() {
      const before = view.get().messages[0]?.id
      if (before === undefined) return
      show(withEarlier(view.get(), before, await world.http.messagesBefore(before)))
    },
    setMuted: (muted) => local.setMicrophoneOn(!muted),
    setCameraOn: (on) => local.setCameraOn(on),
    bePhoned(number) {
      if (over) return
      choose(true)
      show(view.get())
      phone.send({ phoneMe: true, ...(number === null ? {} : { phone: number }) })
    },
    setCannotTalk(yes) {
      if (over) return
      saidQuiet = yes
      show(view.get())
      quiet.send(yes)
      if (yes) wasHeard = local.state.get().microphone === 'on'
      if (yes || wasHeard) void local.setMicrophoneOn(!yes)
    },
    async useVideo() {
      const stored = await world.http.update({ phoneMe: false })
      choose(false)
      receive(stored)
    },
    async changePhone(phone) {
      receive(await world.http.update({ phone }))
    },
    async answerCompanions(answer) {
      const companions = view.get().companionsAsked
      if (companions) await world.http.companions({ companions, answer })
    },
    keepTalk(said) {
      if (!over) talk.send(said)
    },
    keepEquipment(findings) {
      if (!over) equipment.send(findings)
    },
    join() {
      const calledAt = calledSince(view.get())
      if (calledAt !== null && !over) joining.send(calledAt)
    },
    async leave() {
      const left = await world.http.leave()
      if (over) hearAfterEnd(left)
      else receive(left)
    },
    useThisPage() {
      claim = true
      takenOver.set(false)
      const video = !view.get().phoneMe
      if (video && before.camera) void local.setCameraOn(true)
      if (video && before.microphone) void local.setMicrophoneOn(true)
      open(connection).catch(() => connection.wake())
    },
    wake() {
      if (isOff) return
      connection.wake()
      desk.mend()
    },
    serverNow: () => world.now() + clockAhead,
    close() {
      finish()
      hangUp()
    },
  }
}
