// Being called: the practitioner has joined, and the patient is told before anything of them is seen or heard. Pure, and
// small: the patient's page loads it, too.

/** After so long (ms) their page joins by itself, where the area lets it. */
export const JOINS_AFTER_MS = 10_000

/** A screen that came by itself takes no press for so long (ms): what was pressed was the screen before. */
export const NOT_YET_MS = 1000

/** The bell rings again every so often (ms) until they join. */
export const RING_AGAIN_MS = 4000

/** Whether their page may do so at all: not where the area leaves it to them, nor where they must not be heard. */
export const joinsByItself = (
  visit: { readonly cannotTalk?: boolean | undefined },
  area: { joinsByItself: boolean },
): boolean => area.joinsByItself && !visit.cannotTalk

/** When their page joins by itself; null: only when they press. */
export const joinsAt = (calledAt: number, joinsByItself: boolean): number | null =>
  joinsByItself ? calledAt + JOINS_AFTER_MS : null
