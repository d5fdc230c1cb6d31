// Everything that belongs to one signed-in person at this page, put together once: connection, console, alerts, notes,
// own camera and microphone, the confirmation and the call that are open. Screens are given parts of it.
import type { Me } from '#contract/people'
import type { AreaQueue, JoinReply, QueueVisit } from '#contract/visit'
import { roleMay } from '#domain/permission'
import { createCallRegistry } from '../call/call-registry.ts'
import type { ApiCall } from '../kit/api-call.ts'
import type { Clock } from '../kit/clock.ts'
import { type Derived, derive } from '../kit/derived.ts'
import { createReadAgain } from '../kit/read-again.ts'
import { createScope } from '../kit/scope.ts'
import { createStore, type Readable, type Store } from '../kit/store.ts'
import type { OpenEngine } from '../media/engine.ts'
import type { LevelWatch } from '../media/level.ts'
import type { LocalMedia } from '../media/local.ts'
import type { Connection } from '../net/socket.ts'
import { type AppointmentsModel, createAppointments } from './appointments/appointments-model.ts'
import { type AppointmentListModel, createAppointmentList } from './appointments/list/appointment-list-model.ts'
import { type AppointmentWeekModel, createAppointmentWeek } from './appointments/week/appointment-week-model.ts'
import { type AuditModel, createAudit } from './audit/audit-model.ts'
import { createPractitionerCall } from './call/practitioner-model.ts'
import type { PractitionerCallModel } from './call/practitioner-state.ts'
import { type ArrivalAlert, createArrivalAlert } from './console/arrival-alert.ts'
import { type ConsoleModel, createConsole } from './console/console-model.ts'
import { copyText } from './copy-text.ts'
import type { DesktopNotifications } from './desktop-notification.ts'
import { createFactors, type FactorsModel } from './factors/factors-model.ts'
import { createFeedbackPage, type FeedbackPageModel } from './feedback/feedback-model.ts'
import type { Gate } from './gate.ts'
import { createJoin, type JoinModel } from './join/join-model.ts'
import type { KeptText } from './kept-text.ts'
import { createLeaveCall, type LeaveCall } from './leave-call.ts'
import { createNotes, type NotesModel, type OpenNoteById } from './notes/notes-model.ts'
import { createOutbox, type OutboxModel } from './outbox/outbox-model.ts'
import { createOwnEquipment, type OwnEquipment, type OwnEquipmentPorts } from './own-equipment.ts'
import type { Passkeys } from './passkeys.ts'
import { createPeople, type PeopleModel } from './people/people-model.ts'
import { createPlanCatalogue, type PlanCatalogue } from './plans/plan-catalogue-model.ts'
import { createPlans, type PlansModel } from './plans/plans-model.ts'
import type { Preferences } from './preferences.ts'
import type { Router } from './router.ts'
import { createSettings, type SettingsModel } from './settings/settings-model.ts'
import { createRequirement, type RequirementModel } from './sign-in-settings/requirement-model.ts'
import { createSignInSettings, type SignInSettingsModel } from './sign-in-settings/sign-in-settings-model.ts'
import { createSignIns, type SignInsModel } from './sign-ins/sign-ins-model.ts'
import { createStaffModel, type StaffModel } from './staff-model.ts'
import { createWarnings, type WarningsModel } from './warnings/warnings-model.ts'

export interface OpenJoin {
  readonly visitId: string
  readonly visit: Derived<QueueVisit | null>
  readonly model: JoinModel
  /** Kept from colleagues as the next one: left without joining, they are let go. */
  readonly taken: boolean
}

