// The confirmation of whom one is about to see. While it is read the path to the patient is negotiated without picture
// or sound; pressing Join claims the visit and lets both through. Closing it leaves nothing behind.

import type { CallTicket } from '#contract/call'
import type { JoinReply, QueueVisit } from '#contract/visit'
import type { CallRegistry } from '../../call/call-registry.ts'
import { remoteStream } from '../../call/stage/one-remote.ts'
import type { ApiCall } from '../../kit/api-call.ts'
import { createScope } from '../../kit/scope.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import type { CallEngine } from '../../media/engine.ts'
import type { LocalMedia } from '../../media/local.ts'
import { Refusal } from '../../net/api.ts'
import type { Connection } from '../../net/socket.ts'

export type JoinState =
  | { readonly kind: 'asking'; readonly patientThere: boolean; readonly prepared: boolean; readonly join: () => void }
  | { readonly kind: 'joining' }
  | { readonly kind: 'with-somebody-else'; readonly name: string }
  /** They left, or somebody took them off the queue. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly join: () => void }

export interface JoinModel {
  readonly state: Readable<JoinState>
  /** The prepared path's stream, on which nothing comes yet. */
  readonly stream: Readable<MediaStream | null>
  /**
   * False for a moment after the question gave way to an answer: a press that was meant for Join lands where Close now
   * stands, and must not take away who has the patient.
   */
  mayClose(): boolean
  /** Their first picture was painted. */
  pictureSeen(): void
  /** Leaves the confirmation without joining. After a join it does nothing. */
  close(): void
  /** Whoever was here signed out: also a join that was pressed leads nowhere. */
  end(): void
}

export interface JoinPorts {
  readonly connection: Connection
  readonly calls: CallRegistry
  readonly apiCall: ApiCall
  readonly local: LocalMedia
  readonly pageId: string
  /** The visit as the queue shows it now; null once it is no longer there. */
  readonly visit: Readable<QueueVisit | null>
  readonly myId: string
  readonly visitId: string
  /** Who it is was confirmed before, with name and birth date: joined as soon as the path is ready. */
  readonly atOnce?: boolean
  /** The engine of the call is open; whoever follows the visit from here on has it. */
  readonly onJoined: (joined: JoinReply) => void
  /** For a moment the first picture may be shown here, before the call's own screen is built. Without it nothing waits. */
  readonly later?: (run: () => void, ms: number) => void
  /** ms of a clock that nobody sets; `performance.now` unless a test says otherwise. */
  readonly now?: () => number
}

/** The call's screen waits so long for the first picture, ms: building it would keep the picture from being shown. */
const PICTURE_FIRST_MS = 400
/** Longer than a press takes that was begun before the answer stood there. */
const ANSWER_STANDS_MS = 800

