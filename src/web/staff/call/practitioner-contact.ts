// How the patient is reached when the call is cut off, where they are, and who is with them, while a practitioner asks and
// confirms it. What is sent shows at once and is taken back when the server refuses it.
import type { ContactBody, VisitContact } from '#contract/consultation'
import type { ConsultationView } from '#contract/visit'
import { createStore, type Readable } from '../../kit/store.ts'
import type { call } from '../../net/api.ts'
import { Refusal } from '../../net/api.ts'

export interface ContactModel {
  readonly contact: Readable<VisitContact | null>
  readonly saving: Readable<boolean>
  /** Why the last change was not kept; null otherwise. */
  readonly trouble: Readable<Refusal['code'] | null>
  /** Resolves with whether the server has it. */
  save(change: Partial<ContactBody>): Promise<boolean>
  dismissTrouble(): void
}

export interface ContactInputs {
  readonly view: Readable<ConsultationView | null>
  readonly request: typeof call
  readonly url: string
  readonly now: () => number
}

export function createContact({ view, request, url, now }: ContactInputs): ContactModel {
  const contact = createStore<VisitContact | null>(view.get()?.contact ?? null)
  const saving = createStore(false)
  const trouble = createStore<Refusal['code'] | null>(null)
  let queue: Promise<unknown> = Promise.resolve()
  let onTheWay = 0

  view.subscribe((next) => {
    // A snapshot from before a change would undo it for a moment.
    if (next && onTheWay === 0) contact.set(next.contact)
  })

  async function send(body: ContactBody): Promise<boolean> {
    try {
      await request('PUT', `${url}/contact`, body)
      return true
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      trouble.set(error.code)
      return false
    } finally {
      onTheWay--
      saving.set(onTheWay > 0)
    }
  }

  return {
    contact,
    saving,
    trouble,
    save(change) {
      const before = contact.get()
      if (!before) return Promise.resolve(false)
      const body = { ...bodyOf(before), ...change }
      trouble.set(null)
      contact.set(assumed(before, body, now()))
      onTheWay++
      saving.set(true)
      // One after the other: each holds the whole contact.
      const sent = queue.then(() => send(body))
      queue = sent.catch(() => {})
      return sent.then((kept) => {
        if (!kept && onTheWay === 0) contact.set(view.get()?.contact ?? before)
        return kept
      })
    },
    dismissTrouble: () => trouble.set(null),
  }
}

export function bodyOf(contact: VisitContact): ContactBody {
  const { phone, phoneConfirmedAt, address, addressConfirmedAt, companions } = contact
  return {
    phone,
    phoneConfirmed: phoneConfirmedAt !== null,
    address,
    addressConfirmed: addressConfirmedAt !== null,
    companions: companions.map(({ name, onCamera }) => ({ name, onCamera })),
  }
}

/** What the server will make of it, until it says so. */
function assumed(before: VisitContact, body: ContactBody, at: number): VisitContact {
  const since = (confirmed: boolean, same: boolean, was: number | null) =>
    confirmed ? ((same ? was : null) ?? at) : null
  return {
    phone: body.phone,
    phoneConfirmedAt: since(
      body.phoneConfirmed && body.phone !== '',
      body.phone === before.phone,
      before.phoneConfirmedAt,
    ),
    address: body.address,
    addressConfirmedAt: since(
      body.addressConfirmed && body.address !== '',
      body.address === before.address,
      before.addressConfirmedAt,
    ),
    companions: body.companions,
  }
}
