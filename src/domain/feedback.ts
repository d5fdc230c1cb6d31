// Feedback of patients after a call: three short questions, and what their answers come to beside the connection that was
// measured before the call. Pure.
import type { EquipmentFindings } from './equipment.ts'
import { judgeConnection } from './equipment-connection.ts'

/** `media`: picture and sound were good enough. `needs`: they got what they needed. `again`: they would do it by video again. */
export const FEEDBACK_QUESTIONS = ['media', 'needs', 'again'] as const
export type FeedbackQuestion = (typeof FEEDBACK_QUESTIONS)[number]

export const FEEDBACK_ANSWERS = ['yes', 'partly', 'no'] as const
export type FeedbackAnswer = (typeof FEEDBACK_ANSWERS)[number]

/** What one patient answered: each question may be left out. */
export type FeedbackAnswers = Readonly<Partial<Record<FeedbackQuestion, FeedbackAnswer>>>

/** Fewer patients than these are not told apart: one would know who said what. */
export const FEWEST_TOLD = 5

/** How the patient's connection was when their page measured it. */
export const LINES = ['good', 'weak', 'not-measured'] as const
export type Line = (typeof LINES)[number]

export function lineOf(equipment: EquipmentFindings | null): Line {
  const { verdict } = judgeConnection(equipment, { role: 'patient', participants: 2, view: 'face' })
  if (verdict === 'unknown') return 'not-measured'
  return verdict === 'good' || verdict === 'ok' ? 'good' : 'weak'
}

export interface Tally {
  /** How many patients answered anything. */
  readonly patients: number
  /** Null where fewer than `FEWEST_TOLD` did. */
  readonly told: {
    readonly answers: Readonly<Record<FeedbackQuestion, Readonly<Record<FeedbackAnswer, number>>>>
    /** By how the connection was: how many said whether picture and sound were good enough, and how many of them not wholly. */
    readonly media: Readonly<Record<Line, { readonly patients: number; readonly poor: number }>>
  } | null
}

export interface Given {
  readonly answers: FeedbackAnswers
  readonly equipment: EquipmentFindings | null
}

export function tallyOf(given: readonly Given[]): Tally {
  const patients = given.length
  if (patients < FEWEST_TOLD) return { patients, told: null }
  const count = (is: (one: Given) => boolean) => given.filter(is).length
  const answersTo = (question: FeedbackQuestion) => ({
    yes: count(({ answers }) => answers[question] === 'yes'),
    partly: count(({ answers }) => answers[question] === 'partly'),
    no: count(({ answers }) => answers[question] === 'no'),
  })
  const mediaOn = (line: Line) => {
    const those = given.filter(({ answers, equipment }) => answers.media !== undefined && lineOf(equipment) === line)
    return { patients: those.length, poor: those.filter(({ answers }) => answers.media !== 'yes').length }
  }
  return {
    patients,
    told: {
      answers: { media: answersTo('media'), needs: answersTo('needs'), again: answersTo('again') },
      media: { good: mediaOn('good'), weak: mediaOn('weak'), 'not-measured': mediaOn('not-measured') },
    },
  }
}
