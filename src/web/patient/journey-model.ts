// The way of a patient from the link to the visit: which screen is shown, and what brings the next one. Holds no
// form, no camera and no socket of its own: those are the models it hands out.
import type { AreaWelcome } from '#contract/area'
import type { ArriveBody, PatientView } from '#contract/visit'
import { createStore, type Readable } from '../kit/store.ts'
import type { LocalMedia } from '../media/local.ts'
import { Refusal } from '../net/api.ts'
import { sayRefusal } from '../text/problems-patient.ts'
import type { ArriveModel, Draft } from './arrive/arrive-model.ts'
import { createArrive } from './arrive/arrive-model.ts'
import { arriveBody, askedFields } from './arrive/typed.ts'
import { createWho, type WhoModel } from './door/who-model.ts'
import type { EquipmentModel, EquipmentResult } from './equipment/equipment-model.ts'
import type { PatientVisitModel } from './visit-model.ts'

export type Wish = 'video' | 'sound-only' | 'phone'

export type Screen =
  | { readonly at: 'looking'; readonly forVisit: boolean }
  | { readonly at: 'not-found' }
  | { readonly at: 'unreachable'; readonly tryNow: () => void }
  | { readonly at: 'door'; readonly welcome: AreaWelcome; readonly start: (() => void) | null }
  /** A visit of this browser is open, or over: whether this is the same person. */
  | { readonly at: 'who'; readonly welcome: AreaWelcome; readonly who: WhoModel }
  /** The browser keeps no cookie: it could not come back to its visit, so none is begun. */
  | { readonly at: 'nothing-kept'; readonly welcome: AreaWelcome; readonly tryAgain: () => void }
  | { readonly at: 'details'; readonly welcome: AreaWelcome; readonly form: ArriveModel }
  | { readonly at: 'loading' }
  | { readonly at: 'load-failed'; readonly tryAgain: () => void }
  | { readonly at: 'equipment'; readonly welcome: AreaWelcome; readonly check: EquipmentModel }
  /** Being sent. `refused`: words, when it was not taken. */
  | { readonly at: 'arriving'; readonly refused: string | null; readonly tryAgain: (() => void) | null }
  | { readonly at: 'visit'; readonly visit: PatientVisitModel; readonly cameBack: boolean }

/** What is loaded after the first screen: camera, socket and the screens that need them. */
export interface VisitPart {
  openLocal(): LocalMedia
  openEquipment(local: LocalMedia, soundOnly: boolean, done: (result: EquipmentResult) => void): EquipmentModel
  openVisit(view: PatientView, local: LocalMedia): PatientVisitModel
}

export interface JourneyWorld {
  readonly http: {
    welcome(slug: string): Promise<AreaWelcome>
    /** Whether the browser brings back a cookie. */
    keeps(): Promise<boolean>
    /** Null when this browser has no visit. */
    ownVisit(): Promise<PatientView | null>
    arrive(slug: string, body: ArriveBody): Promise<PatientView>
    /** This visit is over, if it is still this browser's, and the browser forgets it. */
    forget(visitId: string): Promise<unknown>
    /** They come back into the call that they were called back to. */
    comeBack(visitId: string): Promise<PatientView>
  }
  loadVisitPart(): Promise<VisitPart>
  draft(slug: string): Draft
  /** Through a reload of this tab: that it has a visit, and how the person wanted to be seen. Nothing about them. */
  readonly memory: { load(): Wish | null; save(wish: Wish | null): void }
  /** They came by a personal link: their details are filled in, and nobody stands at a door. */
  readonly invited?: {
    /** Of the visit that they made by it before. */
    readonly visitId: string | null
    back(): void
    /** To the waiting area's own link, for a visit without an appointment. */
    leave(): void
  }
  /** A random secret of at least 128 bits: names one arrival, however often it is sent. */
  newAttempt(): string
  now(): number
  later(run: () => void, ms: number): () => void
}

export interface JourneyModel {
  readonly screen: Readable<Screen>
  readonly wish: Readable<Wish>
  readonly welcome: Readable<AreaWelcome | null>
  setWish(wish: Wish): void
  /** One step back, as the browser's own button does; null where there is nothing to go back to. */
  back(): void
  /** A new visit of the same person. */
  startAgain(firstName: string): void
  /** Somebody else has the device: nothing of the person before is left. Throws `Refusal`. */
  somebodyElse(): Promise<void>
  /** Into the call again, after the practitioner has called back. Throws `Refusal`. */
  comeBack(): Promise<void>
}

const RETRY_MS = 3000
/** How often a closed door looks whether it has opened. */
const DOOR_LOOKS_MS = 30_000

