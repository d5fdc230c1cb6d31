// What the patient reads about closing the page while they wait.
import { typed } from '../typed.ts'
export const words = {
  title: 'Do you want to close this page?',
  text: 'We can tell you when it is your turn. You keep your place.',
  begin: 'Tell me when it is my turn',
  label: 'Your phone number',
  confirm: 'Yes, use this number',
  back: 'No, I keep this page open',
  saving: 'One moment…',
  on: 'You can close this page.',
  byText: (phone: string) => `We send a text message to ${typed(phone)} when it is your turn. Press the link in it.`,
  byPhone: (phone: string) => `We phone you on ${typed(phone)} when it is your turn. Then open this page again.`,
  sameDevice: 'Use the same phone or computer to come back.',
  turn: 'It is your turn.',
  stay: 'Stay on this page now. The clinic will be with you soon.',
  off: 'I keep this page open',
}
