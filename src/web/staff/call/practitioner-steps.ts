// Which steps of a consultation are possible at a moment: one pure table. A step that is not possible is null.
import type { CallTicket } from '#contract/call'
import type { ConsultationView } from '#contract/visit'
import type { Attendance } from '../../call/sounds.ts'
import type { CallActions, CallStage, CallStep } from './practitioner-state.ts'

/** The steps themselves, whether possible now or not. */
export type Steps = { readonly [A in keyof CallActions]: NonNullable<CallActions[A]> }

export interface Moment {
  readonly stage: CallStage
  readonly status: ConsultationView['status'] | null
  readonly medium: ConsultationView['medium'] | null
  /** A step that is on its way to the server: the next waits for its answer. */
  readonly underWay: CallStep | null
  readonly link: 'connecting' | 'open' | 'lost'
  /** After the end: it is not too late for that. */
  readonly canCallBack?: boolean
  /** The patient was called back and has not come yet. */
  readonly calledBack?: boolean
  /** They are being called and have not joined yet. */
  readonly called?: boolean
}

export const NO_ACTIONS: CallActions = {
  hold: null,
  resume: null,
  sendBack: null,
  end: null,
  refresh: null,
  noAnswer: null,
  askVideo: null,
  sendMessage: null,
  useThisPage: null,
  callBack: null,
}

export function possibleActions(moment: Moment, steps: Steps): CallActions {
  const { stage, status, medium, underWay, link } = moment
  if (stage.kind === 'taken-over') return { ...NO_ACTIONS, useThisPage: steps.useThisPage }
  if (stage.kind === 'close-out' && moment.canCallBack && !underWay) return { ...NO_ACTIONS, callBack: steps.callBack }
  if (stage.kind !== 'call') return NO_ACTIONS
  if (moment.calledBack) return { ...NO_ACTIONS, end: underWay ? null : steps.end }
  const { sendMessage } = steps
  // Nobody is in the call yet who could be put on hold.
  if (moment.called && !underWay) return { ...NO_ACTIONS, sendBack: steps.sendBack, end: steps.end, sendMessage }
  const isPhoning = medium === 'phone' && status === 'being-seen'
  if (underWay) return { ...NO_ACTIONS, sendMessage }
  return {
    hold: status === 'being-seen' ? steps.hold : null,
    resume: status === 'on-hold' ? steps.resume : null,
    sendBack: steps.sendBack,
    end: steps.end,
    // A new call needs the server to tell the patient's page.
    refresh: link === 'open' && medium === 'video' ? steps.refresh : null,
    noAnswer: isPhoning ? steps.noAnswer : null,
    askVideo: isPhoning ? steps.askVideo : null,
    sendMessage,
    useThisPage: null,
    callBack: null,
  }
}

/** A patient who was called, or called back, and has not come yet is nobody to be seen. */
export function isSeen(stage: CallStage, view: ConsultationView | null): boolean {
  return stage.kind === 'call' && view?.status === 'being-seen' && !view.calledBack && view.called === undefined
}

/** Whether the patient is there, for the sounds of the call. A page that sleeps while its person is on the phone is no going. */
export function attendanceOf(
  stage: CallStage,
  view: Pick<ConsultationView, 'awaySince' | 'medium' | 'calledBack' | 'called'> | null,
): Attendance {
  if (stage.kind !== 'call' || !view || view.calledBack || view.called) return 'away'
  return view.medium === 'phone' || view.awaySince === null ? 'there' : 'away'
}

/** Whose picture comes is who is named. */
export const isWithPatientOf = ({ participants }: ConsultationView, ticket: CallTicket | null): boolean =>
  participants.some(({ kind, participantId }) => kind === 'patient' && participantId === ticket?.remoteId)
