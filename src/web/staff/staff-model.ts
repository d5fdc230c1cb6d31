// The page of somebody who is signed in: one connection, the queues they serve, the server's clock. Everything that
// outlives one screen stands here; what a screen decides stands in that screen's model.
import type { MessageThread } from '#contract/shapes'
import type { AreaQueue } from '#contract/visit'
import type { Clock } from '../kit/clock.ts'
import { createScope } from '../kit/scope.ts'
import { createStore, type Readable } from '../kit/store.ts'
import type { Connection } from '../net/socket.ts'
import {
  type AreaNews,
  afterEarlier,
  afterMessage,
  afterNews,
  areaOf,
  opened,
  type QueueHeard,
  withoutThreads,
} from './queue-news.ts'

export type Contact =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open' }
  /** Since when, by the server's clock: the age of everything on the screen. */
  | { readonly kind: 'lost'; readonly since: number }

export interface StaffModel {
  readonly pageId: string
  readonly connection: Connection
  readonly contact: Readable<Contact>
  /** Null until the first snapshot. */
  readonly areas: Readable<readonly AreaQueue[] | null>
  /** The server's clock, moved on every few seconds. */
  readonly now: Readable<number>
  /** Keeps what was asked for of a thread: what stands before its message `before`. */
  keepEarlier(visitId: string, before: string, page: MessageThread): void
  close(): void
}

export interface StaffPorts {
  readonly connect: (onOpen: (connection: Connection) => Promise<void>) => Connection
  readonly clock: Clock
  readonly pageId: string
  /** Asks whether the sign-in still stands: a server that refuses the socket does not say why. */
  readonly checkSession: () => void
  readonly onSignedOut: () => void
  readonly onLocked: () => void
}

const TICK_MS = 5000
/** A lost connection is usually back within a second; asking earlier would only add to a server's morning rush. */
const ASK_AFTER_MS = 3000

export function createStaffModel(ports: StaffPorts): StaffModel {
  const { clock } = ports
  const areas = createStore<readonly AreaQueue[] | null>(null)
  const contact = createStore<Contact>({ kind: 'connecting' })
  let ahead = 0
  const serverNow = () => clock.now() + ahead
  const now = createStore(serverNow())

  function setClock(byServer: number): void {
    ahead = byServer - clock.now()
    now.set(byServer)
  }

  /** What is heard while a page opens, for each opening: its answer may be of before. */
  const heardMeanwhile = new Set<QueueHeard[]>()

  const hearNews = (heard: AreaNews) => {
    setClock(areaOf(heard).now)
    for (const meanwhile of heardMeanwhile) meanwhile.push(heard)
    areas.update((known) => known && afterNews(known, heard))
  }

  const open = async (connected: Connection) => {
    const meanwhile: QueueHeard[] = []
    heardMeanwhile.add(meanwhile)
    const value = await connected
      .send({ type: 'staff.open', pageId: ports.pageId })
      .finally(() => heardMeanwhile.delete(meanwhile))
    areas.set(opened(value.areas, meanwhile, value.locked ? null : areas.get()))
    if (value.locked) ports.onLocked()
    const newest = value.areas.map((area) => area.now)
    if (newest.length) setClock(Math.max(...newest))
  }
  const connection = ports.connect(open)

  const scope = createScope([
    connection.on('area', hearNews),
    connection.on('queue', hearNews),
    connection.on('message', (heard) => {
      for (const meanwhile of heardMeanwhile) meanwhile.push(heard)
      areas.update((known) => known && afterMessage(known, heard))
    }),
    connection.on('signed-out', ports.onSignedOut),
    connection.on('locked', () => {
      // What names nobody comes from now on, and nothing of before is to stay beside it.
      areas.update((known) => known && withoutThreads(known))
      ports.onLocked()
    }),
    connection.on('unlocked', () => {
      // What came meanwhile named nobody.
      open(connection).catch(() => connection.wake())
      ports.checkSession()
    }),
    connection.on('rights-changed', () => {
      // What is not theirs any more goes from the screen before anything is asked.
      areas.set(null)
      open(connection).catch(() => connection.wake())
      ports.checkSession()
    }),
    connection.link.subscribe((link) => {
      contact.set(link === 'lost' ? { kind: 'lost', since: serverNow() } : { kind: link })
    }),
    clock.every(TICK_MS, () => now.set(serverNow())),
    clock.every(ASK_AFTER_MS, () => {
      if (contact.get().kind === 'lost') ports.checkSession()
    }),
  ])

  return {
    pageId: ports.pageId,
    connection,
    contact,
    areas,
    now,
    keepEarlier: (visitId, before, page) =>
      areas.update((known) => known && afterEarlier(known, visitId, before, page)),
    close() {
      scope.close()
      connection.close()
    },
  }
}
