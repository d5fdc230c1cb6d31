// Whether a text message that comes in asks for no more of them, or for more again: the words that phone networks and
// carriers agree on, alone in the message. Pure.

export const OPT_OUT_WISHES = ['stop', 'start'] as const
export type OptOutWish = (typeof OPT_OUT_WISHES)[number]

const STOP = new Set(['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'optout', 'revoke'])
const START = new Set(['start', 'unstop', 'optin'])

/** Null: it says something else, such as "Please stop at the chemist". */
export function wishOf(text: string): OptOutWish | null {
  const word = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  if (STOP.has(word)) return 'stop'
  return START.has(word) ? 'start' : null
}
