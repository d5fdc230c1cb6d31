// The talk about devices as a practitioner fills it in with the patient. What is ticked is sent at once and shown at once;
// answers that the patient gives on their own page meanwhile come in between. Advises nothing itself.
import type { DeviceTalk } from '#contract/plan'
import { type DeviceAnswers, NO_ANSWERS } from '#domain/advice'
import type { DeviceKind } from '#domain/plan'
import { type ApiCall, BUSY, DONE, IDLE, type RequestState } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export interface TalkState {
  readonly answers: DeviceAnswers
  readonly agreed: DeviceTalk['agreed']
  readonly request: RequestState
}

export interface TalkModel {
  readonly state: Readable<TalkState>
  /** The talk as the newest snapshot has it. */
  hear(talk: DeviceTalk): void
  answer(change: Partial<DeviceAnswers>): void
  agree(device: DeviceKind): void
  /** Sends again what was not saved. */
  again(): void
}

type Answer = keyof DeviceAnswers
const ANSWERS = Object.keys(NO_ANSWERS) as readonly Answer[]
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

export function createTalk(apiCall: ApiCall, visitId: string, first: DeviceTalk): TalkModel {
  let stored = first
  /** What was ticked here and is not in a snapshot yet. */
  let own: Partial<DeviceAnswers> = {}
  let acknowledged: Partial<DeviceAnswers> = {}
  let agreeing: DeviceKind | null = null
  let sending = false
  const answers = (): DeviceAnswers => tidy({ ...stored.answers, ...own })
  const state = createStore<TalkState>({ answers: answers(), agreed: first.agreed, request: IDLE })
  const show = (request: RequestState = state.get().request) =>
    state.set({ answers: answers(), agreed: stored.agreed, request })

  function unsent(): boolean {
    return agreeing !== null || ANSWERS.some((name) => name in own && !same(own[name], acknowledged[name]))
  }

  async function send(): Promise<void> {
    if (sending) return
    sending = true
    show(BUSY)
    try {
      while (unsent()) {
        const sent = { ...own }
        const device = agreeing
        await apiCall('PUT', `/api/staff/visits/${visitId}/talk`, { answers: answers(), agreed: device })
        acknowledged = sent
        if (agreeing === device) agreeing = null
      }
      show(DONE)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      show({ kind: 'refused', refusal: error })
    } finally {
      sending = false
    }
  }

  return {
    state,
    hear(talk) {
      if (same(talk, stored)) return
      stored = talk
      for (const name of ANSWERS) {
        // A snapshot that came after the server had it is newer than what was ticked here.
        const known = name in own && same(own[name], acknowledged[name])
        if (known || same(own[name], talk.answers[name])) delete own[name]
      }
      show()
    },
    answer(change) {
      own = { ...own, ...change }
      show()
      void send()
    },
    agree(device) {
      agreeing = device
      void send()
    },
    again: () => void send(),
  }
}

/** Without answers that contradict each other: a preference for a device they do not have, a helper for somebody alone. */
function tidy(answers: DeviceAnswers): DeviceAnswers {
  const { preference, devices, alone } = answers
  return {
    ...answers,
    preference: preference !== null && devices.includes(preference) ? preference : null,
    helperCanHold: alone === true ? null : answers.helperCanHold,
  }
}
