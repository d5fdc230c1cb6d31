// A consultation as the practitioner's page holds it: the visit's state, the call, messages and the note. It decides when
// picture and sound flow; it never lets the note wait for the call or the call for the note.
import type { CallTicket } from '#contract/call'
import type { MessageThread, MessageView } from '#contract/shapes'
import type { ConsultationView, StepReply } from '#contract/visit'
import type { EquipmentFindings } from '#domain/equipment'
import { holding, withEarlier, withMessage } from '#domain/thread'
import { words as phoneWords } from '#text/phone-practitioner'
import { words } from '#text/practitioner-call'
import type { CallRegistry } from '../../call/call-registry.ts'
import { createMessageQueue } from '../../call/messages/message-queue.ts'
import { type Attendance, type CallSound, followWithSounds } from '../../call/sounds.ts'
import { derive } from '../../kit/derived.ts'
import { newId } from '../../kit/ids.ts'
import { type Later, later as realLater } from '../../kit/later.ts'
import { createScope } from '../../kit/scope.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { playChime } from '../../media/chime.ts'
import type { LocalMedia } from '../../media/local.ts'
import { keepAwake } from '../../media/wake-lock.ts'
import { call, Refusal } from '../../net/api.ts'
import type { Connection } from '../../net/socket.ts'
import { awaitFirstPath } from './first-path.ts'
import { createNoteKeeper } from './note/note-kept.ts'
import { createNoteModel, type NoteModel } from './note/note-model.ts'
import { createNoteServer } from './note/note-server.ts'
import { createBeside } from './practitioner-beside.ts'
import type { CallActions, CallStage, CallStep, PractitionerCallModel, ShownCall } from './practitioner-state.ts'
import { attendanceOf, isSeen, isWithPatientOf, NO_ACTIONS, possibleActions, type Steps } from './practitioner-steps.ts'

export interface PractitionerCallInputs {
  readonly connection: Connection
  readonly calls: CallRegistry
  readonly visitId: string
  /** What the console has when Join succeeded: the call goes on with the engine that was prepared. Null after a reload. */
  readonly joined: { readonly view: ConsultationView; readonly ticket: CallTicket | null } | null
  readonly local: LocalMedia
  readonly ownEquipment?: Readable<EquipmentFindings | null>
  readonly request?: typeof call
  readonly later?: Later
  readonly play?: (sound: CallSound) => void
  /** Keeps the screen awake until the returned function is called. */
  readonly keepAwake?: () => () => void
  readonly storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
}

const ATTACH_AGAIN_MS = 1000