export function createJoin(ports: JoinPorts): JoinModel {
  const { connection, calls, local, visitId } = ports
  const follower = calls.follow(visitId)
  let engine: CallEngine | null = null
  let over = false
  let atOnce = ports.atOnce ?? false
  const clock = ports.now ?? (() => performance.now())
  let answeredAt = Number.NEGATIVE_INFINITY
  const there = () => ports.visit.get()?.awaySince === null
  /** They asked to be phoned: no path is made ready, and no camera is asked for. */
  const byPhone = () => ports.visit.get()?.phoneMe === true
  const asking = (): JoinState => ({ kind: 'asking', patientThere: there(), prepared: engine !== null, join })
  const state = createStore<JoinState>(asking())
  const stream = createStore<MediaStream | null>(null)
  let seen = false
  let wasByPhone = byPhone()
  /** The newest call that was offered since Join was pressed: the answer, by another way, may be older. */
  let offered: CallTicket | null = null
  /** The way from the confirmation into the call, once the server has let us in. */
  let goOn: (() => void) | null = null

  function drop(tell: boolean): void {
    if (!engine) return
    const { callId } = engine
    engine = null
    stream.set(null)
    calls.close(callId, tell)
  }

  /** Without a prepared path joining still works, only slower: so a failure here is not worth a word. */
  async function prepare(): Promise<void> {
    if (byPhone()) return
    try {
      const { ticket } = await connection.send({ type: 'call.prepare', visitId })
      if (!ticket) return
      if (over || byPhone() || state.get().kind !== 'asking') {
        if (over || byPhone()) calls.decline(ticket)
        return
      }
      drop(true)
      engine = calls.open(ticket, false)
      state.set(asking())
      if (atOnce && there()) join()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }

  function join(): void {
    atOnce = false
    const now = state.get().kind
    if (over || (now !== 'asking' && now !== 'refused')) return
    state.set({ kind: 'joining' })
    offered = null
    const body = { pageId: ports.pageId, callId: engine?.callId ?? null }
    ports.apiCall<JoinReply>('POST', `/api/staff/visits/${visitId}/join`, body).then(joined, refused)
  }

  /** This call from now on, in place of any other. */
  function begin(ticket: CallTicket): void {
    if (engine?.callId !== ticket.callId) {
      drop(false)
      engine = calls.open(ticket, false)
    }
  }

  /**
   * Pressed before a path was prepared: the call of the join begins while the server still stores it. And another takes
   * its place where the patient's page opens anew in that very moment.
   */
  function takeUp(ticket: CallTicket): void {
    if (over || state.get().kind !== 'joining') return
    offered = ticket
    begin(ticket)
  }

  function joined(reply: JoinReply): void {
    if (over) return
    // They asked to be phoned, maybe in this very moment: nothing that was made ready goes on.
    if (!reply.ticket) {
      drop(true)
      over = true
      ports.onJoined(reply)
      finish()
      return
    }
    const { ticket } = reply
    const newest = () => offered ?? ticket
    begin(newest())
    goOn = () => {
      goOn = null
      begin(newest())
      over = true
      ports.onJoined({ ...reply, ticket: newest() })
      engine = null
      // Only now: whoever keeps the engine from here on follows the visit already.
      finish()
    }
    if (!seen && ports.later) ports.later(() => goOn?.(), PICTURE_FIRST_MS)
    else goOn()
  }

  /** Nobody to join here any more: the prepared path goes too. */
  function giveUp(why: JoinState): void {
    drop(true)
    answeredAt = clock()
    state.set(why)
  }

  function refused(error: unknown): void {
    if (!(error instanceof Refusal)) throw error
    if (over) return
    const { code, detail } = error
    if (code === 'visit/with-somebody-else') giveUp({ kind: 'with-somebody-else', name: String(detail.name ?? '') })
    else if (code === 'visit/already-ended' || code === 'visit/not-found') giveUp({ kind: 'gone' })
    else state.set({ kind: 'refused', refusal: error, join })
  }

  function follow(visit: QueueVisit | null): void {
    const now = state.get()
    if (now.kind !== 'asking' && now.kind !== 'refused') return
    const other = visit?.practitioner && visit.practitioner.id !== ports.myId ? visit.practitioner : null
    if (!visit) giveUp({ kind: 'gone' })
    else if (other) giveUp({ kind: 'with-somebody-else', name: other.name })
    else if (now.kind === 'asking') {
      if (visit.phoneMe) drop(true)
      const cameBack = !now.patientThere && visit.awaySince === null
      const toVideo = wasByPhone && !visit.phoneMe
      wasByPhone = visit.phoneMe
      state.set(asking())
      // A page that came back knows nothing of the path prepared before.
      if (toVideo) askForOwn()
      if (cameBack || toVideo) void prepare()
    }
  }

  function askForOwn(): void {
    const { camera, microphone } = local.state.get()
    if (camera === 'not-asked' || microphone === 'not-asked') void local.request({ camera: true, microphone: true })
  }

  function finish(): void {
    over = true
    follower.close()
    scope.close()
  }

  follower.on('call.offered', ({ ticket }) => takeUp(ticket))
  follower.on('call.signal', ({ callId }) => {
    // Not before: drawing the place of a picture takes longer than offering it, and nothing comes without an answer.
    if (engine?.callId === callId) stream.set(remoteStream(engine.state.get()))
  })
  follower.on('call.released', ({ callId }) => {
    if (engine?.callId !== callId || state.get().kind === 'joining') return
    // The patient's page has as many paths ready as it keeps: joining works without.
    drop(false)
    if (state.get().kind === 'asking') state.set(asking())
  })
  const scope = createScope([
    ports.visit.subscribe(follow),
    connection.link.subscribe((link) => {
      if (link === 'open' && state.get().kind === 'asking') void prepare()
    }),
  ])
  // Sent earlier, it would reach the server before the page has opened; the link's opening prepares by itself.
  if (connection.link.get() === 'open') void prepare()
  if (!byPhone()) askForOwn()

  return {
    state,
    stream,
    pictureSeen() {
      seen = true
      goOn?.()
    },
    mayClose: () => clock() - answeredAt >= ANSWER_STANDS_MS,
    close() {
      if (over || state.get().kind === 'joining') return
      drop(true)
      finish()
    },
    end() {
      if (over) return
      goOn = null
      drop(false)
      finish()
    },
  }
}
