// Makes each reader's view from rows. Reads nothing. The only thing a patient's view tells of other patients is how many are
// before them.
import type { VisitContact } from '#contract/consultation'
import type { DeviceTalk, PlanView } from '#contract/plan'
import type { AreaQueue, ConsultationView, PatientState, PatientView, Phoning, QueueVisit } from '#contract/visit'
import { NO_ANSWERS } from '#domain/advice'
import type { ArrivalAnswer } from '#domain/arrival-questions'
import { callBackUntil } from '#domain/call-back'
import { joinsAt, joinsByItself } from '#domain/called'
import { DEFAULT_PURPOSE } from '#domain/plan-catalogue'
import type { Delay } from '#domain/queue'
import { newestOf } from '#domain/thread'
import { afterCall, patientFacing } from '../platform/area-settings.ts'
import { agreedFor, messageForPatient, messageForStaff } from '../platform/said-names.ts'
import { participantId } from './participant-id.ts'
import type { AreaFacts, ConsultationRow, QueueRow, VisitInArea } from './snapshot-store.ts'

type Shown = Pick<QueueRow, 'visit' | 'practitioner' | 'messages'> & {
  /** With who is there where one visit alone was read: nobody who waits is asked about that. */
  readonly details: (QueueRow['details'] & Partial<VisitInArea['details']>) | null
  /** For somebody who is being seen: what they are told instead of their practitioner's name. */
  readonly saidAs?: string | null
  /** Read for one visit alone: nobody who waits is being phoned. */
  readonly phoning?: Phoning | null
  readonly sentBack: QueueRow['sentBack']
}

/** Who agreed by name: staff's is stored, the patient's is taken from their details and goes with them. */
function talkOf({ visit, details }: Pick<Shown, 'visit' | 'details'>, reader: 'staff' | 'patient'): DeviceTalk {
  const { answers, agreed: stored } = visit.talk ?? NO_TALK
  const agreed = agreedFor(reader, stored)
  if (agreed?.by !== 'patient') return { answers, agreed }
  return { answers, agreed: { ...agreed, byName: details?.firstName ?? '' } }
}

const NO_TALK: DeviceTalk = { answers: NO_ANSWERS, agreed: null }

function contactOf(details: VisitInArea['details']): VisitContact {
  return {
    phone: details?.phone ?? '',
    phoneConfirmedAt: details?.phoneConfirmedAt?.getTime() ?? null,
    address: details?.presentAddress ?? '',
    addressConfirmedAt: details?.addressConfirmedAt?.getTime() ?? null,
    companions: details?.companions ?? [],
    ...(details?.companionsAnswer ? { companionsAnswer: details.companionsAnswer } : {}),
  }
}

/** `held`: the reader has this visit now; else it is no business of theirs but that it waits or has ended. */
export function consultationView(
  row: VisitInArea,
  consultation: ConsultationRow,
  plan: PlanView,
  held: boolean,
  now: Date,
): ConsultationView {
  const { visit, details, area, messages } = row
  const { medium, noAnswers, videoAsk } = consultation
  return {
    visitId: visit.id,
    consultationId: consultation.id,
    participants: consultation.participants,
    areaName: area.name,
    timeZone: area.timeZone,
    patient: {
      firstName: details?.firstName ?? '',
      lastName: details?.lastName ?? '',
      dateOfBirth: details?.dateOfBirth ?? '',
      phone: details?.phone ?? '',
    },
    status: held || visit.status === 'ended' ? visit.status : 'waiting',
    startedAt: consultation.startedAt.getTime(),
    ...callBackOf(row, consultation, held, now),
    ...(held && isCalled(visit)
      ? { called: { until: joinsAt(visit.calledAt.getTime(), joinsByItself(visit, area)) } }
      : {}),
    medium,
    phoning: medium === 'phone' ? { noAnswers, videoAsk } : null,
    awaySince: visit.awaySince?.getTime() ?? null,
    picture: visit.picture,
    sound: visit.sound,
    ...quietOf(visit),
    plan,
    talk: talkOf(row, 'staff'),
    equipment: visit.equipment,
    ...answersOf(details),
    ...(visit.photos > 0 ? { photos: visit.photos } : {}),
    checklist: consultation.ticks,
    contact: contactOf(details),
    noteId: consultation.id,
    ...newestOf(messages.map(messageForStaff)),
    now: now.getTime(),
    // Of two readings beside each other: it promises nothing that one of them does not know.
    revision: Math.min(row.revision, consultation.revision),
  }
}

/** Whoever is on hold is in the call, though nothing of it passes. */
const isCalled = <T extends Pick<VisitInArea['visit'], 'status' | 'calledAt'>>(
  visit: T,
): visit is T & { calledAt: Date } => visit.status === 'being-seen' && visit.calledAt !== null

function callBackOf({ visit, details }: VisitInArea, consultation: ConsultationRow, held: boolean, now: Date) {
  if (visit.status !== 'ended') return held && visit.calledBackAt ? { calledBack: true } : {}
  const over = {
    endedAt: visit.since,
    outcome: visit.outcome ?? 'completed',
    lastWith: consultation.lastWith,
    reachable: details !== null && visit.forgottenAt === null,
  }
  const until = callBackUntil(over, consultation.practitionerId, now)
  return until ? { callBackUntil: until.getTime() } : {}
}

function companionsAsked(status: VisitInArea['visit']['status'], details: Shown['details']) {
  const { companions = [], companionsAnswer = null } = details ?? {}
  const isAsked = status === 'being-seen' && companions.length > 0 && companionsAnswer === null
  return isAsked ? { companionsAsked: companions } : {}
}

/** Left out where it is as usual, as it nearly always is. */
const quietOf = ({ cannotTalk, usesText }: Shown['visit']) => ({
  ...(cannotTalk ? { cannotTalk } : {}),
  ...(usesText ? { usesText } : {}),
})

