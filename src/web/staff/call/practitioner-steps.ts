// Which steps of a consultation are possible at a moment: one pure table. A step that is not possible is null.
import type { ConsultationView } from '#contract/visit'
import type { Attendance } from '../../call/sounds.ts'
import type { CallActions, CallStage, CallStep } from './practitioner-state.ts'

/** The steps themselves, whether possible now or not. */
export type Steps = { readonly [A in keyof CallActions]: NonNullable<CallActions[A]> }

export interface Moment {
  readonly stage: CallStage
  readonly status: ConsultationView['status'] | null
  /** A step that is on its way to the server: the next waits for its answer. */
  readonly underWay: CallStep | null
  readonly link: 'connecting' | 'open' | 'lost'
}

export const NO_ACTIONS: CallActions = {
  hold: null,
  resume: null,
  sendBack: null,
  end: null,
  refresh: null,
  sendMessage: null,
  useThisPage: null,
}

export function possibleActions({ stage, status, underWay, link }: Moment, steps: Steps): CallActions {
  if (stage.kind === 'taken-over') return { ...NO_ACTIONS, useThisPage: steps.useThisPage }
  if (stage.kind !== 'call') return NO_ACTIONS
  const { sendMessage } = steps
  if (underWay) return { ...NO_ACTIONS, sendMessage }
  return {
    hold: status === 'being-seen' ? steps.hold : null,
    resume: status === 'on-hold' ? steps.resume : null,
    sendBack: steps.sendBack,
    end: steps.end,
    // A new call needs the server to tell the patient's page.
    refresh: link === 'open' ? steps.refresh : null,
    sendMessage,
    useThisPage: null,
  }
}

/** Whether the patient is there, for the sounds of the call. */
export function attendanceOf(stage: CallStage, view: Pick<ConsultationView, 'awaySince'> | null): Attendance {
  return stage.kind === 'call' && view?.awaySince === null ? 'there' : 'away'
}
