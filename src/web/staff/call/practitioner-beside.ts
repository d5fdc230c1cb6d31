// Everything a practitioner has beside the picture but the note and the messages: checklist, contact, what they ask of the
// camera. What confirms the same thing in two places is kept one thing here.
import type { VisitContact } from '#contract/consultation'
import type { ConsultationView } from '#contract/visit'
import type { DegradationPreference } from '#domain/plan'
import { callPlan } from '../../call/call-plan.ts'
import type { VisitFollower } from '../../call/call-registry.ts'
import { oneRemote } from '../../call/stage/one-remote.ts'
import type { Later } from '../../kit/later.ts'
import { createScope } from '../../kit/scope.ts'
import type { Readable } from '../../kit/store.ts'
import type { CallEngine } from '../../media/engine.ts'
import type { call } from '../../net/api.ts'
import type { Connection } from '../../net/socket.ts'
import { createStaffForms, type StaffFormsModel } from '../forms/forms-model.ts'
import { createStaffPhotos, type StaffPhotosModel } from '../photos/photos-model.ts'
import { type ChecklistModel, createChecklist } from './checklist/practitioner-checklist.ts'
import { addLine } from './note/note-lines.ts'
import type { NoteModel } from './note/note-model.ts'
import { createNoteWriter } from './note/note-writer.ts'
import { type AsksModel, createAsks } from './practitioner-camera-requests.ts'
import { type ContactModel, createContact } from './practitioner-contact.ts'

export interface Beside {
  readonly checklist: Omit<ChecklistModel, 'tick' | 'write' | 'close'>
  readonly contact: Omit<ContactModel, 'save'>
  readonly asks: Omit<AsksModel, 'close'>
  /** What the patient was asked before, and answered. */
  readonly forms: StaffFormsModel
  /** What the patient sent. */
  readonly photos: StaffPhotosModel
  /** Ticks an item, writes its line and confirms what it confirms. */
  tick(id: string, done: boolean): void
  write(id: string, value: string): void
  /** Confirms the number or the address and ticks the item that asks for it. */
  confirm(what: 'phone' | 'address', confirmed: boolean): void
  /** Resolves with whether the server has it. */
  saveContact: ContactModel['save']
  /** Writes a line under what is typed in the note. */
  writeLine(line: string): void
  retryNow(): void
  close(): void
}

export interface BesideInputs {
  readonly connection: Pick<Connection, 'send'>
  readonly follower: VisitFollower
  readonly view: Readable<ConsultationView | null>
  readonly engine: Readable<CallEngine | null>
  readonly note: Readable<NoteModel | null>
  readonly request: typeof call
  readonly url: string
  readonly later: Later
  readonly newId: () => string
  readonly now: () => number
}

export function createBeside(inputs: BesideInputs): Beside {
  const { connection, follower, view, engine, note, request, url, later, newId, now } = inputs
  const writer = createNoteWriter(note)
  const contact = createContact({ view, request, url, now })
  const checklist = createChecklist({ view, changeNote: writer.change, request, url, later })
  const asks = createAsks(connection, follower, engine, newId)
  const unfavour = favourOnceSeen(engine, view)

  const lineFor = (what: 'phone' | 'address') => checklist.lines.get().find(({ confirms }) => confirms === what)
  /** What the contact already says of an item that nobody has written beside. */
  const known = (confirms: 'phone' | 'address' | 'companions'): string => {
    const all = contact.contact.get()
    if (!all) return ''
    return confirms === 'companions' ? all.companions.map(({ name }) => name).join(', ') : all[confirms]
  }
  const put = (id: string, done: boolean, value: string) => {
    if (done && value) checklist.write(id, value)
    checklist.tick(id, done)
  }

  /** The item that asks for it stands as the contact does, where that was changed. */
  const follow = (what: 'phone' | 'address', before: VisitContact, after: VisitContact) => {
    const line = lineFor(what)
    const isConfirmed = (one: VisitContact) => one[`${what}ConfirmedAt`] !== null
    if (!line || (before[what] === after[what] && isConfirmed(before) === isConfirmed(after))) return
    if (line.done && isConfirmed(after)) checklist.write(line.id, after[what])
    else if (line.done !== isConfirmed(after)) put(line.id, isConfirmed(after), after[what])
  }

  return {
    checklist,
    contact,
    asks,
    forms: createStaffForms(request, url),
    photos: createStaffPhotos(request, url),
    tick(id, done) {
      const line = checklist.lines.get().find((one) => one.id === id)
      if (!line || line.done === done) return
      const { confirms } = line
      put(id, done, line.value.trim() || (confirms ? known(confirms) : ''))
      const value =
        checklist.lines
          .get()
          .find((one) => one.id === id)
          ?.value.trim() ?? ''
      if (confirms === 'phone') void contact.save({ ...(done && value ? { phone: value } : {}), phoneConfirmed: done })
      if (confirms === 'address')
        void contact.save({ ...(done && value ? { address: value } : {}), addressConfirmed: done })
    },
    write: checklist.write,
    confirm(what, confirmed) {
      const value = known(what)
      if (confirmed && !value) return
      void contact.save(what === 'phone' ? { phoneConfirmed: confirmed } : { addressConfirmed: confirmed })
      const line = lineFor(what)
      if (line && line.done !== confirmed) put(line.id, confirmed, value)
    },
    async saveContact(change) {
      const before = contact.contact.get()
      const kept = await contact.save(change)
      const after = contact.contact.get()
      if (kept && before && after) for (const what of ['phone', 'address'] as const) follow(what, before, after)
      return kept
    },
    writeLine: (line) => writer.change((text) => addLine(text, line)),
    retryNow: checklist.retryNow,
    close() {
      writer.close()
      checklist.close()
      asks.close()
      unfavour()
    },
  }
}

/** The own picture fits the plan from the moment the other is seen: nothing stands in the way of the first frame. */
function favourOnceSeen(engine: Readable<CallEngine | null>, view: Readable<ConsultationView | null>): () => void {
  let unfollow = () => {}
  let told: { readonly of: CallEngine; readonly favour: DegradationPreference } | null = null
  const settle = () => {
    const of = engine.get()
    const plan = view.get()?.plan
    if (!of || !plan || oneRemote(of.state.get())?.picture !== 'showing') return
    const { favour } = callPlan(plan)
    if (told?.of === of && told.favour === favour) return
    told = { of, favour }
    of.setDegradationPreference(favour)
  }
  const follow = () => {
    unfollow()
    unfollow = engine.get()?.state.subscribe(settle) ?? (() => {})
    settle()
  }
  const scope = createScope([engine.subscribe(follow), view.subscribe(settle)])
  follow()
  return () => {
    unfollow()
    scope.close()
  }
}