const recallOf = ({ recallBy, recalledAt }: Shown['visit']) =>
  recallBy ? { recall: { by: recallBy, toldAt: recalledAt?.getTime() ?? null } } : {}

const answersOf = (details: { readonly answers: readonly ArrivalAnswer[] } | null) =>
  details && details.answers.length > 0 ? { answers: details.answers.map((answer) => ({ ...answer })) } : {}

export function patientView(
  row: Shown,
  { area, serviceName, organisationName, sample, revision }: AreaFacts,
  plan: PlanView,
  state: PatientState,
  now: Date,
): PatientView {
  const { visit, details, messages } = row
  const { slug, name } = area
  return {
    visitId: visit.id,
    firstName: details?.firstName ?? '',
    area: { slug, name, serviceName, organisationName, sample, ...patientFacing(area) },
    phone: details?.phone ?? '',
    phoneMe: visit.phoneMe,
    ...quietOf(visit),
    ...recallOf(visit),
    phoning: row.phoning ?? null,
    arrivedAt: visit.arrivedAt.getTime(),
    state,
    ...companionsAsked(visit.status, details),
    ...(visit.calledBackAt ? { calledBack: true } : {}),
    plan,
    talk: talkOf(row, 'patient'),
    equipment: visit.equipment,
    ...newestOf(messages.map(messageForPatient)),
    now: now.getTime(),
    revision,
  }
}

export function patientState(
  { visit, practitioner, saidAs, sentBack }: Shown,
  { area }: AreaFacts,
  place: number,
  delay: Delay,
): PatientState {
  switch (visit.status) {
    case 'waiting':
      return { status: 'waiting', place, delay, ...(sentBack ? { sentBack } : {}) }
    case 'ended':
      return { status: 'ended', outcome: visit.outcome ?? 'completed', ...afterCall(area, !visit.phoneMe) }
    default:
      return {
        status: visit.status,
        participantId: participantId(visit.id, visit.practitionerId ?? ''),
        practitionerName: saidAs ?? practitioner?.name ?? '',
        practitionerTitle: practitioner?.title ?? '',
        since: visit.since.getTime(),
        ...(isCalled(visit) ? { calledAt: visit.calledAt.getTime() } : {}),
      }
  }
}

export function queueVisit(row: QueueRow, planId: string): QueueVisit {
  const { visit, details, practitioner, messages, taker } = row
  return {
    id: visit.id,
    firstName: details.firstName,
    lastName: details.lastName,
    dateOfBirth: details.dateOfBirth,
    phone: details.phone,
    arrivedAt: visit.arrivedAt.getTime(),
    ...(visit.appointmentAt ? { appointmentAt: visit.appointmentAt.getTime() } : {}),
    arrivalNumber: visit.arrivalNumber,
    since: visit.since.getTime(),
    status: visit.status === 'ended' ? 'waiting' : visit.status,
    practitioner: visit.practitionerId ? { id: visit.practitionerId, name: practitioner?.name ?? '' } : null,
    ...(visit.wasWithId && !visit.practitionerId
      ? { wasWith: { name: practitioner?.name ?? '', deactivated: practitioner?.status === 'deactivated' } }
      : {}),
    ...(visit.takenById && visit.takenUntil && visit.status === 'waiting'
      ? { takenBy: { id: visit.takenById, name: taker ?? '', until: visit.takenUntil.getTime() } }
      : {}),
    awaySince: visit.awaySince?.getTime() ?? null,
    picture: visit.picture,
    sound: visit.sound,
    phoneMe: visit.phoneMe,
    ...quietOf(visit),
    ...recallOf(visit),
    planId,
    talk: talkOf(row, 'staff'),
    equipment: visit.equipment,
    ...answersOf(details),
    ...(visit.photos > 0 ? { photos: visit.photos } : {}),
    ...newestOf(messages.map(messageForStaff)),
  }
}

/** A queue for a locked page: that somebody came, for the sound that announces it, and nothing of who. */
export const lockedView = (queue: AreaQueue): AreaQueue => ({
  ...queue,
  suspended: null,
  visits: queue.visits.map(lockedVisit),
  expected: [],
})

export const lockedVisit = ({ id, arrivedAt, arrivalNumber, since, status, awaySince }: QueueVisit): QueueVisit => ({
  ...{ id, arrivedAt, arrivalNumber, since, status, awaySince },
  ...{ firstName: '', lastName: '', dateOfBirth: '', phone: '', practitioner: null },
  ...{ picture: 'none', sound: 'none', phoneMe: false },
  ...{ planId: DEFAULT_PURPOSE, talk: NO_TALK, equipment: null, messages: [] },
})

/** A queue for those who help with it: first names, who is there and with whom, and nothing of what anybody told. */
export const limitedViewOf = (queue: AreaQueue, areaPlanId: string): AreaQueue => ({
  ...queue,
  limitedView: true,
  visits: queue.visits.map((visit) => limitedVisit(visit, areaPlanId)),
  expected: (queue.expected ?? []).map(({ preparation: _, ...one }) => ({ ...one, lastName: '', dateOfBirth: '' })),
})

export const limitedVisit = (
  {
    earlierMessages: _,
    answers: __,
    photos: ___,
    cannotTalk: ____,
    usesText: _____,
    recall: ______,
    ...visit
  }: QueueVisit,
  areaPlanId: string,
): QueueVisit => ({
  ...visit,
  lastName: '',
  dateOfBirth: '',
  phone: '',
  phoneMe: false,
  // What a visit is for tells of the person; what the area is for does not.
  planId: areaPlanId,
  talk: NO_TALK,
  equipment: null,
  messages: [],
})
