// One open page's socket: says things, remembers all it hears, and waits for what a test expects to hear. Waiting ends
// with what was heard instead.
import { randomBytes } from 'node:crypto'
import { io, type ManagerOptions, type SocketOptions } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import type { CallTicket } from '#contract/call'
import type { Answer, AnswerValues, ClientMessage, ServerMessage } from '#contract/realtime'
import type { AreaQueue } from '#contract/visit'
import { afterMessage, afterNews, areaOf, opened, type QueueHeard } from '../src/web/staff/queue-news.ts'

export interface PageSettings {
  readonly transports?: readonly ('polling' | 'websocket')[]
  readonly headers?: Readonly<Record<string, string>>
  /** Whose page it says it is. */
  readonly personId?: string
  /** For pages that outlive one test: whoever asks closes them. */
  readonly keep?: boolean
}

/** As in every consultation by video; of one by phone a test says that there is none. */
export type Ticketed<T> = T extends { ticket: CallTicket | null } ? Omit<T, 'ticket'> & { ticket: CallTicket } : T

type HeardOf<T extends ServerMessage['type']> = Extract<ServerMessage, { type: T }>

export interface Page {
  /** A name as a page makes it. */
  readonly pageId: string
  readonly connected: boolean
  readonly transport: string
  /** The answer to anything at all, well formed or not. */
  say(said: unknown): Promise<Answer>
  /** The answer's value; throws when it was a refusal. */
  ask<T extends ClientMessage['type']>(said: Extract<ClientMessage, { type: T }>): Promise<Ticketed<AnswerValues[T]>>
  /** The first heard of `type` for which `when` holds, of those already heard or still to come. */
  hear<T extends ServerMessage['type']>(type: T, when?: (heard: HeardOf<T>) => boolean): Promise<HeardOf<T>>
  /** What was heard so far. */
  heard<T extends ServerMessage['type']>(type: T): HeardOf<T>[]
  /** Everything that came over the socket, answers included, as text. */
  everything(): string
  /** Forgets what was heard so far. */
  forget(): void
  /** The line is cut; the socket comes back by itself, as a browser's does. */
  cut(): Promise<void>
  /** From now on nothing is taken from the line, though it stays. */
  stopReading(): void
  /** When the server has ended the connection. */
  ended(): Promise<void>
  close(): void
}

const PATIENCE_MS = 20_000

export async function openPage(
  url: string,
  as: 'patient' | 'staff',
  cookie: string,
  settings: PageSettings = {},
): Promise<Page> {
  const options: Partial<ManagerOptions & SocketOptions> = {
    auth: { as, ...(settings.personId ? { personId: settings.personId } : {}) },
    transports: [...(settings.transports ?? ['websocket'])],
    extraHeaders: { ...(cookie ? { cookie } : {}), ...settings.headers },
    forceNew: true,
    reconnectionDelay: 20,
    reconnectionDelayMax: 50,
  }
  const socket = io(url, options)
  if (!settings.keep) onTestFinished(() => void socket.close())
  const once = (event: string) =>
    within(`"${event}"`, new Promise<void>((resolve) => void socket.once(event, () => resolve())))
  let all: ServerMessage[] = []
  const came: string[] = []
  socket.onAny((...parts: unknown[]) => void came.push(JSON.stringify(parts)))
  let waiting: (() => void)[] = []
  // News of a queue is heard as the queue that a staff page then shows.
  let areas: readonly AreaQueue[] = []
  let meanwhile: QueueHeard[] | null = null
  socket.on('message', (heard: ServerMessage) => {
    all.push(heard)
    if (heard.type === 'area' || heard.type === 'queue') {
      meanwhile?.push(heard)
      areas = afterNews(areas, heard)
      const view = areas.find(({ areaId }) => areaId === areaOf(heard).areaId)
      if (heard.type === 'queue' && view) all.push({ type: 'area', view })
    }
    if (heard.type === 'message') {
      meanwhile?.push(heard)
      areas = afterMessage(areas, heard)
      const view = areas.find(({ visits }) => visits.some(({ id }) => id === heard.visitId))
      if (view) all.push({ type: 'area', view })
    }
    const woken = waiting
    waiting = []
    for (const wake of woken) wake()
  })
  const failed = new Promise<never>((_, reject) => void socket.once('connect_error', reject))
  failed.catch(() => {})
  await Promise.race([once('connect'), failed])

  const say: Page['say'] = async (said) => {
    const opens = (said as { type?: unknown } | null)?.type === 'staff.open'
    if (opens) meanwhile = []
    const answer: Answer = await socket.timeout(PATIENCE_MS).emitWithAck('message', said)
    if (opens && answer.ok) areas = opened((answer.value as AnswerValues['staff.open']).areas, meanwhile ?? [], areas)
    if (opens) meanwhile = null
    came.push(JSON.stringify(answer))
    return answer
  }
  const matching = <T extends ServerMessage['type']>(type: T) =>
    all.filter((heard): heard is HeardOf<T> => heard.type === type)

  return {
    pageId: randomBytes(16).toString('base64url'),
    get connected() {
      return socket.connected
    },
    get transport() {
      return socket.io.engine.transport.name
    },
    say,
    async ask(said) {
      const answer = await say(said)
      if (!answer.ok) throw new Error(`${said.type} was refused: ${answer.code}`)
      return answer.value as never
    },
    everything: () => came.join('\n'),
    heard: matching,
    forget() {
      all = []
    },
    async hear(type, when = () => true) {
      const until = Date.now() + PATIENCE_MS
      for (;;) {
        const found = matching(type).find(when)
        if (found) return found
        const next = new Promise<void>((resolve) => void waiting.push(resolve))
        const left = until - Date.now()
        await within(`"${type}"`, next, left).catch((error: Error) => {
          const heard = all.map((each) => JSON.stringify(each)).join('\n')
          throw new Error(`${error.message}; heard so far:\n${heard}`)
        })
      }
    },
    async cut() {
      const back = once('connect')
      socket.io.engine.close()
      await back
    },
    stopReading: () => (socket.io.engine.transport as unknown as { ws: { pause(): void } }).ws.pause(),
    ended: () => (socket.connected ? once('disconnect') : Promise.resolve()),
    close: () => void socket.close(),
  }
}

async function within<T>(what: string, promise: Promise<T>, ms = PATIENCE_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited in vain for ${what}`)), ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
