// Sockets: who is connected, what they say, and how snapshots reach them. Knows no feature and holds no truth: after a
// restart every page opens again. A malformed, forbidden or flooding message costs that message and nobody else's.
import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { type DefaultEventsMap, Server, type Socket } from 'socket.io'
import { Compile, type Validator } from 'typebox/compile'
import { type Answer, type AnswerValues, ClientMessage, type ServerMessage } from '#contract/realtime'
import { type Action, PERMISSIONS } from '#domain/permission'
import { Problem } from '#domain/problem'
import { ensureMay } from './access.ts'
import { type AddressOf, networkOf } from './addresses.ts'
import { subjectOf, whoOf } from './audit/audited-request.ts'
import type { Audit } from './audit/open.ts'
import { again, type Caller, type Cookies, identify } from './caller.ts'
import { lockedPages, sessionChannel } from './channels.ts'
import { countConnections } from './connection-count.ts'
import type { Db } from './db.ts'
import { problemOf } from './failure.ts'
import { cutHeaders } from './header-lengths.ts'
import type { Log } from './log.ts'
import { checked, keptBy } from './outside.ts'
import { countingParser, openBucket, PACKETS, trust, UNREAD } from './socket-budget.ts'
import type { Subject } from './subject.ts'
import { type Connection, watchUnsent } from './unsent.ts'

type ClientMessageOf<T extends ClientMessage['type']> = Extract<ClientMessage, { type: T }>

interface PageData {
  caller: Caller
  /** From where it calls. */
  address: string
  pageId: string | null
}
type PageSocket = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, PageData>

/** One open page, as a message handler sees it. */
export interface Page {
  readonly caller: Caller
  readonly pageId: string | null
  setPageId(pageId: string): void
  enter(channel: string): void
  exit(channel: string): void
  isIn(channel: string): boolean
  /** The channels it is in that begin with `prefix`, without the prefix. */
  channels(prefix: string): string[]
  send(message: ServerMessage): void
  /** To everyone else in `channel`. */
  relay(channel: string, message: ServerMessage): void
  /** To those in `channel` who are somebody in particular. */
  relayTo(channel: string, isMeant: (caller: Caller) => boolean, message: ServerMessage): void
}

export interface MessageHandler {
  readonly type: ClientMessage['type']
  readonly action: Action
  about(message: ClientMessage): Subject
  handle(message: ClientMessage, page: Page): Promise<unknown>
}

/** Declares what happens when a page says `type`; like an endpoint, it cannot exist without an action. */
export function onMessage<T extends ClientMessage['type']>(spec: {
  type: T
  action: Action
  about?(message: ClientMessageOf<T>): Subject
  handle(message: ClientMessageOf<T>, page: Page): Promise<AnswerValues[T]>
}): MessageHandler {
  return {
    type: spec.type,
    action: spec.action,
    about: (message) => spec.about?.(message as ClientMessageOf<T>) ?? {},
    handle: (message, page) => spec.handle(message as ClientMessageOf<T>, page),
  }
}

export interface Hub {
  attach(server: HttpServer, handlers: readonly MessageHandler[], onGone: (page: Page) => void): void
  /** `except`: not to pages that are in that channel, too. */
  send(channel: string, message: ServerMessage, except?: string): void
  /** To pages that are in both. */
  sendBoth(one: string, other: string, message: ServerMessage): void
  /** Puts every page of `from` into `channel`. */
  gather(from: string, channel: string): void
  /** Takes every page of `from` out of `channel`. */
  part(from: string, channel: string): void
  /** Takes every page out of `channel`. */
  dissolve(channel: string): void
  isEmpty(channel: string): boolean
  /** Whether some page is in both. */
  meet(one: string, other: string): boolean
  /** Channels that hold a page and begin with `prefix`, without the prefix. */
  channels(prefix: string): string[]
  disconnect(channel: string): void
  /** How many pages are connected. */
  size(): number
  /** False once this server closes: whoever goes from then on was sent away by it. */
  isOpen(): boolean
  /** Runs after each message that a page said: what, whether it was done, and how long it took. */
  onHandled(listener: (type: string, ok: boolean, seconds: number) => void): void
  close(): Promise<void>
}