export function createJourney(slug: string, first: AreaWelcome | null, world: JourneyWorld): JourneyModel {
  const kept = world.memory.load()
  const welcome = createStore(first)
  const wish = createStore<Wish>(kept ?? 'video')
  const screen = createStore<Screen>({ at: 'looking', forVisit: kept !== null })
  let form: ArriveModel | null = null
  let attempt = world.newAttempt()
  /** True once the browser brought back a cookie. */
  let keeps = false
  /** Of somebody who begins a second visit. */
  let firstName = ''
  /** The visit that this page knows to be this browser's. */
  let ownVisitId: string | null = null
  let local: LocalMedia | null = null
  let cancel = () => {}

  function go(next: Screen): void {
    cancel()
    cancel = () => {}
    const before = screen.get()
    if (before.at === 'equipment' && next.at !== 'equipment') before.check.close()
    if (next.at !== 'visit') closeVisit()
    screen.set(next)
  }

  function closeVisit(): void {
    const shown = screen.get()
    if (shown.at === 'visit') shown.visit.close()
  }

  async function beginInvited(visitId: string | null): Promise<void> {
    go({ at: 'looking', forVisit: visitId !== null })
    const own = visitId === null ? null : await world.http.ownVisit().catch(() => null)
    if (own && own.visitId === visitId) return enter(own, true)
    if (!welcome.get() && !(await askWelcome())) return
    details()
    form?.submit()
  }

  async function begin(): Promise<void> {
    if (world.invited) return beginInvited(world.invited.visitId)
    // The door needs no answer from the server, so nobody waits for the question whether they were here before.
    if (welcome.get() && kept === null) door()
    else go({ at: 'looking', forVisit: kept !== null })
    const own = await world.http.ownVisit().catch(() => undefined)
    // No answer is no news: whoever waits keeps their place, and is asked for again.
    if (own === undefined && kept !== null) {
      const tryNow = () => void begin()
      go({ at: 'unreachable', tryNow })
      cancel = world.later(tryNow, RETRY_MS)
      return
    }
    const { at } = screen.get()
    const mine = own?.area.slug === slug
    const free = at !== 'equipment' && at !== 'arriving' && at !== 'visit'
    if (mine && kept !== null && free) return enter(own, true)
    if (mine && own.firstName !== '' && free) return ask(own)
    if (kept !== null) world.memory.save(null)
    if (at === 'looking') await openDoor()
  }

  async function openDoor(): Promise<void> {
    if (!welcome.get() && !(await askWelcome())) return
    door()
  }

  /** In a new tab it may be somebody else who opens the link. */
  async function ask(own: PatientView): Promise<void> {
    if (!welcome.get() && !(await askWelcome())) return
    const now = welcome.get()
    if (!now) return
    ownVisitId = own.visitId
    const open = own.state.status !== 'ended'
    const carryOn = () => (open ? void enter(own, true) : startAgain(own.firstName))
    go({ at: 'who', welcome: now, who: createWho({ firstName: own.firstName, open, carryOn, somebodyElse }) })
  }

  /** Found before anything is typed, and once more before anything is sent. */
  async function isKept(again: () => void): Promise<boolean> {
    keeps ||= await world.http.keeps()
    const now = welcome.get()
    if (!keeps && now) go({ at: 'nothing-kept', welcome: now, tryAgain: again })
    return keeps
  }

  async function askWelcome(): Promise<boolean> {
    try {
      welcome.set(await world.http.welcome(slug))
      return true
    } catch (error) {
      if (error instanceof Refusal && error.code === 'area/not-found') go({ at: 'not-found' })
      else {
        const tryNow = () => void openDoor()
        go({ at: 'unreachable', tryNow })
        cancel = world.later(tryNow, RETRY_MS)
      }
      return false
    }
  }

  function door(): void {
    const now = welcome.get()
    if (!now) return
    go({ at: 'door', welcome: now, start: now.openness.state === 'open' ? details : null })
    if (now.openness.state !== 'open') cancel = world.later(lookAgain, DOOR_LOOKS_MS)
  }

  async function lookAgain(): Promise<void> {
    const seen = await world.http.welcome(slug).catch(() => null)
    if (screen.get().at !== 'door') return
    if (seen) welcome.set(seen)
    door()
  }

  function details(): void {
    const now = welcome.get()
    if (!now) return
    form ??= createArrive(now, world.draft(slug), world.now, () => void afterDetails())
    if (firstName && !form.state.get().typed.firstName) form.type({ firstName })
    form.setSending(false)
    form.setPhoneMe(wish.get() === 'phone')
    go({ at: 'details', welcome: now, form })
    void world.loadVisitPart().catch(() => {})
    // Without an answer it is asked again before the arrival is sent.
    if (!keeps) void isKept(details).catch(() => {})
  }

  async function afterDetails(): Promise<void> {
    if (wish.get() === 'phone') return arrive({ picture: 'none', sound: 'none', heard: null, spoke: null })
    const part = await load(() => void afterDetails())
    const now = welcome.get()
    if (!part || !now) return
    local ??= part.openLocal()
    const check = part.openEquipment(local, wish.get() === 'sound-only', (result) => void arrive(result))
    go({ at: 'equipment', welcome: now, check })
  }

  async function load(again: () => void): Promise<VisitPart | null> {
    const slow = world.later(() => go({ at: 'loading' }), 400)
    try {
      return await world.loadVisitPart()
    } catch {
      go({ at: 'load-failed', tryAgain: again })
      return null
    } finally {
      slow()
    }
  }

  async function arrive(result: EquipmentResult): Promise<void> {
    const now = welcome.get()
    if (!now || !form) return
    const phoneMe = wish.get() === 'phone'
    const { typed } = form.state.get()
    const { picture, sound, quiet } = result
    const asked = { fields: askedFields(now.fields, phoneMe), questions: now.questions }
    const body = { ...arriveBody(typed, asked, { picture, sound, phoneMe, ...quiet }), attempt }
    go({ at: 'arriving', refused: null, tryAgain: null })
    try {
      if (!(await isKept(() => void arrive(result)))) return
      const view = await world.http.arrive(slug, now.consent === '' ? { ...body, consent: true } : body)
      form.clear()
      form = null
      firstName = ''
      attempt = world.newAttempt()
      world.memory.save(wish.get())
      await enter(view, false)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      notTaken(error, () => void arrive(result))
    }
  }

  function notTaken(refusal: Refusal, again: () => void): void {
    if (refusal.code === 'area/closed' || refusal.code === 'area/suspended') {
      welcome.set(null)
      void openDoor()
    } else if (refusal.code === 'access/nothing-kept') {
      keeps = false
      const now = welcome.get()
      if (now) go({ at: 'nothing-kept', welcome: now, tryAgain: again })
    } else if (refusal.code.startsWith('arrival/')) {
      details()
      form?.refuse(refusal)
    } else {
      go({ at: 'arriving', refused: sayRefusal(refusal), tryAgain: again })
      if (refusal.code === 'offline') cancel = world.later(again, RETRY_MS)
    }
  }

  async function enter(view: PatientView, cameBack: boolean): Promise<void> {
    const part = await load(() => void enter(view, cameBack))
    if (!part) return
    closeVisit()
    const opened = local ?? part.openLocal()
    local = null
    ownVisitId = view.visitId
    world.memory.save(view.phoneMe ? 'phone' : wish.get())
    const visit = part.openVisit(view, opened)
    go({ at: 'visit', visit, cameBack })
    // They have been asked in this browser before: no explaining a second time.
    if (cameBack && !visit.view.get().phoneMe && view.state.status !== 'ended' && !view.calledBack)
      void opened.request({ camera: wish.get() !== 'sound-only', microphone: !view.cannotTalk })
  }

  function startAgain(name: string): void {
    world.memory.save(null)
    if (world.invited) {
      world.invited.leave()
      return
    }
    wish.set('video')
    welcome.set(null)
    local?.close()
    local = null
    firstName = name
    go({ at: 'looking', forVisit: false })
    void openAnew()
  }

  /** In another tab somebody may have begun a visit since: it is theirs, and not to be replaced unasked. */
  async function openAnew(): Promise<void> {
    const own = await world.http.ownVisit().catch(() => null)
    if (own?.area.slug === slug && own.state.status !== 'ended') return ask(own)
    await openDoor()
  }

  async function somebodyElse(): Promise<void> {
    if (ownVisitId !== null) await world.http.forget(ownVisitId)
    world.draft(slug).clear()
    form = null
    attempt = world.newAttempt()
    startAgain('')
  }

  async function comeBack(): Promise<void> {
    if (ownVisitId !== null) await enter(await world.http.comeBack(ownVisitId), true)
  }

  void begin()

  return {
    screen,
    wish,
    welcome,
    setWish(next) {
      wish.set(next)
      const now = screen.get()
      if (now.at === 'door' && next !== 'video') now.start?.()
      else if (now.at === 'details') now.form.setPhoneMe(next === 'phone')
      else if (now.at === 'equipment' && next === 'sound-only') now.check.chooseSoundOnly()
      else if (now.at === 'equipment' && next === 'phone') {
        local?.close()
        local = null
        details()
        form?.submit()
      }
    },
    back() {
      const { at } = screen.get()
      if (world.invited && (at === 'details' || at === 'equipment')) return world.invited.back()
      if (at === 'details' || at === 'nothing-kept') door()
      else if (at === 'equipment' || at === 'load-failed') details()
    },
    startAgain,
    somebodyElse,
    comeBack,
  }
}