export function createPractitionerCall(inputs: PractitionerCallInputs): PractitionerCallModel {
  const { connection, calls, visitId, local } = inputs
  const request = inputs.request ?? call
  const later = inputs.later ?? realLater
  const url = `/api/staff/visits/${visitId}`
  const stage = createStore<CallStage>({ kind: 'opening' })
  /** Who is on the screen and whose picture it is, in one: neither is ever taken from anywhere else. */
  const shown = createStore<ShownCall | null>(null)
  const view = derive([shown], () => shown.get()?.view ?? null)
  const engine = derive([shown], () => shown.get()?.engine ?? null)
  const note = createStore<NoteModel | null>(null)
  const actions = createStore<CallActions>(NO_ACTIONS)
  const underWay = createStore<CallStep | null>(null)
  const trouble = createStore<ReturnType<PractitionerCallModel['trouble']['get']>>(null)
  const attendance = createStore<Attendance>('away')
  const follower = calls.follow(visitId)
  let flowing = false
  let ahead = 0
  let takenAt = 0
  const serverNow = () => Date.now() + ahead
  const queue = createMessageQueue({
    deliver: (body) => request('POST', `${url}/messages`, body),
    author: () => ({ from: 'clinic', authorName: '' }),
    keepRefused: true,
    newId,
    now: serverNow,
    later,
  })
  const beside = createBeside({
    connection,
    follower,
    view,
    engine,
    note,
    request,
    url,
    later,
    newId,
    now: serverNow,
  })
  let attachRound = 0
  let askedToEnd = false
  let cancelTooLate = () => {}
  let closed = false

  /** The one place that decides whether picture and sound may pass. */
  function settle(): void {
    const isHolding = underWay.get() === 'hold'
    flowing = isSeen(stage.get(), view.get()) && view.get()?.medium === 'video' && !isHolding
    engine.get()?.setMediaEnabled(flowing)
    const { status = null, medium = null, calledBack = false, called, callBackUntil = 0 } = view.get() ?? {}
    const told = { status, medium, calledBack, called: called !== undefined, canCallBack: callBackUntil > serverNow() }
    const moment = { ...told, stage: stage.get(), underWay: underWay.get(), link: connection.link.get() }
    actions.set(possibleActions(moment, steps))
    attendance.set(attendanceOf(stage.get(), view.get()))
  }

  /** The call of this visit from now on. Whoever is phoned has none. */
  function adopt(ticket: CallTicket | null): void {
    const now = shown.get()
    if (!now || now.view.medium === 'phone' || !isWithPatientOf(now.view, ticket)) return
    if (ticket?.visitId !== visitId || now.engine?.callId === ticket.callId) return
    const next = calls.open(ticket, flowing)
    drop()
    shown.set({ view: now.view, engine: next })
  }

  function drop(): void {
    const now = shown.get()
    if (!now?.engine) return
    shown.set({ view: now.view, engine: null })
    calls.close(now.engine.callId, false)
  }

  function leave(): void {
    connection.send({ type: 'call.leave', visitId }).catch(() => {})
  }

  /** Tries a lost or never finished path again. */
  function mend(): void {
    const now = engine.get()
    if (now && now.state.get().link !== 'ready') now.restart()
  }

  function move(next: CallStage): void {
    stage.set(next)
    settle()
    if (next.kind !== 'call' && next.kind !== 'opening') drop()
  }

  /** Told alone, to a locked page. This page's clock may jump; its age does not. */
  function takeStatus(
    { called: _, ...known }: ConsultationView,
    told: Pick<ConsultationView, 'status' | 'medium' | 'called' | 'revision'>,
  ): void {
    takeView({ ...known, ...told, now: known.now + performance.now() - takenAt })
  }

  /** Messages that came before there was a view: the view may have been read before they were stored. */
  const early: MessageView[] = []

  function showView(next: ConsultationView): void {
    shown.set({ view: next, engine: engine.get() })
    queue.stored(next.messages)
  }

  function takeView(next: ConsultationView, isAnswer = false): void {
    if (next.visitId !== visitId) return
    const before = view.get()
    // A snapshot from before a step must not undo it; the answer to a question is the newest there is.
    if (before && !isAnswer && next.revision < before.revision) return
    ahead = next.now - Date.now()
    takenAt = performance.now()
    showView(before ? holding(before, next) : early.reduce(withMessage, next))
    holdBy(next.medium, before?.medium ?? null)
    if (before?.noteId !== next.noteId || !note.get()) {
      const keeper = createNoteKeeper(next.noteId, inputs.storage ?? sessionStorage)
      note.set(createNoteModel(createNoteServer(next.noteId, request), keeper, later))
    }
    cancelTooLate()
    const left = (next.callBackUntil ?? 0) - next.now
    if (left > 0) cancelTooLate = later(settle, left)
    const now = stage.get().kind
    if (now === 'taken-over' || now === 'close-out' || now === 'sent-back') return
    if (next.status === 'ended') move({ kind: 'close-out', endedBy: askedToEnd ? 'practitioner' : 'patient' })
    else if (next.status === 'waiting') move({ kind: 'sent-back' })
    else move({ kind: 'call' })
  }

  /** By phone nothing is sent from here, and nothing that could carry it is there. */
  function holdBy(medium: ConsultationView['medium'], before: ConsultationView['medium'] | null): void {
    if (medium === before) return
    if (medium === 'phone') {
      drop()
      void local.release()
      return
    }
    const { camera, microphone } = local.state.get()
    if (camera === 'not-asked' || microphone === 'not-asked')
      void local.request({ camera: camera === 'not-asked', microphone: microphone === 'not-asked' })
  }

  async function attach(callId: string | null, claim: boolean): Promise<void> {
    const round = ++attachRound
    try {
      const answer = await connection.send({ type: 'call.attach', visitId, callId, claim })
      // The page was left while this was on its way: the server took it in after it had taken it out.
      if (closed && answer.holder && !calls.isFollowed(visitId)) leave()
      if (round !== attachRound || closed) return
      if (!answer.holder) return move({ kind: 'taken-over' })
      if (stage.get().kind === 'taken-over') stage.set({ kind: 'opening' })
      // Locked, the page goes on with what it knew.
      if (answer.view) takeView(answer.view, true)
      if (stage.get().kind !== 'call') return
      adopt(answer.ticket)
      mend()
    } catch (error) {
      if (round !== attachRound || closed) return
      if (!(error instanceof Refusal)) throw error
      if (isPassing(error)) {
        // Without a connection the next opening attaches.
        if (connection.link.get() === 'open')
          later(() => round === attachRound && !closed && void attach(callId, claim), ATTACH_AGAIN_MS)
        return
      }
      // What this page had is over: the note is still to be finished.
      if (view.get() && OVER.has(error.code) && underWay.get() === 'send-back') return move({ kind: 'sent-back' })
      if (view.get() && OVER.has(error.code)) {
        // Whoever was called back may say no before this page is in the consultation's channel again.
        const saidNo = underWay.get() === 'call-back'
        return move({ kind: 'close-out', endedBy: askedToEnd ? 'practitioner' : saidNo ? 'patient' : 'unseen' })
      }
      const name = typeof error.detail.name === 'string' ? error.detail.name : null
      move({ kind: 'refused', code: error.code, name })
    }
  }

  async function step(which: CallStep, work: () => Promise<StepReply | null>) {
    if (underWay.get()) return
    underWay.set(which)
    if (which === 'end') askedToEnd = true
    trouble.set(null)
    settle()
    try {
      const answer = await work()
      // What is pushed may be slower than the answer, or lost with the connection.
      if (answer) takeView(answer.view)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // Only the answer may be lost, and the step be done.
      if (which !== 'call-back' && error.code === 'offline' && connection.link.get() === 'open')
        await attach(engine.get()?.callId ?? null, false)
      if (which !== 'call-back' && (stage.get().kind !== 'call' || view.get()?.status === MEANT[which])) return
      if (which === 'end' && error.code !== 'offline') askedToEnd = false
      trouble.set({ step: which, code: error.code })
    } finally {
      underWay.set(null)
      settle()
    }
  }

  const post = (which: CallStep) => () => void step(which, () => request<StepReply>('POST', `${url}/${which}`, {}))
  const steps: Steps = {
    hold: post('hold'),
    resume: post('resume'),
    sendBack: (reason) =>
      void step('send-back', () => request<StepReply>('POST', `${url}/send-back`, reason ? { reason } : {})),
    end: post('end'),
    noAnswer: () =>
      void step('no-answer', async () => {
        const before = view.get()?.phoning?.noAnswers.length ?? 0
        const answer = await request<StepReply>('POST', `${url}/phone/no-answer`, { before })
        const at = answer.view.phoning?.noAnswers[before]
        if (at !== undefined) beside.writeLine(phoneWords.noteNoAnswer(before + 1, words.time(at)))
        return answer
      }),
    askVideo: () => void step('ask-video', () => request<StepReply>('POST', `${url}/phone/ask-video`, {})),
    refresh: () =>
      void step('refresh', async () => {
        await attach(null, true)
        return null
      }),
    callBack: () =>
      void step('call-back', async () => {
        const { view } = await request<StepReply>('POST', `${url}/reopen`, {})
        askedToEnd = false
        stage.set({ kind: 'opening' })
        takeView(view, true)
        await attach(null, true)
        return null
      }),
    sendMessage: queue.send,
    useThisPage: () => void attach(null, true),
  }

  function sendWhatWaits(): void {
    note.get()?.retryNow()
    queue.push()
    beside.retryNow()
  }

  follower.on('consultation', (heard) => takeView(heard.view))
  follower.on('message', ({ message }) => {
    const known = view.get()
    if (known) showView(withMessage(known, message))
    else early.push(message)
  })
  follower.on('consultation-status', ({ type: _type, visitId: _visitId, ...told }) => {
    const known = view.get()
    if (!known) return
    const isOther = known.status !== told.status || known.medium !== told.medium || !known.called !== !told.called
    if (isOther) takeStatus(known, told)
  })
  // The patient's page came back anew: the other half is made anew too.
  follower.on('call.offered', ({ ticket }) => {
    if (stage.get().kind === 'call') adopt(ticket)
  })
  // They chose to be phoned: nothing goes on until the view says so.
  follower.on('call.released', ({ callId }) => {
    if (engine.get()?.callId === callId) drop()
  })
  follower.on('taken-over', () => move({ kind: 'taken-over' }))

  const scope = createScope([
    connection.on('unlocked', () => {
      const now = stage.get().kind
      // Locked it was told nothing of the visit, so that it could not open.
      if (now === 'opening') void attach(null, true)
      else if (now === 'call') void attach(engine.get()?.callId ?? null, false)
    }),
    awaitFirstPath(
      engine,
      () => attendance.get() === 'there' && connection.link.get() === 'open',
      () => void attach(null, false),
      later,
    ),
    connection.link.subscribe((link) => {
      settle()
      if (link !== 'open') return
      sendWhatWaits()
      const now = stage.get().kind
      if (now === 'opening') void attach(null, true)
      else if (now === 'call') void attach(engine.get()?.callId ?? null, false)
    }),
  ])

  if (inputs.joined) {
    takeView(inputs.joined.view)
    if (stage.get().kind === 'call') adopt(inputs.joined.ticket)
  } else if (connection.link.get() === 'open') void attach(null, true)
  const play = inputs.play ?? ((sound) => void playChime(local.state.get().speakerId, sound))
  scope.add(followWithSounds(attendance, createStore(false), play, later), (inputs.keepAwake ?? keepAwake)())

  return {
    stage,
    shown,
    view,
    link: connection.link,
    engine,
    local,
    messages: queue.messages,
    async showEarlier() {
      const first = view.get()?.messages[0]
      if (!first) return
      const page = await request<MessageThread>('GET', `${url}/messages/before/${first.id}`)
      const now = view.get()
      if (now) showView(withEarlier(now, first.id, page))
    },
    note,
    beside,
    ownEquipment: inputs.ownEquipment ?? createStore(null),
    actions,
    underWay,
    trouble,
    dismissTrouble: () => trouble.set(null),
    isInCall: () => isSeen(stage.get(), view.get()),
    serverNow,
    goOn: sendWhatWaits,
    close() {
      closed = true
      cancelTooLate()
      scope.close()
      queue.close()
      beside.close()
      drop()
      follower.close()
      if (HELD.has(stage.get().kind)) leave()
    },
  }
}

/** How the visit stands once the step is done, where the call's page stays. */
const MEANT: Partial<Record<CallStep, ConsultationView['status']>> = { hold: 'on-hold', resume: 'being-seen' }

/** In these this page may be in the consultation's channels. */
const HELD: ReadonlySet<CallStage['kind']> = new Set(['opening', 'call'])

const OVER: ReadonlySet<string> = new Set(['visit/already-ended', 'visit/not-held-by-you', 'visit/not-found'])

/** Refusals that pass by themselves. */
function isPassing(error: Refusal): boolean {
  return (
    error.code === 'offline' ||
    error.code === 'server/busy' ||
    error.code === 'server/fault' ||
    // It attaches once it is unlocked.
    error.code === 'session/locked' ||
    error.code === 'request/too-many'
  )
}
