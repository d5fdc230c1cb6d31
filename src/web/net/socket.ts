// The page's one socket. It sends requests and gets answers, and receives snapshots. socket.io reconnects by itself; after
// every connection `onOpen` runs again, so that the page asks for fresh snapshots and never trusts what it missed.
import { io, type Socket } from 'socket.io-client'
import type { Answer, AnswerValues, ClientMessage, ServerMessage } from '#contract/realtime'
import type { ProblemCode } from '#domain/problem'
import { createStore, type Readable } from '../kit/store.ts'
import { Refusal } from './api.ts'

export interface Connection {
  /** `lost` from the moment the server is gone until the page has opened again. */
  readonly link: Readable<'connecting' | 'open' | 'lost'>
  /** Resolves with the answer; throws `Refusal` (`offline` after `timeoutMs` without an answer). */
  send<S extends ClientMessage>(message: S, timeoutMs?: number): Promise<AnswerValues[S['type']]>
  on<T extends ServerMessage['type']>(
    type: T,
    listener: (message: Extract<ServerMessage, { type: T }>) => void,
  ): () => void
  /** Opens again at once: after the page woke up. */
  wake(): void
  close(): void
}

/** Which of this browser's two cookies to use. For staff also the person it must be of: another may have signed in since. */
export type ConnectingAs = { readonly as: 'patient' } | { readonly as: 'staff'; readonly personId: string }

/** `onOpen` runs after each connection, before the link counts as open. When it throws, the connection is tried again. */
export function connect(who: ConnectingAs, onOpen: (connection: Connection) => Promise<void>): Connection {
  const link = createStore<'connecting' | 'open' | 'lost'>('connecting')
  const listeners = new Set<(message: ServerMessage) => void>()
  const socket: Socket = io({
    auth: who,
    // Never share the connection of an earlier `connect`: it may have been opened with old cookies.
    forceNew: true,
    transports: ['websocket', 'polling'],
    // Where a proxy refuses WebSockets the next try is long polling.
    tryAllTransports: true,
    reconnectionDelay: 250,
    reconnectionDelayMax: 1500,
    timeout: 5000,
  })
  const connection: Connection = {
    link,
    async send(message, timeoutMs = 8000) {
      let answer: Answer
      try {
        answer = (await socket.timeout(timeoutMs).emitWithAck('message', message)) as Answer
      } catch {
        throw new Refusal('offline')
      }
      if (!answer.ok) throw new Refusal(answer.code as ProblemCode, answer.detail)
      return answer.value as never
    },
    on(type, listener) {
      const one = (message: ServerMessage) => {
        if (message.type === type) listener(message as never)
      }
      listeners.add(one)
      return () => listeners.delete(one)
    },
    wake() {
      if (!socket.connected) socket.connect()
    },
    close() {
      socket.disconnect()
      listeners.clear()
    },
  }
  socket.on('message', (message: ServerMessage) => {
    for (const listener of [...listeners]) listener(message)
  })
  socket.on('connect', () => {
    onOpen(connection).then(
      () => link.set('open'),
      () => link.set('lost'),
    )
  })
  socket.on('disconnect', () => link.set('lost'))
  socket.on('connect_error', () => {
    link.set('lost')
    // Some proxies accept a WebSocket and then swallow it: from now on long polling goes first, and upgrades if it can.
    socket.io.opts.transports = ['polling', 'websocket']
  })
  return connection
}
