// What the patient reads behind their personal link on any day before the appointment: what will happen, and what to do.
import type { PreparationStep } from '#domain/preparation'
import { typed } from '../typed.ts'

const STEPS: Record<PreparationStep, string> = {
  read: 'See what will happen',
  device: 'Try your camera and sound',
  tell: 'Tell us about you',
}

export const words = {
  title: (name: string) => `Get ready, ${typed(name)}`,
  lead: 'There are 3 small steps. You can stop and come back any time.',
  readyTitle: (name: string) => `You are ready, ${typed(name)}`,
  readyText: 'You have done all 3 steps. You can look at them again any time.',
  list: 'The 3 steps',
  steps: STEPS,
  done: 'Done',
  open: 'To do',
  formLeft: 'Some questions are left',
  begin: { read: 'Start', device: 'Go on: try camera and sound', tell: 'Go on: tell us about you' } satisfies Record<
    PreparationStep,
    string
  >,
  again: 'Look again',
  againLong: (step: PreparationStep) => `Look again: ${STEPS[step].toLowerCase()}`,
  doLong: (step: PreparationStep) => `Do this now: ${STEPS[step].toLowerCase()}`,
  doNow: 'Do this now',
  back: 'Back',
  comeIn: (when: string) => `You can come in ${when}.`,
  comeInText: 'Use this same link. Your phone or computer remembers you.',
  now: 'It is time',
  nowText: 'You can come in now.',
  nowButton: 'Go to my appointment',
  length: 'Length',
  minutes: (count: number) => `about ${count} minutes`,
  who: (name: string, title: string) => (title ? `${typed(name)}, ${typed(title)}` : typed(name)),
  calendar: 'Add to my calendar',
  calendarFailed: 'This did not work. Please try again.',

  readTitle: 'What will happen',
  happens: (when: string, who: string, minutes: number): readonly string[] => [
    `You open your link again ${when}.`,
    'We check your camera and sound together.',
    'You wait on this page. You can see that you are in the right place.',
    `${who} joins you. You see and hear each other.`,
    `You talk for about ${minutes} minutes. You can stop at any time.`,
  ],
  someone: 'Somebody of the team',
  why: 'What we want to see',
  wear: 'What to wear',
  have: 'What to have ready',
  safety: 'Stay safe',
  readDone: 'I have read this',

  checkDone: 'Continue',
  phone: 'Nothing helps? Tell your clinic. They can phone you.',
  kept: 'Your clinic sees how it went, so they can help you.',

  tellTitle: 'Tell us about you',
  questions: 'What would you like to ask us?',
  questionsHint: 'Write down your questions. We read them with you.',
  tellDone: 'That is all',
}
