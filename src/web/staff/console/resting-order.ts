// Keeps lines where they are while a pointer or the focus rests on the table, so that nobody presses the wrong person.
// Pure. What a line says is always the newest; only its place waits.
import type { QueueLine } from './queue-line.ts'

/**
 * The lines to draw. Free: the true order. Resting: those drawn before keep their places (one that has left stays as
 * `gone`, with nothing to press), and newcomers go to the end.
 */
export function restingOrder(drawn: readonly QueueLine[], lines: readonly QueueLine[], resting: boolean): QueueLine[] {
  if (!resting || drawn.length === 0) return [...lines]
  const newest = new Map(lines.map((line) => [line.visit.id, line]))
  const kept = drawn.map((line) => newest.get(line.visit.id) ?? gone(line))
  const known = new Set(drawn.map((line) => line.visit.id))
  return [...kept, ...lines.filter((line) => !known.has(line.visit.id))]
}

function gone(line: QueueLine): QueueLine {
  return { ...line, state: { kind: 'gone' }, long: false, action: null }
}

/** Whether leaving the table alone now would move or remove a line: the screen says that there is something new. */
export function differsFrom(drawn: readonly QueueLine[], lines: readonly QueueLine[]): boolean {
  return drawn.length !== lines.length || drawn.some((line, index) => line.visit.id !== lines[index]?.visit.id)
}
