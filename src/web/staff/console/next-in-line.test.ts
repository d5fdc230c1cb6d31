// Who is next.
import { expect, test } from 'vitest'
import { someArea, someVisit } from '../../../../test/staff/fake-connection.ts'
import { nextInLine } from './next-in-line.ts'

const NOW = 60_000
const ports = { myId: 'me', now: NOW, mayJoin: () => true, besides: 'none' }

test('[CS80] next is who came first of those who are there, free, and may be joined', () => {
  const away = someVisit(1, { awaySince: 1 })
  const taken = someVisit(2, { takenBy: { id: 'other', name: 'Priya', until: NOW + 1 } })
  const seen = someVisit(3, { status: 'being-seen', practitioner: { id: 'other', name: 'Priya' } })
  const [justSeen, next, later] = [someVisit(4), someVisit(5), someVisit(6)]
  const area = someArea(1, [later, away, taken, seen, justSeen, next], NOW)
  expect(nextInLine([area], { ...ports, besides: justSeen.id })?.visit.id).toBe(next.id)
  expect(nextInLine([area], { ...ports, mayJoin: () => false })).toBeNull()
  expect(nextInLine([someArea(1, [away, taken, seen], NOW)], ports)).toBeNull()
})
