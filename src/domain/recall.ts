// Recall: a patient who waits closes the page, and is told when it is their turn. Which ways there are, and how long the place
// is kept meanwhile. Pure.

/** `text`: by text message, sent by a press of the clinic. `phone`: the clinic rings them. */
export const RECALL_WAYS = ['text', 'phone'] as const
export type RecallWay = (typeof RECALL_WAYS)[number]

/**
 * How long a visit stays open while the page of somebody who asked for it is closed, in ms. A choice of ours: a clinic's day. Whoever
 * did not ask for it has the shorter time of `domain/visit`.
 */
export const RECALL_KEPT_MS = 8 * 60 * 60 * 1000