export function openHub(platform: {
  db: Db
  now: () => Date
  log: Log
  audit: Audit
  parseCookies: (header: string) => Cookies
  addressOf: AddressOf
  /** Of one address at a time. */
  connectionsPerAddress: number
}): Hub {
  const unsent = watchUnsent()
  const connections = countConnections(platform.connectionsPerAddress)
  const io = new Server<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, PageData>({
    serveClient: false,
    // A phone that sleeps or a cable that is pulled is noticed within 10 + 8 seconds.
    pingInterval: 10_000,
    pingTimeout: 8_000,
    maxHttpBufferSize: 100_000,
    parser: countingParser,
    // A connection that is no page's after this long is nobody's.
    connectTimeout: 10_000,
    perMessageDeflate: false,
    httpCompression: false,
    cookie: false,
    allowRequest: (request, decide) => {
      cutHeaders(request.headers)
      const origin = request.headers.origin
      const isOurs = !origin || hostOf(origin) === request.headers.host
      decide(null, isOurs && connections.mayConnect(platform.addressOf(request)))
    },
  })

  const validators = new Map<string, Validator>(
    ClientMessage.anyOf.map((schema) => [schema.properties.type.const, Compile(schema) as unknown as Validator]),
  )

  const kept = new Map(ClientMessage.anyOf.map((schema) => [schema.properties.type.const as string, keptBy(schema)]))

  const answer = async (
    handlers: ReadonlyMap<string, MessageHandler>,
    socket: PageSocket,
    raw: unknown,
  ): Promise<Answer> => {
    const type =
      typeof raw === 'object' && raw !== null && 'type' in raw && typeof raw.type === 'string' ? raw.type : ''
    try {
      const handler = handlers.get(type)
      const validator = validators.get(type)
      if (!handler || !validator) throw new Problem('request/invalid')
      const message = checked(validator, raw, kept.get(type)) as ClientMessage
      const { action } = handler
      const caller = await callerNow(socket, action)
      const { address } = socket.data
      const about = handler.about(message)
      const ids = 'callId' in message ? { callId: message.callId } : {}
      const subject = subjectOf(caller, action, about, ids)
      const context = { who: whoOf(caller), action, via: `socket ${type}`, address, subject }
      const value = await platform.audit.during(context, async () => {
        // Setting up a second factor needs no line: until then there is nothing to hear or to say.
        if (caller.kind === 'staff' && caller.mustEnrol) throw new Problem('access/second-factor-needed')
        await ensureMay(platform.db, caller, action, about)
        return handler.handle(message, pageOf(socket))
      })
      return { ok: true, value: value as never }
    } catch (error) {
      const problem = problemOf(error, `socket ${handlers.has(type) ? type : 'unknown'}`, platform.log)
      return { ok: false, code: problem.code, detail: { ...problem.detail } }
    }
  }

  /** Who asks, as their sign-in is by now. What anyone may do depends on no sign-in, and comes in bursts. */
  const callerNow = async (socket: PageSocket, action: Action): Promise<Caller> => {
    const { caller } = socket.data
    if (caller.kind !== 'staff' || (PERMISSIONS[action] === 'anyone' && !caller.mustEnrol)) return caller
    const now = await again(platform.db, caller, platform.now())
    if (now.kind === 'guest') return now
    socket.data.caller = now
    return now
  }

  const listeners: ((type: string, ok: boolean, seconds: number) => void)[] = []
  /** Only what was declared is told: a type that somebody made up is none. */
  const tell = (handlers: ReadonlyMap<string, MessageHandler>, raw: unknown, ok: boolean, ms: number) => {
    const type = handlers.get((raw as { type?: unknown } | null)?.type as string)?.type ?? 'unknown'
    for (const listener of listeners) listener(type, ok, ms / 1000)
  }

  /** Lines that have a page: their request, with cookies and address, is thrown away. */
  const taken = new WeakSet<object>()
  let open = true
  const membersOf = (channel: string) => io.of('/').adapter.rooms.get(channel)

  return {
    attach(server, handlerList, onGone) {
      const handlers = new Map(handlerList.map((handler) => [handler.type as string, handler]))
      io.use((socket, next) => {
        // A second page on one line would come with cookies of then, or none: it is to call again.
        if (taken.has(socket.conn)) {
          next(new Error('request/invalid'))
          socket.conn.close()
          return
        }
        const address = platform.addressOf(socket.request)
        const surface = socket.handshake.auth.as === 'staff' ? 'staff' : 'patient'
        const cookies = platform.parseCookies(socket.handshake.headers.cookie ?? '')
        identify(platform.db, surface, cookies, platform.now())
          .then((caller) => {
            const { personId } = socket.handshake.auth as { personId?: unknown }
            // A page of somebody else who was signed in at this browser before.
            if (caller.kind === 'staff' && personId !== undefined && personId !== caller.personId) {
              next(new Error('access/sign-in-needed'))
              return
            }
            socket.data.caller = caller
            socket.data.address = address
            socket.data.pageId = null
            if (caller.kind === 'guest') {
              const leave = connections.enterStranger(networkOf(address))
              if (!leave) throw new Problem('request/too-many')
              // Gone while it was asked who they are: nothing would give the place back.
              if (socket.conn.readyState !== 'open') return leave()
              socket.conn.once('close', leave)
            }
            if (caller.kind === 'staff') void socket.join(sessionChannel(caller.sessionId))
            if (caller.kind === 'staff' && caller.locked) void socket.join(lockedPages)
            next()
          })
          .catch((error) => {
            const problem = problemOf(error, 'socket handshake', platform.log)
            // A refusal is final for the browser; what passes by itself ends the line alone, and it calls again.
            if (problem.status >= 500) return socket.conn.close()
            next(new Error(problem.code))
            // After it was told why, which is not at once.
            setImmediate(() => socket.conn.close())
          })
      })
      io.on('connection', (socket) => {
        // The upgrade request is no longer needed and weighs more than the rest of the connection.
        const engine = socket.conn as unknown as { request: unknown }
        engine.request = { headers: {}, connection: {} }
        taken.add(socket.conn)
        socket.on('message', (raw: unknown, reply: unknown) => {
          const begun = performance.now()
          void answer(handlers, socket, raw).then((value) => {
            tell(handlers, raw, value.ok, performance.now() - begun)
            if (value.ok && socket.data.caller.kind !== 'guest') trust(socket)
            if (typeof reply === 'function') reply(value)
          })
        })
        socket.on(UNREAD, (why: unknown, reply: unknown) => {
          const code = why === 'request/invalid' ? why : 'request/too-many'
          tell(handlers, null, false, 0)
          if (typeof reply === 'function') reply({ ok: false, code, detail: {} } satisfies Answer)
        })
        // While it is still in its channels: who shares one may be told.
        socket.on('disconnecting', () => onGone(pageOf(socket)))
      })
      io.attach(server)
      io.engine.on('connection', (connection: Connection & { request: IncomingMessage }) => {
        const leave = connections.enter(networkOf(platform.addressOf(connection.request)))
        if (!leave) return connection.close(true)
        connection.on('close', leave)
        unsent.watch(connection)
        const packets = openBucket(PACKETS)
        connection.on('packet', () => {
          if (packets.take(1) !== 'ok') connection.close(true)
        })
      })
    },
    send(channel, message, except) {
      const pages = io.to(channel)
      void (except ? pages.except(except) : pages).emit('message', message)
    },
    sendBoth(one, other, message) {
      const there = membersOf(other)
      for (const id of membersOf(one) ?? []) if (there?.has(id)) io.of('/').sockets.get(id)?.emit('message', message)
    },
    gather: (from, channel) => io.in(from).socketsJoin(channel),
    part: (from, channel) => io.in(from).socketsLeave(channel),
    dissolve: (channel) => io.in(channel).socketsLeave(channel),
    isEmpty: (channel) => (membersOf(channel)?.size ?? 0) === 0,
    meet(one, other) {
      const there = membersOf(other)
      return there !== undefined && [...(membersOf(one) ?? [])].some((id) => there.has(id))
    },
    channels: (prefix) => namedWith(prefix, io.of('/').adapter.rooms.keys()),
    disconnect: (channel) => io.in(channel).disconnectSockets(true),
    size: () => io.engine?.clientsCount ?? 0,
    onHandled: (listener) => listeners.push(listener),
    isOpen: () => open,
    close() {
      open = false
      return io.close()
    },
  }
}

function pageOf(socket: PageSocket): Page {
  return {
    caller: socket.data.caller,
    get pageId() {
      return socket.data.pageId
    },
    setPageId(pageId) {
      socket.data.pageId = pageId
      void socket.join(`page:${pageId}`)
    },
    enter: (channel) => void socket.join(channel),
    exit: (channel) => void socket.leave(channel),
    isIn: (channel) => socket.rooms.has(channel),
    channels: (prefix) => namedWith(prefix, socket.rooms),
    send: (message) => void socket.emit('message', message),
    relay: (channel, message) => void socket.to(channel).emit('message', message),
    relayTo(channel, isMeant, message) {
      for (const id of socket.nsp.adapter.rooms.get(channel) ?? []) {
        const other = socket.nsp.sockets.get(id) as PageSocket | undefined
        if (other && other !== socket && isMeant(other.data.caller)) other.emit('message', message)
      }
    },
  }
}

/** Of `names` those that begin with `prefix`, without it. */
function namedWith(prefix: string, names: Iterable<string>): string[] {
  const found: string[] = []
  for (const name of names) if (name.startsWith(prefix)) found.push(name.slice(prefix.length))
  return found
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}
