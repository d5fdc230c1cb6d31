// Stand-ins for the staff page's ports in tests: a connection whose server is the test, a clock that stands still, and an
// answer for every request.
import type { AnswerValues, ClientMessage, ServerMessage } from '#contract/realtime'
import type { AreaQueue, QueueVisit } from '#contract/visit'
import type { ApiCall } from '../../src/web/kit/api-call.ts'
import type { Clock } from '../../src/web/kit/clock.ts'
import { createStore, type Store } from '../../src/web/kit/store.ts'
import { Refusal } from '../../src/web/net/api.ts'
import type { Connection } from '../../src/web/net/socket.ts'
import type { PasskeyOutcome, Passkeys } from '../../src/web/staff/passkeys.ts'
import { NO_TALK } from '../made-up-plan.ts'

export interface FakeConnection extends Connection {
  readonly link: Store<'connecting' | 'open' | 'lost'>
  readonly said: ClientMessage[]
  /** The server says this to the page. */
  tell(heard: ServerMessage): void
  /** What the server answers to a type; a `Refusal` is thrown. Without one the answer is null. */
  answers: Partial<{ [T in ClientMessage['type']]: AnswerValues[T] | Refusal }>
}

export function fakeConnection(): FakeConnection {
  const listeners = new Set<(heard: ServerMessage) => void>()
  const said: ClientMessage[] = []
  const connection: FakeConnection = {
    link: createStore<'connecting' | 'open' | 'lost'>('open'),
    said,
    answers: {},
    async send(what) {
      said.push(what)
      const answer = connection.answers[what.type]
      if (answer instanceof Refusal) throw answer
      return (answer ?? null) as never
    },
    on(type, listener) {
      const one = (heard: ServerMessage) => {
        if (heard.type === type) listener(heard as never)
      }
      listeners.add(one)
      return () => listeners.delete(one)
    },
    tell(heard) {
      for (const listener of [...listeners]) listener(heard)
    },
    wake() {},
    close() {},
  }
  return connection
}

export interface FakeClock extends Clock {
  /** Lets time pass; what is due runs in order. */
  pass(ms: number): void
}

export function fakeClock(start = Date.UTC(2026, 10, 20, 9)): FakeClock {
  let time = start
  const timers = new Set<{ ms: number; due: number; tick: () => void }>()
  return {
    now: () => time,
    every(ms, tick) {
      const timer = { ms, due: time + ms, tick }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    pass(ms) {
      const end = time + ms
      for (;;) {
        const next = [...timers].filter((timer) => timer.due <= end).sort((a, b) => a.due - b.due)[0]
        if (!next) break
        time = next.due
        next.due += next.ms
        next.tick()
      }
      time = end
    },
  }
}

export interface FakeAsk {
  readonly apiCall: ApiCall
  readonly asked: {
    readonly method: string
    readonly url: string
    readonly body: unknown
    readonly patienceMs?: number
  }[]
  /** By `METHOD url`; a `Refusal` is thrown. */
  replies: Record<string, unknown>
}

export function fakeAsk(replies: Record<string, unknown> = {}): FakeAsk {
  const asked: FakeAsk['asked'] = []
  const fake: FakeAsk = {
    asked,
    replies,
    apiCall: async (method, url, body, options) => {
      asked.push({ method, url, body, ...options })
      const reply = fake.replies[`${method} ${url}`]
      if (reply instanceof Refusal) throw reply
      return reply as never
    },
  }
  return fake
}

export const idOf = (count: number): string => `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`

export function someVisit(count: number, more: Partial<QueueVisit> = {}): QueueVisit {
  return {
    id: idOf(count),
    firstName: `First${count}`,
    lastName: `Last${count}`,
    dateOfBirth: '1948-03-03',
    phone: '07700 900123',
    arrivedAt: count * 60_000,
    arrivalNumber: count,
    since: count * 60_000,
    status: 'waiting',
    practitioner: null,
    awaySince: null,
    picture: 'works',
    sound: 'works',
    phoneMe: false,
    planId: 'talking',
    talk: NO_TALK,
    equipment: null,
    messages: [],
    ...more,
  }
}

export function someArea(count: number, visits: QueueVisit[], now = 0): AreaQueue {
  return {
    areaId: idOf(9000 + count),
    slug: `area-${count}`,
    name: `Area ${count}`,
    serviceName: 'Service',
    timeZone: 'Europe/London',
    openness: { state: 'open' },
    suspended: null,
    lateMinutes: null,
    dropIn: false,
    alerts: { sound: true, desktop: true },
    visits,
    now,
    revision: now,
  }
}

/** A browser that does this whenever a passkey is asked for; null: one that knows none. */
export function fakePasskeys(outcome: PasskeyOutcome | null): Passkeys {
  const does = async () => outcome ?? { kind: 'not-here' as const }
  return { available: () => outcome !== null, make: does, sign: does }
}
