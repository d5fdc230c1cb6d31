// Everything said over a socket, both ways: two closed unions. One event name each way: `say` (page to server, with
// an answer) and `hear` (server to page). Realtime carries things as they are now, whole: a view, or each visit of a queue
// that changed; of a thread alone each message. Whoever missed one opens again and has all. Whatever is about a visit or a call names it, and a page drops
// what is not its own.
import { Type } from 'typebox'
import { CallTicket, SignalPayload } from './call.ts'
import { CameraRequest, CameraRequestAnswer } from './consultation.ts'
import { Id, MediaState, MessageView, Nullable, PageId, Revision } from './shapes.ts'
import { AreaQueue, ConsultationView, PatientView, PositionUpdate, QueueDelta, SeenState } from './visit.ts'

/** A call, and the visit it belongs to. */
const CallOf = { visitId: Id, callId: Id }
/** From one participant of a call to another. The server says from whom; a page drops what is to somebody else. */
const Relayed = { ...CallOf, from: Id, to: Id }

/**
 * Page to server. A page opens first; after every reconnect it opens again and gets fresh snapshots.
 * `claim` is true when the person opened or chose this page, false when it merely reconnected.
 */
export const ClientMessage = Type.Union([
  Type.Object({
    type: Type.Literal('patient.open'),
    /** The visit that the page shows: this browser's cookie may be another visit's by now. */
    visitId: Id,
    pageId: PageId,
    claim: Type.Boolean(),
    /** The live call this page already has an engine for; without it the server starts a new call for both sides. */
    callId: Type.Optional(Nullable(Id)),
  }),
  Type.Object({
    type: Type.Literal('patient.equipment'),
    picture: MediaState,
    sound: MediaState,
  }),
  Type.Object({ type: Type.Literal('staff.open'), pageId: PageId }),
  /** Negotiates the transport, without media, while the practitioner reads whom they are about to join. */
  Type.Object({ type: Type.Literal('call.prepare'), visitId: Id }),
  /** The practitioner's page in a consultation, after opening, reloading or reconnecting. */
  Type.Object({ type: Type.Literal('call.attach'), visitId: Id, callId: Nullable(Id), claim: Type.Boolean() }),
  /** A page of the practitioner that shows the consultation and does not hold it. */
  Type.Object({ type: Type.Literal('consultation.watch'), visitId: Id }),
  /** The page leaves the consultation: it hears no more of it, and nobody is left in a call without the practitioner. */
  Type.Object({ type: Type.Literal('call.leave'), visitId: Id }),
  Type.Object({ type: Type.Literal('call.release'), ...CallOf }),
  /** `to`: the participant of the call whose page is to hear it. */
  Type.Object({ type: Type.Literal('call.signal'), ...CallOf, to: Id, payload: SignalPayload }),
  /** From the practitioner's page: something of the patient's camera. The patient answers. */
  Type.Object({ type: Type.Literal('call.camera-request'), ...CallOf, to: Id, ask: CameraRequest }),
  Type.Object({
    type: Type.Literal('call.camera-answer'),
    ...CallOf,
    to: Id,
    cameraRequestId: Id,
    answer: CameraRequestAnswer,
  }),
])
export type ClientMessage = Type.Static<typeof ClientMessage>

/** Server to page. */
export const ServerMessage = Type.Union([
  Type.Object({ type: Type.Literal('visit'), view: PatientView }),
  Type.Object({ type: Type.Literal('place'), visitId: Id, news: PositionUpdate }),
  Type.Object({ type: Type.Literal('area'), view: AreaQueue }),
  Type.Object({ type: Type.Literal('queue'), news: QueueDelta }),
  Type.Object({ type: Type.Literal('consultation'), view: ConsultationView }),
  /** A message that was written: it alone. To the patient, the queue, and who holds the visit. */
  Type.Object({ type: Type.Literal('message'), visitId: Id, message: MessageView }),
  /**
   * A practitioner's page prepares or holds a call with this patient: make the other half. One that is only prepared, for a
   * confirmation that is being read, may be released instead.
   */
  Type.Object({ type: Type.Literal('call.offered'), ticket: CallTicket, prepared: Type.Boolean() }),
  Type.Object({ type: Type.Literal('call.released'), ...CallOf }),
  Type.Object({ type: Type.Literal('call.signal'), ...Relayed, payload: SignalPayload }),
  /**
   * The call that is this consultation's: sent to the patient when a practitioner has joined or rejoined. It says who is
   * there, so that picture and sound go at once and need not wait for the snapshot.
   */
  Type.Object({ type: Type.Literal('call.live'), ...CallOf, state: SeenState }),
  Type.Object({ type: Type.Literal('call.camera-request'), ...Relayed, ask: CameraRequest }),
  Type.Object({
    type: Type.Literal('call.camera-answer'),
    ...Relayed,
    cameraRequestId: Id,
    answer: CameraRequestAnswer,
  }),
  /** A newer page of the same person has taken over this visit. */
  Type.Object({ type: Type.Literal('taken-over'), visitId: Id }),
  Type.Object({ type: Type.Literal('signed-out') }),
  /** Nobody is shown here until it is unlocked; a call goes on. */
  Type.Object({ type: Type.Literal('locked') }),
  Type.Object({ type: Type.Literal('unlocked') }),
  /** What a locked page hears of the consultation it holds. */
  Type.Object({
    type: Type.Literal('consultation-status'),
    visitId: Id,
    status: ConsultationView.properties.status,
    medium: ConsultationView.properties.medium,
    called: ConsultationView.properties.called,
    revision: Revision,
  }),
  /** What this person may do here changed: open again. */
  Type.Object({ type: Type.Literal('rights-changed') }),
])
export type ServerMessage = Type.Static<typeof ServerMessage>

/** The answer to something said. */
export type Answer<T extends ClientMessage['type'] = ClientMessage['type']> =
  | { ok: true; value: AnswerValues[T] }
  | { ok: false; code: string; detail: Record<string, string | number | boolean | null> }

export interface AnswerValues {
  /** `liveCallId` names the call in progress, so that a page that came back knows which offer to let through. */
  'patient.open': { view: PatientView; holder: boolean; liveCallId: string | null }
  'patient.equipment': null
  /** Locked, areas come without anything about anybody. */
  'staff.open': { areas: AreaQueue[]; locked?: true }
  /** No ticket for somebody who is to be phoned. */
  'call.prepare': { ticket: CallTicket | null; patientThere: boolean }
  /** `view` is null while the page is locked. */
  'call.attach': { view: ConsultationView | null; ticket: CallTicket | null; holder: boolean }
  'consultation.watch': { view: ConsultationView }
  'call.leave': null
  'call.release': null
  'call.signal': null
  'call.camera-request': null
  'call.camera-answer': null
}
