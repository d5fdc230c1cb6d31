import { describe, expect, it } from 'vitest'
import { someVisit } from '../../../../test/staff/fake-connection.ts'
import { type LinePlace, queueLine } from './queue-line.ts'
import { sameLines } from './same-lines.ts'

const here: LinePlace = { areaId: 'area', name: 'Area 1', timeZone: 'Europe/London', limitedView: false, mayJoin: true }
const line = (minute: number, more = {}, place = here) => queueLine(someVisit(1, more), 'me', minute * 60_000, place)
const again = (before: ReturnType<typeof line>, now: ReturnType<typeof line>) =>
  sameLines(new Map([[before.visit.id, before]]), [now])[0] === before

describe('[D38] a line that is drawn already', () => {
  it('stays the same thing while nothing about it has changed, also in a new snapshot', () => {
    expect(again(line(5), line(5.5))).toBe(true)
  })

  it.each([
    ['a longer wait', line(6)],
    ['somebody who went away', line(5, { awaySince: 200_000 })],
    ['a message', line(5, { messages: [{ id: 'm', from: 'patient', authorName: 'Jo', text: 'Hello', at: 1 }] })],
    ['somebody else about to join', line(5, { takenBy: { id: 'lee', name: 'Dr Lee', until: 900_000 } })],
    ['another right in the area', line(5, {}, { ...here, mayJoin: false })],
  ])('is another with %s', (_, now) => {
    expect(again(line(5), now)).toBe(false)
  })
})