export interface SignedIn {
  readonly me: Me
  readonly apiCall: ApiCall
  readonly staff: StaffModel
  readonly console: ConsoleModel
  readonly alert: ArrivalAlert
  readonly appointments: AppointmentsModel
  readonly appointmentWeek: AppointmentWeekModel
  readonly appointmentList: AppointmentListModel
  readonly notes: NotesModel
  /** Kept while other pages are open, so that nothing typed is lost by looking something up. */
  readonly settings: SettingsModel
  readonly signInSettings: SignInSettingsModel
  readonly plans: PlanCatalogue
  /** The page where an administrator writes plans; kept for the same reason as the settings. */
  readonly plansPage: PlansModel
  readonly people: PeopleModel
  readonly outbox: OutboxModel
  readonly feedback: FeedbackPageModel
  readonly audit: AuditModel
  /** What needs attention on the server. */
  readonly warnings: WarningsModel
  readonly signIns: SignInsModel
  readonly factors: FactorsModel
  readonly requirement: RequirementModel
  readonly own: OwnEquipment
  /** The dialog of this person's own equipment: opened from the header, the desk and a readiness card. */
  readonly equipmentOpen: Store<boolean>
  readonly local: LocalMedia
  readonly preferences: Preferences
  readonly notifications: DesktopNotifications
  readonly join: Readable<OpenJoin | null>
  openJoin(visitId: string): void
  /** Leaves the page of a consultation that is over, and joins this one as soon as their path is ready. */
  seeNext(visitId: string): void
  closeJoin(): void
  readonly call: Readable<{ readonly visitId: string; readonly model: PractitionerCallModel } | null>
  /** What becomes of a call whose page is about to be left. */
  readonly leaveCall: LeaveCall
  playChime(): void
  /** How loud this person's own microphone is. */
  watchLevel(track: MediaStreamTrack): LevelWatch
  /** Nothing is asked of the server until this person goes on; a call does. */
  lock(): void
  /** The same person has signed in again after an interruption, or unlocked. */
  goOn(): void
  close(): void
}

export interface SignedInPorts {
  readonly connect: (onOpen: (connection: Connection) => Promise<void>) => Connection
  readonly apiCall: ApiCall
  /** Through which `ask` goes. */
  readonly gate: Gate
  readonly kept: KeptText
  readonly passkeys: Passkeys
  readonly hostHere: string
  readonly clock: Clock
  readonly newId: () => string
  readonly openEngine: OpenEngine
  readonly local: LocalMedia
  readonly openNote: OpenNoteById
  readonly chime: () => void
  readonly watchLevel: (track: MediaStreamTrack) => LevelWatch
  readonly openRun: OwnEquipmentPorts['openRun']
  readonly mostMB: number
  /** For the join: see there. */
  readonly later?: (run: () => void, ms: number) => void
  readonly notifications: DesktopNotifications
  readonly notificationWords: (areaName: string) => { title: string; body: string }
  readonly preferences: Preferences
  readonly router: Router
  readonly checkSession: () => void
  readonly onSignedOut: () => void
  readonly onLocked: () => void
}

