// A personal link, from the date of birth to "Yes, that's me". A device that passed before is not asked again.
import type { InvitationPage, InvitationView } from '#contract/appointment'
import { words as consent } from '#text/arrive'
import { words } from '#text/invitation'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import { sayRefusal } from '../../text/problems-patient.ts'
import type { DateParts } from '../../ui/date-field/date-field.tsx'
import { birthDate } from '../arrive/typed.ts'

export type InvitationState =
  | { readonly at: 'looking' }
  | { readonly at: 'offline'; readonly tryAgain: () => void }
  | { readonly at: 'replaced' | 'other-device' }
  | {
      readonly at: 'ask'
      readonly birth: DateParts
      readonly error: string | null
      /** Presses of the button, for the error summary. */
      readonly attempt: number
      readonly sending: boolean
    }
  | { readonly at: 'opened'; readonly view: InvitationView; readonly agreed: boolean; readonly error: string | null }

export interface InvitationWorld {
  readonly page: InvitationPage | null
  /** Without a date: whether this device passed the check before. Throws `Refusal`. */
  open(dateOfBirth?: string): Promise<InvitationView>
  /** On to camera and sound, or back to the visit. */
  goOn(view: InvitationView): void
  later(run: () => void, ms: number): () => void
}

export interface InvitationModel {
  readonly state: Readable<InvitationState>
  type(birth: DateParts): void
  submit(): void
  agree(agreed: boolean): void
  /** "Yes, that's me." */
  confirm(): void
}

/** How often the page of somebody who is early looks whether it is time. */
const LOOK_MS = 30_000
const NO_DATE: DateParts = { day: '', month: '', year: '' }

export function createInvitation(world: InvitationWorld): InvitationModel {
  const state = createStore<InvitationState>({ at: 'looking' })
  let cancel = () => {}

  const ask = () => state.set({ at: 'ask', birth: NO_DATE, error: null, attempt: 0, sending: false })

  function opened(view: InvitationView): void {
    const before = state.get()
    const agreed = before.at === 'opened' && before.agreed
    cancel()
    if (view.state === 'arrived') {
      world.goOn(view)
      return
    }
    state.set({ at: 'opened', view, agreed, error: null })
    if (view.state === 'early') cancel = world.later(() => void look(), LOOK_MS)
  }

  /** Somebody who has passed and is offline for a moment goes on seeing what they see. */
  async function look(): Promise<void> {
    try {
      opened(await world.open())
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { at } = state.get()
      if (error.code === 'invitation/replaced') state.set({ at: 'replaced' })
      else if (error.code === 'invitation/not-opened') ask()
      else if (at === 'opened') cancel = world.later(() => void look(), LOOK_MS)
      else state.set({ at: 'offline', tryAgain: begin })
    }
  }

  function begin(): void {
    state.set({ at: world.page?.replaced ? 'replaced' : 'looking' })
    if (!world.page?.replaced) void look()
  }

  async function send(asked: Extract<InvitationState, { at: 'ask' }>): Promise<void> {
    state.set({ ...asked, sending: true, error: null })
    try {
      opened(await world.open(birthDate(asked.birth)))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.code === 'invitation/replaced') return state.set({ at: 'replaced' })
      if (error.code === 'invitation/other-device') return state.set({ at: 'other-device' })
      state.set({ ...asked, sending: false, error: sayRefusal(error), attempt: asked.attempt + 1 })
    }
  }

  begin()
  return {
    state,
    type(birth) {
      const now = state.get()
      if (now.at === 'ask') state.set({ ...now, birth, error: null })
    },
    submit() {
      const now = state.get()
      if (now.at !== 'ask' || now.sending) return
      if (birthDate(now.birth)) void send(now)
      else state.set({ ...now, error: words.birthMissing, attempt: now.attempt + 1 })
    },
    agree(agreed) {
      const now = state.get()
      if (now.at === 'opened') state.set({ ...now, agreed, error: null })
    },
    confirm() {
      const now = state.get()
      if (now.at !== 'opened' || now.view.state !== 'open') return
      if (now.view.consent && !now.agreed) return state.set({ ...now, error: consent.missing.consent })
      cancel()
      world.goOn(now.view)
    },
  }
}
