// Keeps the line of somebody about whom nothing has changed, so that a queue of hundreds is not drawn again with every tick
// of the clock. Pure.
import type { QueueLine } from './queue-line.ts'

/** `lines`, with those of `before` in the place of equal ones. */
export function sameLines(before: ReadonlyMap<string, QueueLine>, lines: readonly QueueLine[]): QueueLine[] {
  return lines.map((line) => {
    const known = before.get(line.visit.id)
    return known && isSame(known, line) ? known : line
  })
}

function isSame(one: QueueLine, other: QueueLine): boolean {
  return (
    one.waited === other.waited &&
    one.long === other.long &&
    one.action === other.action &&
    one.takenBy === other.takenBy &&
    JSON.stringify(one.state) === JSON.stringify(other.state) &&
    JSON.stringify(one.place) === JSON.stringify(other.place) &&
    (one.visit === other.visit || JSON.stringify(one.visit) === JSON.stringify(other.visit))
  )
}
