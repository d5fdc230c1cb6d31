// What staff do with a whole waiting area: a message to everyone who waits, a notice of delay, closing it for now.
import { isBlank } from '#domain/typed-text'
import { type Action, createAction } from '../../kit/action.ts'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable, type Store } from '../../kit/store.ts'
import { createMessageDraft, type MessageDraft } from '../message-draft.ts'

export interface SuspensionTexts {
  readonly patientText: string
  readonly staffText: string
}

export interface AreaActions {
  readonly announcement: MessageDraft
  /** To how many people the last announcement went; null before one was sent. */
  readonly announcedTo: Readable<number | null>
  announce(): Promise<boolean>
  readonly lateness: Action
  /** Minutes of delay said to patients; null takes the notice away. */
  setLate(minutes: number | null): Promise<boolean>
  readonly suspension: Action
  readonly suspensionTexts: Store<SuspensionTexts>
  /** Null while nothing is written for patients: nobody is turned away without a word. */
  suspendable(): (() => Promise<boolean>) | null
  reopen(): Promise<boolean>
}

/** Delays offered with one press; any whole number of minutes up to ten hours can be typed. */
export const USUAL_DELAYS = [10, 20, 30, 60]
export const LONGEST_DELAY = 600

export function createAreaActions(apiCall: ApiCall, areaId: string, newId: () => string): AreaActions {
  const url = `/api/staff/areas/${areaId}`
  const announcement = createMessageDraft(apiCall, `${url}/messages`, newId)
  const announcedTo = createStore<number | null>(null)
  const lateness = createAction()
  const suspension = createAction()
  const suspensionTexts = createStore<SuspensionTexts>({ patientText: '', staffText: '' })

  async function suspend(): Promise<boolean> {
    const { patientText, staffText } = suspensionTexts.get()
    const texts = { patientText: patientText.trim(), staffText: staffText.trim() }
    const done = await suspension.run(() => apiCall('PUT', `${url}/suspension`, { suspended: texts }))
    if (done) suspensionTexts.set({ patientText: '', staffText: '' })
    return done
  }

  return {
    announcement,
    announcedTo,
    async announce() {
      const reply = (await announcement.send()) as { sentTo: number } | null
      if (reply) announcedTo.set(reply.sentTo)
      return reply !== null
    },
    lateness,
    setLate: (minutes) => lateness.run(() => apiCall('PUT', `${url}/late`, { minutes })),
    suspension,
    suspensionTexts,
    suspendable: () => (isBlank(suspensionTexts.get().patientText) ? null : suspend),
    reopen: () => suspension.run(() => apiCall('PUT', `${url}/suspension`, { suspended: null })),
  }
}

/** Minutes as typed, or null when they are no delay that can be said. */
export function readDelay(typed: string): number | null {
  if (!/^\d{1,3}$/.test(typed.trim())) return null
  const minutes = Number(typed)
  return minutes >= 1 && minutes <= LONGEST_DELAY ? minutes : null
}