export function createSignedIn(me: Me, ports: SignedInPorts): SignedIn {
  const { apiCall, clock, newId, local, openEngine, preferences, notifications, router } = ports
  const pageId = newId()
  const staff = createStaffModel({ ...ports, pageId })
  const calls = createCallRegistry(staff.connection, local, openEngine)
  const alert = createArrivalAlert(
    clock,
    {
      chime: ports.chime,
      notify(areaName) {
        const { title, body } = ports.notificationWords(areaName)
        notifications.show(title, body, areaName)
      },
      clearNotifications: notifications.clear,
    },
    preferences.alerts,
  )
  const plans = createPlanCatalogue(apiCall)
  const plansPage = createPlans(apiCall, plans)
  const audit = createAudit(apiCall)
  const factors = createFactors({ apiCall, passkeys: ports.passkeys, hostHere: ports.hostHere })
  const requirement = createRequirement(apiCall)
  const own = createOwnEquipment({ me, apiCall, openRun: ports.openRun, mostMB: ports.mostMB })
  const desk = createConsole({
    plans,
    areas: staff.areas,
    now: staff.now,
    fresh: alert.unseen,
    me,
    apiCall,
    keepEarlier: staff.keepEarlier,
    newId,
    areaChoice: preferences.areas.get(),
    onAreas: preferences.areas.set,
    onTaken: (visitId) => openJoin(visitId, { taken: true }),
  })
  const notes = createNotes(apiCall, ports.openNote)
  // The organisation's name stands in the header.
  const settings = createSettings(apiCall, ports.checkSession)
  const signInSettings = createSignInSettings(apiCall)
  const people = createPeople(apiCall)
  const outbox = createOutbox(apiCall)
  const feedback = createFeedbackPage(apiCall)
  const warnings = createWarnings(apiCall, clock, roleMay(me.roles, 'warning.read'))
  const equipmentOpen = createStore(false)
  const join = createStore<OpenJoin | null>(null)
  /** The one that was opened last, also when its confirmation has closed and it is on its way into the call. */
  let lastJoin: JoinModel | null = null
  const call = createStore<{ visitId: string; model: PractitionerCallModel } | null>(null)
  const leaveCall = createLeaveCall(router, () => call.get()?.model ?? null)

  // Who only looks on has none, and asking would be refused and written down.
  function loadPlans(): void {
    if (roleMay(me.roles, 'plan.list')) void plans.load()
  }

  function closeJoin(joined = false): void {
    const open = join.get()
    if (open?.taken && !joined) desk.next.letGo(open.visitId)
    open?.model.close()
    open?.visit.close()
    join.set(null)
  }

  function openJoin(visitId: string, { taken = false, atOnce = false } = {}): void {
    closeJoin()
    const visit = derive([staff.areas], () => findVisit(staff.areas.get(), visitId))
    const model = createJoin({
      ...ports,
      connection: staff.connection,
      calls,
      pageId,
      visit,
      visitId,
      myId: me.personId,
      atOnce,
      onJoined(joined) {
        openCall(visitId, joined)
        closeJoin(true)
        router.go(`/staff/visits/${visitId}`)
      },
    })
    lastJoin = model
    join.set({ visitId, visit, model, taken })
  }

  function openCall(visitId: string, joined: JoinReply | null): void {
    call.get()?.model.close()
    leaveCall.stay()
    const model = createPractitionerCall({
      connection: staff.connection,
      visitId,
      calls,
      joined,
      local,
      ownEquipment: own.found,
      request: ports.gate.apiCall,
      storage: ports.kept,
    })
    call.set({ visitId, model })
  }

  function followRoute(): void {
    const route = router.route.get()
    const open = call.get()
    alert.setInCall(route.page === 'visit')
    if (route.page === 'visit') {
      if (open?.visitId !== route.visitId) openCall(route.visitId, null)
      return
    }
    if (open) {
      // Nobody is to be heard from a page they do not look at: leaving the call's page ends its media, not the visit.
      open.model.close()
      call.set(null)
      // A note began with the call.
      void notes.load()
    }
  }

  const readAgain = createReadAgain([
    { refused: () => notes.state.get().kind === 'refused', load: () => void notes.load() },
    { refused: () => plans.state.get().kind === 'refused', load: loadPlans },
  ])
  const scope = createScope([
    staff.areas.subscribe((areas) => {
      if (areas) alert.hear(areas)
    }),
    staff.contact.subscribe((contact) => {
      if (contact.kind !== 'open') return
      readAgain()
      void warnings.load()
    }),
    router.route.subscribe(() => {
      closeJoin()
      followRoute()
    }),
  ])
  followRoute()
  void notes.load()
  loadPlans()

  return {
    me,
    apiCall,
    staff,
    console: desk,
    alert,
    appointments: createAppointments(apiCall, copyText),
    appointmentWeek: createAppointmentWeek(apiCall, copyText),
    appointmentList: createAppointmentList(apiCall, copyText),
    notes,
    settings,
    signInSettings,
    plans,
    plansPage,
    people,
    outbox,
    feedback,
    audit,
    warnings,
    signIns: createSignIns(apiCall),
    factors,
    requirement,
    own,
    equipmentOpen,
    local,
    preferences,
    notifications,
    join,
    openJoin: (visitId) => openJoin(visitId),
    seeNext(visitId) {
      router.go('/staff')
      // Not where the way out was barred.
      if (router.route.get().page === 'console') openJoin(visitId, { atOnce: true })
    },
    closeJoin() {
      if (join.get()?.model.mayClose() !== false) closeJoin()
    },
    call,
    leaveCall,
    playChime: ports.chime,
    watchLevel: ports.watchLevel,
    lock() {
      ports.gate.lock()
      // Nobody reads whom they are about to join.
      closeJoin()
    },
    goOn() {
      ports.gate.open()
      staff.connection.wake()
      call.get()?.model.goOn()
    },
    close() {
      ports.gate.close()
      ports.kept.close()
      scope.close()
      lastJoin?.end()
      closeJoin()
      leaveCall.close()
      call.get()?.model.close()
      calls.closeAll()
      alert.close()
      warnings.close()
      own.close()
      desk.close()
      staff.close()
      local.close()
      notifications.clear()
    },
  }
}

function findVisit(areas: readonly AreaQueue[] | null, visitId: string): QueueVisit | null {
  return areas?.flatMap((area) => area.visits).find((visit) => visit.id === visitId) ?? null
}
