// Routes every server message about a visit or a call: to the followers of that visit, and to the engine of that call.
// Messages about any other visit are dropped. Both sides use it; it decides nothing about a visit.
import type { CallTicket } from '#contract/call'
import type { ServerMessage } from '#contract/realtime'
import { createScope } from '../kit/scope.ts'
import type { CallEngine, OpenEngine, Outgoing, Signal } from '../media/engine.ts'
import type { LocalMedia } from '../media/local.ts'
import type { Connection } from '../net/socket.ts'

/** What names its visit. */
const ABOUT_A_VISIT = [
  'visit',
  'message',
  'place',
  'consultation',
  'consultation-status',
  'call.offered',
  'call.released',
  'call.signal',
  'call.live',
  'call.camera-request',
  'call.camera-answer',
  'taken-over',
] as const
type AboutVisit = (typeof ABOUT_A_VISIT)[number]
type MessageOf<T extends ServerMessage['type']> = Extract<ServerMessage, { type: T }>

/** Whoever follows one visit. */
export interface VisitFollower {
  on<T extends AboutVisit>(type: T, listener: (heard: MessageOf<T>) => void): void
  /** Stops following. With the last follower of a visit its engines are closed. */
  close(): void
}

export interface CallRegistry {
  follow(visitId: string): VisitFollower
  /** Whether anything on this page follows the visit. */
  isFollowed(visitId: string): boolean
  /**
   * The engine of this call: the one there is, else a new one with the own picture and sound. `flowing` says whether they
   * pass; signals that came before it was open are handed to it last.
   */
  open(ticket: CallTicket, flowing: boolean): CallEngine
  /** Makes no other half of a prepared call: the other page is told. */
  decline(ticket: CallTicket): void
  /** Closes the engine of a call; with `tell` the other page is told, and the call is over for both. */
  close(callId: string, tell: boolean): void
  /** The engines of a visit, the oldest first. */
  enginesOf(visitId: string): readonly CallEngine[]
  /** How many messages were dropped because they were about a visit that nobody here follows. */
  dropped(): number
  closeAll(): void
}

/** A call begins with one description and a dozen candidates a side; more signals than this are no call that will be. */
const MOST_WAITING = 64

export function createCallRegistry(connection: Connection, local: LocalMedia, openEngine: OpenEngine): CallRegistry {
  /** Of each visit those who follow it, each with what it listens to. */
  const followers = new Map<string, Set<Set<(heard: ServerMessage) => void>>>()
  const engines = new Map<string, CallEngine>()
  /** An answer of the server and the first signals may arrive in one breath: these wait for their engine. */
  let waiting: MessageOf<'call.signal'>[] = []
  let dropped = 0

  const outgoing = (): Outgoing => {
    const { audio, video } = local.state.get()
    return { camera: { audio, video } }
  }

  function signal(heard: MessageOf<'call.signal'>): void {
    const engine = engines.get(heard.callId)
    if (!engine) waiting = [...waiting, heard].slice(-MOST_WAITING)
    else if (isFor(engine, heard)) engine.receive(heard.from, heard.payload)
    else dropped += 1
  }

  function isInCall(heard: Extract<ServerMessage, { to: string }>): boolean {
    const engine = engines.get(heard.callId)
    return engine !== undefined && isFor(engine, heard)
  }

  function route(heard: MessageOf<AboutVisit>): void {
    const following = followers.get(visitOf(heard))
    if (!following) {
      // A queue hears of its messages by itself.
      if (heard.type !== 'message') dropped += 1
      return
    }
    if (heard.type === 'call.signal') signal(heard)
    else if ('to' in heard && !isInCall(heard)) {
      dropped += 1
      return
    }
    for (const listeners of [...following]) for (const listener of [...listeners]) listener(heard)
  }

  function release({ visitId, callId }: Pick<CallTicket, 'visitId' | 'callId'>): void {
    connection.send({ type: 'call.release', visitId, callId }).catch(() => {})
  }

  function close(callId: string, tell: boolean): void {
    const engine = engines.get(callId)
    if (!engine) return
    engines.delete(callId)
    engine.setMediaEnabled(false)
    engine.close()
    if (tell) release(engine)
  }

  const enginesOf = (visitId: string) => [...engines.values()].filter((engine) => engine.visitId === visitId)

  const scope = createScope([
    ...ABOUT_A_VISIT.map((type) => connection.on(type, route)),
    local.state.subscribe(() => {
      for (const engine of engines.values()) engine.setOutgoing(outgoing())
    }),
  ])

  return {
    follow(visitId) {
      const own = new Set<(heard: ServerMessage) => void>()
      const following = followers.get(visitId) ?? new Set()
      followers.set(visitId, following.add(own))
      return {
        on(type, listener) {
          own.add((heard) => {
            if (heard.type === type) listener(heard as never)
          })
        },
        close() {
          own.clear()
          if (!following.delete(own) || following.size > 0) return
          followers.delete(visitId)
          waiting = waiting.filter((heard) => heard.visitId !== visitId)
          for (const engine of enginesOf(visitId)) close(engine.callId, false)
        },
      }
    },
    isFollowed: (visitId) => followers.has(visitId),
    open(ticket, flowing) {
      const { visitId, callId } = ticket
      const known = engines.get(callId)
      if (known) {
        known.setMediaEnabled(flowing)
        return known
      }
      const send = (to: string, payload: Signal) => {
        // A signal that is lost is made good by the next try of the path.
        connection.send({ type: 'call.signal', visitId, callId, to, payload }).catch(() => {})
      }
      const engine = openEngine(ticket, send)
      engines.set(callId, engine)
      engine.setOutgoing(outgoing())
      engine.setMediaEnabled(flowing)
      const mine = waiting.filter((heard) => heard.callId === callId && isFor(engine, heard))
      waiting = waiting.filter((heard) => heard.callId !== callId)
      for (const { from, payload } of mine) engine.receive(from, payload)
      return engine
    },
    decline: release,
    close,
    enginesOf,
    dropped: () => dropped,
    closeAll() {
      scope.close()
      for (const callId of [...engines.keys()]) close(callId, false)
      followers.clear()
      waiting = []
    },
  }
}

const isFor = (engine: CallEngine, { visitId, to }: Pick<MessageOf<'call.signal'>, 'visitId' | 'to'>): boolean =>
  engine.visitId === visitId && engine.participantId === to

function visitOf(heard: MessageOf<AboutVisit>): string {
  if ('view' in heard) return heard.view.visitId
  return 'ticket' in heard ? heard.ticket.visitId : heard.visitId
}
