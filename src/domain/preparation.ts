// How far a patient is with getting ready for an appointment. Pure.

export const PREPARATION_STEPS = ['read', 'device', 'tell'] as const
export type PreparationStep = (typeof PREPARATION_STEPS)[number]

/** `read`: what will happen; `device`: the check went through; `tell`: they said that they are done, and no form is open. */
export type PreparationSteps = Readonly<Record<PreparationStep, boolean>>

export const NO_STEPS: PreparationSteps = { read: false, device: false, tell: false }

export type Prepared = 'no' | 'part' | 'yes'

export function preparedOf(steps: PreparationSteps): Prepared {
  const done = PREPARATION_STEPS.filter((step) => steps[step]).length
  return done === 0 ? 'no' : done === PREPARATION_STEPS.length ? 'yes' : 'part'
}

/** The first that is left; null when all are done. */
export const nextStep = (steps: PreparationSteps): PreparationStep | null =>
  PREPARATION_STEPS.find((step) => !steps[step]) ?? null

/** Of what the patient would like to ask. */
export const LONGEST_QUESTIONS = 1000
