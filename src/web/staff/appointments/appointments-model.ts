// A day of appointments: which day is shown, what is done with one of them, and what came of it.
import type { AppointmentSaved, AppointmentView, CancelBody, DayView } from '#contract/appointment'
import { words } from '#text/appointments'
import { type Action, createAction } from '../../kit/action.ts'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import { createStaffForms, type StaffFormsModel } from '../forms/forms-model.ts'
import { type AppointmentForm, formOf, moveBody, newForm, saveBody } from './appointment-form.ts'

export type AppointmentsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'loaded'; readonly view: DayView }

/** Open over the list. */
export type OpenDialog =
  | { readonly kind: 'form'; readonly form: AppointmentForm; readonly moves: AppointmentView | null }
  | { readonly kind: 'cancel'; readonly appointment: AppointmentView }
  /** They asked for no messages: is a new link sent all the same? */
  | { readonly kind: 'opted-out'; readonly appointment: AppointmentView }
  | { readonly kind: 'forms'; readonly appointment: AppointmentView; readonly forms: StaffFormsModel }

/** What came of the last press. `warning`: besides. */
export interface Told {
  readonly text: string
  readonly warning: string | null
  /** A link that could not be copied. */
  readonly url: string | null
}

export interface AppointmentsModel {
  readonly state: Readable<AppointmentsState>
  readonly dialog: Readable<OpenDialog | null>
  readonly told: Readable<Told | null>
  readonly doing: Action
  /** `date` is ISO; unset: the day that is shown, or today. */
  load(date?: string): Promise<void>
  step(days: number): void
  add(): void
  startMove(appointment: AppointmentView): void
  startCancel(appointment: AppointmentView): void
  type(change: Partial<AppointmentForm>): void
  close(): void
  save(): Promise<void>
  cancel(body: CancelBody): Promise<void>
  miss(appointment: AppointmentView): Promise<void>
  /** Asks first where every way to them wants no messages; `anyway`: it was asked. */
  sendLink(appointment: AppointmentView, anyway?: boolean): Promise<void>
  /** What waits for the morning goes at once. */
  sendNow(appointment: AppointmentView): Promise<void>
  copyLink(appointment: AppointmentView): Promise<void>
  /** Which form to send, and what was answered. */
  startForms(appointment: AppointmentView): void
}

const DAY_MS = 24 * 60 * 60 * 1000
const pathOf = ({ areaId, id }: AppointmentView, verb: string) =>
  `/api/staff/areas/${areaId}/appointments/${id}/${verb}`

/** Each way there is to them. */
function wantsNothing({ optedOut, landline, patient }: AppointmentView): boolean {
  const ways = [patient?.phone && !landline ? 'sms' : '', patient?.email ? 'email' : ''].filter(Boolean)
  return optedOut.length > 0 && optedOut.length >= ways.length
}

export function createAppointments(apiCall: ApiCall, copy: (text: string) => Promise<boolean>): AppointmentsModel {
  const state = createStore<AppointmentsState>({ kind: 'loading' })
  const dialog = createStore<OpenDialog | null>(null)
  const told = createStore<Told | null>(null)
  const doing = createAction()
  let asked = 0

  const viewNow = () => {
    const now = state.get()
    return now.kind === 'loaded' ? now.view : null
  }
  const tell = (text: string, warning: string | null = null, url: string | null = null) =>
    told.set({ text, warning, url })

  async function load(date = viewNow()?.date): Promise<void> {
    const mine = ++asked
    try {
      const view = await apiCall<DayView>('GET', `/api/staff/appointments${date ? `?date=${date}` : ''}`)
      if (mine === asked) state.set({ kind: 'loaded', view })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (mine === asked) state.set({ kind: 'refused', refusal: error })
    }
  }

  async function change(
    path: string,
    body: unknown,
    said: (saved: AppointmentSaved) => string | null,
    show?: string,
  ): Promise<void> {
    told.set(null)
    let saved: AppointmentSaved | null = null
    const done = await doing.run(async () => {
      saved = await apiCall<AppointmentSaved>('POST', path, body)
    })
    if (!done || !saved) return
    const { appointment, clash }: AppointmentSaved = saved
    dialog.set(null)
    const text = said(saved)
    if (text) tell(text, clash ? words.clash(appointment.practitioner?.name ?? '') : null)
    await load(show)
  }

  const bookedText = ({ appointment: { patient, link } }: AppointmentSaved) => {
    const name = patient?.firstName ?? ''
    if (link === 'none') return words.booked.none(name)
    return viewNow()?.sends ? words.booked.sent(name) : words.booked.kept(name)
  }

  const movedText = ({ appointment: { message } }: AppointmentSaved) =>
    message?.kind === 'moved' ? words.moved : words.movedUntold

  const open = (next: OpenDialog) => {
    doing.reset()
    dialog.set(next)
  }

  return {
    state,
    dialog,
    told,
    doing,
    load,
    step(days) {
      const view = viewNow()
      if (!view) return
      told.set(null)
      void load(new Date(Date.parse(`${view.date}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10))
    },
    add() {
      const view = viewNow()
      if (view?.areas[0]) open({ kind: 'form', form: newForm(view), moves: null })
    },
    startMove: (moves) => open({ kind: 'form', form: formOf(moves), moves }),
    startForms(appointment) {
      const forms = createStaffForms(apiCall, pathOf(appointment, '').slice(0, -1))
      open({ kind: 'forms', appointment, forms })
      void forms.load()
      void forms.choose()
    },
    startCancel: (appointment) => open({ kind: 'cancel', appointment }),
    type(part) {
      const now = dialog.get()
      if (now?.kind === 'form') dialog.set({ ...now, form: { ...now.form, ...part } })
    },
    close: () => dialog.set(null),
    async save() {
      const now = dialog.get()
      if (now?.kind !== 'form') return
      const { form, moves } = now
      if (moves) await change(pathOf(moves, 'move'), moveBody(form), movedText, form.date)
      else await change(`/api/staff/areas/${form.areaId}/appointments`, saveBody(form), bookedText, form.date)
    },
    async cancel(body) {
      const now = dialog.get()
      if (now?.kind === 'cancel') await change(pathOf(now.appointment, 'cancel'), body, () => null)
    },
    miss: (appointment) => change(pathOf(appointment, 'did-not-attend'), {}, () => null),
    async sendLink(appointment, anyway = false) {
      if (!anyway && wantsNothing(appointment)) return open({ kind: 'opted-out', appointment })
      await change(pathOf(appointment, 'send-link'), anyway ? { anyway } : {}, ({ appointment: { link, patient } }) =>
        link === 'none' ? words.made : words.sent(patient?.firstName ?? ''),
      )
    },
    sendNow: (appointment) =>
      change(pathOf(appointment, 'send-now'), {}, ({ appointment: { patient } }) =>
        words.sentNow(patient?.firstName ?? ''),
      ),
    async copyLink(appointment) {
      told.set(null)
      await doing.run(async () => {
        const { url } = await apiCall<{ url: string }>('GET', pathOf(appointment, 'link'))
        if (await copy(url)) tell(words.copied)
        else tell(words.copyFailed, null, url)
      })
    },
  }
}
