// What the patient's page knows and can do once there is a visit. Screens of waiting, the call and the end draw it and
// call it; they never touch the socket, the network or an engine's opening and closing, which are this model's alone.
import type { CameraRequest, CameraRequestAnswer, CompanionsAnswer } from '#contract/consultation'
import type { DeviceTalkBody } from '#contract/plan'
import type { PatientView } from '#contract/visit'
import type { EquipmentFindings } from '#domain/equipment'
import type { CallMessage } from '../call/messages/message-queue.ts'
import type { Readable } from '../kit/store.ts'
import type { CallEngine } from '../media/engine.ts'
import type { LocalMedia } from '../media/local.ts'

export interface PatientVisitModel {
  /** The newest snapshot. Kept while the connection is lost: nothing on screen disappears. */
  readonly view: Readable<PatientView>
  readonly link: Readable<'connecting' | 'open' | 'lost'>
  /** True when a newer page of the same person has taken over: this page then sends and shows nothing of a call. */
  readonly takenOver: Readable<boolean>
  /**
   * The engine of the call that is live; null while waiting, and for a moment after a reload until the practitioner's
   * page has offered. The model says when media flows: screens only read `engine.state`.
   */
  readonly engine: Readable<CallEngine | null>
  /** What will be seen if the call that was offered last becomes live: a player can be made ready for it. */
  readonly awaited: Readable<MediaStream | null>
  /** Own camera and microphone. What changes here is told to the clinic and given to the engine by the model. */
  readonly local: LocalMedia
  /** Stored messages first, then those still being sent, oldest first. */
  readonly messages: Readable<readonly CallMessage[]>
  /** What the practitioner asks of the camera now; null when nothing is open. */
  readonly ask: Readable<CameraRequest | null>
  answerCameraRequest(cameraRequestId: string, answer: CameraRequestAnswer): void
  /** Asks for messages before those that are here, where the view says that there are. Throws `Refusal`. */
  showEarlier(): Promise<void>
  /** Never fails: kept and sent again until the clinic has it. Blank text is ignored. */
  sendMessage(text: string): void
  setMuted(muted: boolean): Promise<void>
  setCameraOn(on: boolean): Promise<void>
  /**
   * One press that staff alone are told of: this page makes no sound, nothing joins by itself, and their microphone is off.
   * False takes it back.
   */
  setCannotTalk(yes: boolean): void
  /**
   * Asks to be phoned instead of a video call: from here on no picture and no sound goes from this page, and the clinic is told
   * until it knows. `number`: another one to be phoned on.
   */
  bePhoned(number: string | null): void
  /** Video again: at once while waiting, with the practitioner's agreement while they phone. Throws `Refusal`. */
  useVideo(): Promise<void>
  /** Another number to be phoned on. Throws `Refusal`. */
  changePhone(phone: string): Promise<void>
  /** Whether the list of who is with them is right, as they read it. Throws `Refusal`. */
  answerCompanions(answer: CompanionsAnswer): Promise<void>
  /** Keeps what was said and agreed of devices. Never fails: sent again until the clinic has the newest. */
  keepTalk(talk: DeviceTalkBody): void
  /** Keeps what was found of the equipment; likewise. */
  keepEquipment(findings: EquipmentFindings): void
  /** Joins the call that they are called to. Never fails: sent again until the clinic has it. */
  join(): void
  /** Leaves for good; the view then says `ended`. Throws `Refusal`. */
  leave(): Promise<void>
  /** Claims the visit for this page again after another page took over. */
  useThisPage(): void
  /** After sleep, or when the network changed: connects again at once and tries the path of the call again. */
  wake(): void
  /** Now by the server's clock, ms since the epoch: for elapsed times. */
  serverNow(): number
  close(): void
}
