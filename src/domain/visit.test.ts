import { describe, expect, test } from 'vitest'
import { Problem, type ProblemCode, type ProblemDetail } from './problem.ts'
import { nextVisitState, type VisitAction, type VisitState } from './visit.ts'

const before = new Date('2026-06-01T09:00:00Z')
const now = new Date('2026-06-01T09:10:00Z')

const STATES = {
  waiting: { status: 'waiting', since: before },
  'seen by me': { status: 'being-seen', since: before, practitionerId: 'me' },
  'seen by another': { status: 'being-seen', since: before, practitionerId: 'another' },
  'held by me': { status: 'on-hold', since: before, practitionerId: 'me' },
  'held by another': { status: 'on-hold', since: before, practitionerId: 'another' },
  ended: { status: 'ended', since: before, outcome: 'removed' },
  'just completed': { status: 'ended', since: new Date(now.getTime() - 1), outcome: 'completed' },
} as const satisfies Record<string, VisitState>

const seen: VisitState = { status: 'being-seen', since: now, practitionerId: 'me' }
const onHold: VisitState = { status: 'on-hold', since: now, practitionerId: 'me' }
const waiting: VisitState = { status: 'waiting', since: now }
const ended = (outcome: 'completed' | 'left' | 'removed' | 'not-returned'): VisitState => ({
  status: 'ended',
  since: now,
  outcome,
})
const refused = (code: ProblemCode, detail: ProblemDetail = {}) => ({ code, detail })
const over = refused('visit/already-ended', { outcome: 'removed' })
const completed = refused('visit/already-ended', { outcome: 'completed' })
const another = refused('visit/with-somebody-else')
const notHeld = refused('visit/not-held-by-you')
const notWaiting = refused('visit/not-waiting')

const mine = { lastWith: 'me', reachable: true }

type Expected = VisitState | ReturnType<typeof refused> | 'unchanged'
type StateName = keyof typeof STATES

const TABLE: Record<VisitAction['type'], Record<StateName, Expected>> = {
  join: {
    waiting: seen,
    'seen by me': 'unchanged',
    'seen by another': another,
    'held by me': 'unchanged',
    'held by another': another,
    ended: over,
    'just completed': completed,
  },
  hold: {
    waiting: notHeld,
    'seen by me': onHold,
    'seen by another': another,
    'held by me': onHold,
    'held by another': another,
    ended: over,
    'just completed': completed,
  },
  resume: {
    waiting: notHeld,
    'seen by me': seen,
    'seen by another': another,
    'held by me': seen,
    'held by another': another,
    ended: over,
    'just completed': completed,
  },
  'send-back': {
    waiting: notHeld,
    'seen by me': waiting,
    'seen by another': another,
    'held by me': waiting,
    'held by another': another,
    ended: over,
    'just completed': completed,
  },
  end: {
    waiting: notHeld,
    'seen by me': ended('completed'),
    'seen by another': another,
    'held by me': ended('completed'),
    'held by another': another,
    ended: over,
    'just completed': completed,
  },
  leave: {
    waiting: ended('left'),
    'seen by me': ended('completed'),
    'seen by another': ended('completed'),
    'held by me': ended('completed'),
    'held by another': ended('completed'),
    ended: over,
    'just completed': completed,
  },
  remove: {
    waiting: ended('removed'),
    'seen by me': notWaiting,
    'seen by another': notWaiting,
    'held by me': notWaiting,
    'held by another': notWaiting,
    ended: over,
    'just completed': completed,
  },
  'give-up': {
    waiting: ended('not-returned'),
    'seen by me': ended('completed'),
    'seen by another': ended('completed'),
    'held by me': ended('completed'),
    'held by another': ended('completed'),
    ended: over,
    'just completed': completed,
  },
  reopen: {
    waiting: notHeld,
    'seen by me': 'unchanged',
    'seen by another': another,
    'held by me': 'unchanged',
    'held by another': another,
    ended: refused('visit/call-back-over'),
    'just completed': seen,
  },
}

function outcomeOf(state: VisitState, action: VisitAction): Expected {
  try {
    const after = nextVisitState(state, action, now)
    return after === state ? 'unchanged' : after
  } catch (error) {
    if (error instanceof Problem) return refused(error.code, error.detail)
    throw error
  }
}

describe('[V1] every action in every state gives the next state or a refusal that says why', () => {
  for (const [type, row] of Object.entries(TABLE) as [VisitAction['type'], Record<StateName, Expected>][])
    test.each(Object.entries(row) as [StateName, Expected][])(`${type}, %s`, (name, expected) => {
      expect(outcomeOf(STATES[name], { type, by: 'me', over: mine } as VisitAction)).toEqual(expected)
    })
})

test('[V1] a refused action leaves the state as it was', () => {
  const state = structuredClone(STATES['seen by another'])
  expect(() => nextVisitState(state, { type: 'end', by: 'me' }, now)).toThrow(Problem)
  expect(state).toEqual(STATES['seen by another'])
})

describe('[V19] a patient is called back within ten minutes of the end, by who was with them last', () => {
  const reopen = (minutes: number, over = mine, outcome: 'completed' | 'left' = 'completed') =>
    outcomeOf({ status: 'ended', since: new Date(now.getTime() - minutes * 60_000), outcome }, {
      type: 'reopen',
      by: 'me',
      over,
    } as VisitAction)

  test('until the tenth minute is over', () => {
    expect(reopen(9.99)).toEqual(seen)
    expect(reopen(10)).toEqual(refused('visit/call-back-over'))
  })
  test('not by anybody else, and not where nobody was with them', () => {
    expect(reopen(1, { ...mine, lastWith: 'another' })).toEqual(notHeld)
    expect(reopen(1, { ...mine, lastWith: null as never })).toEqual(notHeld)
  })
  test('not where they left the queue, and not where nobody finds back', () => {
    expect(reopen(1, mine, 'left')).toEqual(refused('visit/call-back-over'))
    expect(reopen(1, { ...mine, reachable: false })).toEqual(refused('visit/call-back-over'))
  })
})
