// What the practitioner's screen of a consultation can know and do. Types only.
import type { ConsultationView } from '#contract/visit'
import type { EquipmentFindings } from '#domain/equipment'
import type { SentBackReason } from '#domain/sent-back'
import type { CallMessage } from '../../call/messages/message-queue.ts'
import type { Readable } from '../../kit/store.ts'
import type { CallEngine } from '../../media/engine.ts'
import type { LocalMedia } from '../../media/local.ts'
import type { Refusal } from '../../net/api.ts'
import type { NoteModel } from './note/note-model.ts'
import type { Beside } from './practitioner-beside.ts'

export type CallStage =
  | { readonly kind: 'opening' }
  | { readonly kind: 'call' }
  /** A newer page of the same practitioner has the call. */
  | { readonly kind: 'taken-over' }
  | { readonly kind: 'refused'; readonly code: Refusal['code']; readonly name: string | null }
  | { readonly kind: 'sent-back' }
  /** The note is what is left to do. `unseen`: it ended while this page had no connection. */
  | { readonly kind: 'close-out'; readonly endedBy: 'practitioner' | 'patient' | 'unseen' }

export type CallStep = 'hold' | 'resume' | 'send-back' | 'end' | 'refresh' | 'no-answer' | 'ask-video' | 'call-back'

/** Null: not possible now. */
export interface CallActions {
  readonly hold: (() => void) | null
  readonly resume: (() => void) | null
  /** `reason` is what the patient reads beside it. */
  readonly sendBack: ((reason?: SentBackReason) => void) | null
  readonly end: (() => void) | null
  /** A new call with the same patient: for a picture or sound that does not come back by itself. */
  readonly refresh: (() => void) | null
  /** Of a phone consultation: nobody answered, written down; and video, asked for or agreed to. */
  readonly noAnswer: (() => void) | null
  readonly askVideo: (() => void) | null
  readonly sendMessage: ((text: string) => void) | null
  readonly useThisPage: (() => void) | null
  /** Soon after the end: the patient is asked to come back into the call. */
  readonly callBack: (() => void) | null
}

/** A consultation on the screen: who it is with, and the call that carries their picture and sound, null until there is one. */
export interface ShownCall {
  readonly view: ConsultationView
  readonly engine: CallEngine | null
}

export interface PractitionerCallModel {
  readonly stage: Readable<CallStage>
  /** What is shown; `view` and `engine` are its two parts. */
  readonly shown: Readable<ShownCall | null>
  /** The newest snapshot, kept while the connection is lost. */
  readonly view: Readable<ConsultationView | null>
  readonly link: Readable<'connecting' | 'open' | 'lost'>
  readonly engine: Readable<CallEngine | null>
  readonly local: LocalMedia
  readonly messages: Readable<readonly CallMessage[]>
  /** Asks for messages before those that are here, where the view says that there are. Throws `Refusal`. */
  showEarlier(): Promise<void>
  readonly note: Readable<NoteModel | null>
  /** Checklist, contact and what is asked of the camera. */
  readonly beside: Beside
  /** What was found last of this practitioner's own equipment; null: never looked at. */
  readonly ownEquipment: Readable<EquipmentFindings | null>
  readonly actions: Readable<CallActions>
  /** The step that is on its way to the server. */
  readonly underWay: Readable<CallStep | null>
  /** The last step that was not done, until dismissed or done. */
  readonly trouble: Readable<{ readonly step: CallStep; readonly code: Refusal['code'] } | null>
  dismissTrouble(): void
  /** Somebody is being seen or phoned now: nobody leaves this without saying what becomes of it. */
  isInCall(): boolean
  /** Now by the server's clock, ms since the epoch. */
  serverNow(): number
  /** What waits on this page is sent now: it was locked, or without a connection. */
  goOn(): void
  close(): void
}
