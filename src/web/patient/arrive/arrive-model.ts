// The form in which a patient says who they are. Keeps every letter until the visit exists: through refusals, through
// no network, through a reload of the page.
import type { AreaWelcome } from '#contract/area'
import { createStore, type Readable } from '../../kit/store.ts'
import type { Refusal } from '../../net/api.ts'
import { sayRefusal } from '../../text/problems-patient.ts'
import { askedFields, type FieldErrors, type FieldName, faultsOf, NOTHING_TYPED, type Typed } from './typed.ts'

export interface ArriveState {
  readonly typed: Typed
  readonly phoneMe: boolean
  /** Faults found when the person last pressed the button; each goes away as its field is mended. */
  readonly errors: FieldErrors
  /** Presses of the button, for the error summary. */
  readonly attempt: number
  /** Words of a refusal that belongs to no field. */
  readonly refused: string | null
  readonly sending: boolean
}

/** Where typed words wait for a reload. */
export interface Draft {
  load(): Typed | null
  save(typed: Typed): void
  clear(): void
}

export interface ArriveModel {
  readonly state: Readable<ArriveState>
  type(change: Partial<Typed>): void
  setPhoneMe(phoneMe: boolean): void
  /** Goes on when there is nothing to mend; does nothing while being sent. */
  submit(): void
  setSending(sending: boolean): void
  refuse(refusal: Refusal): void
  clear(): void
}

const FIELD_OF: Readonly<Record<string, FieldName>> = {
  'arrival/birth-date-not-valid': 'dateOfBirth',
  'arrival/phone-not-valid': 'phone',
  'arrival/consent-needed': 'consent',
}

export function createArrive(
  welcome: AreaWelcome,
  draft: Draft,
  now: () => number,
  next: (typed: Typed) => void,
): ArriveModel {
  const state = createStore<ArriveState>({
    typed: draft.load() ?? NOTHING_TYPED,
    phoneMe: false,
    errors: {},
    attempt: 0,
    refused: null,
    sending: false,
  })
  const change = (part: Partial<ArriveState>) => state.update((before) => ({ ...before, ...part }))
  const faults = ({ typed, phoneMe }: ArriveState) =>
    faultsOf(
      typed,
      {
        fields: askedFields(welcome.fields, phoneMe),
        questions: welcome.questions,
        consent: welcome.consent !== '',
      },
      now(),
    )

  return {
    state,
    type(part) {
      const before = state.get()
      const typed = { ...before.typed, ...part }
      draft.save(typed)
      const still = faults({ ...before, typed })
      const errors = Object.fromEntries(Object.entries(before.errors).filter(([field]) => field in still))
      change({ typed, errors, refused: null })
    },
    setPhoneMe: (phoneMe) => change({ phoneMe, errors: {}, refused: null }),
    submit() {
      const before = state.get()
      if (before.sending) return
      const errors = faults(before)
      change({ errors, refused: null, attempt: before.attempt + 1 })
      if (Object.keys(errors).length === 0) next(before.typed)
    },
    setSending: (sending) => change({ sending }),
    refuse(refusal) {
      const text = sayRefusal(refusal)
      const named = typeof refusal.detail.field === 'string' ? (refusal.detail.field as FieldName) : undefined
      const field = refusal.code.startsWith('arrival/') ? (FIELD_OF[refusal.code] ?? named) : undefined
      const attempt = state.get().attempt + 1
      change(
        field ? { sending: false, attempt, errors: { [field]: text } } : { sending: false, attempt, refused: text },
      )
    },
    clear: draft.clear,
  }
}
