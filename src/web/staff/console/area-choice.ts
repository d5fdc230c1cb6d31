// Which waiting areas somebody looks at: all of them, those that come later included, or some. Pure.

/** Null: all. */
export type AreaChoice = readonly string[] | null

/** The chosen among `served`; areas that are no longer served count for nothing, and none at all means all. */
export function chosenOf<T>(choice: AreaChoice, served: readonly T[], idOf: (one: T) => string): readonly T[] {
  if (choice === null) return served
  const chosen = served.filter((one) => choice.includes(idOf(one)))
  return chosen.length > 0 ? chosen : served
}

/** With `areaId` added or taken away. Somebody always looks at something: the last one stays. */
export function toggled(choice: AreaChoice, areaId: string, served: readonly string[]): AreaChoice {
  const now = chosenOf(choice, served, (id) => id)
  const next = now.includes(areaId) ? now.filter((id) => id !== areaId) : [...now, areaId]
  if (next.length === 0) return now
  return next.length === served.length ? null : served.filter((id) => next.includes(id))
}
