// What the patient reads when the visit is over.
import { typed } from '../typed.ts'
export const words = {
  tab: 'Visit ended',
  completed: {
    title: (name: string) => `Thank you, ${typed(name)}.`,
    text: 'Your visit has ended.',
  },
  left: {
    title: () => 'You have left',
    text: 'The clinic knows. You can start again when you want.',
  },
  removed: {
    title: () => 'The clinic ended your visit',
    text: 'Do you not know why? Please phone the clinic.',
  },
  'not-returned': {
    title: () => 'Your place is gone',
    text: 'You were away for a long time. You can start again.',
  },
  next: 'What happens next',
  close: 'You can close this page now.',
  again: 'Start again',
  newVisit: 'Start a new visit',
  somebodyElse: 'I am somebody else',
  forgetting: 'One moment…',
  phone: 'Questions? Phone us:',
  calledBack: {
    title: (name: string) => `${typed(name)} would like to see you again`,
    titleWithoutName: 'The clinic would like to see you again',
    text: 'Nobody sees or hears you yet. Press the button when you are ready.',
    come: 'Come back to the call',
    coming: 'One moment…',
    decline: 'No, thank you',
  },
}
