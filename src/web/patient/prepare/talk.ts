// The short talk about devices: which question comes next, and what an answer changes. Pure; the advice is the domain's.
import type { DeviceAnswers, OwnKit } from '#domain/advice'
import type { DeviceKind } from '#domain/plan'

export const QUESTIONS = [
  'devices',
  'preference',
  'hold',
  'move',
  'alone',
  'helper',
  'stand',
  'hearing',
  'kit',
] as const
export type Question = (typeof QUESTIONS)[number]

export type Answer =
  | { readonly to: 'devices'; readonly devices: readonly DeviceKind[] }
  | { readonly to: 'preference'; readonly preference: DeviceKind | null }
  | { readonly to: 'hold'; readonly canHold: 'yes' | 'short-time' | 'no' }
  | { readonly to: 'move'; readonly canMoveDevice: boolean }
  | { readonly to: 'alone'; readonly alone: boolean }
  | { readonly to: 'helper'; readonly helperCanHold: boolean }
  | { readonly to: 'stand'; readonly stand: boolean }
  | { readonly to: 'hearing'; readonly hardOfHearing: boolean }
  | { readonly to: 'kit'; readonly ownKit: readonly OwnKit[] }

export const isCarried = (device: DeviceKind) => device === 'smartphone' || device === 'tablet'

/** What somebody with these answers is asked, in order. Whoever has no screen is asked nothing more of screens. */
export function questionsFor({ devices, canHold, alone }: DeviceAnswers): readonly Question[] {
  const carried = devices.some(isCarried)
  const asked: Record<Question, boolean> = {
    devices: true,
    preference: devices.length > 1,
    hold: carried,
    move: carried && canHold !== null && canHold !== 'yes',
    alone: true,
    helper: carried && alone === false,
    stand: carried,
    hearing: true,
    kit: true,
  }
  return QUESTIONS.filter((question) => asked[question])
}

/** The answers with this one; what no longer fits the devices is forgotten. */
export function answered(before: DeviceAnswers, answer: Answer): DeviceAnswers {
  const { to, ...part } = answer
  const next: DeviceAnswers = { ...before, ...part }
  if (to === 'devices' && next.preference !== null && !next.devices.includes(next.preference))
    return { ...next, preference: null }
  if (to === 'hold' && next.canHold === 'yes') return { ...next, canMoveDevice: null }
  if (to === 'alone' && next.alone) return { ...next, helperCanHold: null }
  return next
}

/** Which questions these answers hold an answer to, as somebody finds them who did not hear them given. */
export function answeredOf(answers: DeviceAnswers): ReadonlySet<Question> {
  const known: Record<Question, boolean> = {
    devices: answers.devices.length > 0,
    preference: answers.preference !== null,
    hold: answers.canHold !== null,
    move: answers.canMoveDevice !== null,
    alone: answers.alone !== null,
    helper: answers.helperCanHold !== null,
    stand: answers.stand !== null,
    hearing: (answers.hardOfHearing ?? null) !== null,
    kit: answers.ownKit.length > 0,
  }
  return new Set(QUESTIONS.filter((question) => known[question]))
}

/** The first that is still open; null when all are answered. */
export function nextQuestion(answers: DeviceAnswers, done: ReadonlySet<Question>): Question | null {
  return questionsFor(answers).find((question) => !done.has(question)) ?? null
}

/** The one before this; null at the first. */
export function questionBefore(answers: DeviceAnswers, question: Question): Question | null {
  const asked = questionsFor(answers)
  return asked[asked.indexOf(question) - 1] ?? null
}
