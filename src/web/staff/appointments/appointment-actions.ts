// What is done with appointments on each of their pages: the dialog that is open, what was pressed, and what came of it.
import type { AppointmentDesk, AppointmentSaved, AppointmentView, CancelBody } from '#contract/appointment'
import { words } from '#text/appointments'
import { type Action, createAction } from '../../kit/action.ts'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { createStaffForms, type StaffFormsModel } from '../forms/forms-model.ts'
import { createStaffPhotos, type StaffPhotosModel } from '../photos/photos-model.ts'
import { type AppointmentForm, formOf, moveBody, newForm, saveBody } from './appointment-form.ts'

/** Open over the page. */
export type OpenDialog =
  | { readonly kind: 'form'; readonly form: AppointmentForm; readonly moves: AppointmentView | null }
  /** All that is known of one, and what can be done with it. */
  | { readonly kind: 'details'; readonly appointment: AppointmentView }
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

export interface AppointmentActions {
  readonly dialog: Readable<OpenDialog | null>
  readonly told: Readable<Told | null>
  readonly doing: Action
  /** `known`: what is clear already. */
  add(known?: Partial<AppointmentForm>): void
  open(appointment: AppointmentView): void
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
  /** Those that the patient sent before the day. */
  photosOf(appointment: AppointmentView): StaffPhotosModel
  /** What was told stands no longer: something else is looked at. */
  untell(): void
}

/** The page that shows the appointments. */
export interface AppointmentPage {
  /** Null until it is known. */
  desk(): AppointmentDesk | null
  /** On which a new one is, until somebody says otherwise. */
  date(): string
  /** Reads them anew. `date`: of the one that was made or moved. */
  reload(date?: string): Promise<void>
}

const pathOf = ({ areaId, id }: AppointmentView, verb: string) =>
  `/api/staff/areas/${areaId}/appointments/${id}/${verb}`

/** Each way there is to them. */
function wantsNothing({ optedOut, landline, patient }: AppointmentView): boolean {
  const ways = [patient?.phone && !landline ? 'sms' : '', patient?.email ? 'email' : ''].filter(Boolean)
  return optedOut.length > 0 && optedOut.length >= ways.length
}

export function createAppointmentActions(
  apiCall: ApiCall,
  copy: (text: string) => Promise<boolean>,
  page: AppointmentPage,
): AppointmentActions {
  const dialog = createStore<OpenDialog | null>(null)
  const told = createStore<Told | null>(null)
  const doing = createAction()

  const tell = (text: string, warning: string | null = null, url: string | null = null) =>
    told.set({ text, warning, url })

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
    await page.reload(show)
  }

  const bookedText = ({ appointment: { patient, link } }: AppointmentSaved) => {
    const name = patient?.firstName ?? ''
    if (link === 'none') return words.booked.none(name)
    return page.desk()?.sends ? words.booked.sent(name) : words.booked.kept(name)
  }

  const movedText = ({ appointment: { message } }: AppointmentSaved) =>
    message?.kind === 'moved' ? words.moved : words.movedUntold

  const show = (next: OpenDialog) => {
    doing.reset()
    dialog.set(next)
  }

  return {
    dialog,
    told,
    doing,
    add(known = {}) {
      const desk = page.desk()
      if (desk?.areas[0])
        show({ kind: 'form', form: { ...newForm({ ...desk, date: page.date() }), ...known }, moves: null })
    },
    open: (appointment) => show({ kind: 'details', appointment }),
    startMove: (moves) => show({ kind: 'form', form: formOf(moves), moves }),
    photosOf: (appointment) => createStaffPhotos(apiCall, pathOf(appointment, '').slice(0, -1)),
    startForms(appointment) {
      const forms = createStaffForms(apiCall, pathOf(appointment, '').slice(0, -1))
      show({ kind: 'forms', appointment, forms })
      void forms.load()
      void forms.choose()
    },
    startCancel: (appointment) => show({ kind: 'cancel', appointment }),
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
      if (!anyway && wantsNothing(appointment)) return show({ kind: 'opted-out', appointment })
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
      const done = await doing.run(async () => {
        const { url } = await apiCall<{ url: string }>('GET', pathOf(appointment, 'link'))
        if (await copy(url)) tell(words.copied)
        else tell(words.copyFailed, null, url)
      })
      if (done && dialog.get()?.kind === 'details') dialog.set(null)
    },
    untell: () => told.set(null),
  }
}
