// Words of the page of patients' feedback.
import { typed } from '../typed.ts'

export const words = {
  title: 'Feedback',
  lead: (days: number) =>
    `What patients answered after their call in the last ${days} days. Nobody is told who said what.`,
  loading: 'Opening the feedback',
  failed: 'The feedback cannot be shown now',
  again: 'Try again',
  look: 'Look again',
  noneTitle: 'You keep no waiting area yet',
  noneText: 'The feedback of the waiting areas that you keep stands here.',
  area: (name: string, service: string) => `${typed(name)}, ${typed(service)}`,
  answered: (patients: number, visits: number) =>
    `${patients} of ${visits === 1 ? '1 patient' : `${visits} patients`} answered`,
  few: (fewest: number) => `What they said is shown once ${fewest} patients have answered.`,
  nobody: 'Nobody has answered yet.',
  notAsked: 'Patients are not asked here.',
  ask: 'Ask them',
  askLong: (name: string) => `Ask them: settings of ${typed(name)}`,
  questions: {
    media: 'Could see and hear well enough',
    needs: 'Got the help they needed',
    again: 'Would do it by video again',
  },
  answers: { yes: 'Yes', partly: 'Partly', no: 'No' },
  share: (percent: number) => `${percent}%`,
  lineTitle: 'Picture and sound, by the connection measured before the call',
  lines: { good: 'Good connection', weak: 'Weak connection', 'not-measured': 'Not measured' },
  poor: (poor: number, patients: number) =>
    patients === 0 ? 'Nobody' : `${poor} of ${patients} could not always see and hear well enough`,
}
