// A text message and an e-mail as a phone shows them.
import type { Example } from '../example.ts'
import { DrawnPhone } from './drawn-phone.tsx'

const TEXT = 'Your video appointment with Riverside Community Health is on Monday 1 June at 10:30.'

export const examples: readonly Example[] = [
  {
    name: 'text message',
    draw: () => (
      <DrawnPhone channel="sms" from="Riverside Community Health">
        <p>{TEXT}</p>
      </DrawnPhone>
    ),
  },
  {
    name: 'e-mail',
    draw: () => (
      <DrawnPhone channel="email" from="Riverside Community Health" subject="Your video appointment">
        <p>{TEXT}</p>
        <p>You need no app and no account.</p>
      </DrawnPhone>
    ),
  },
]
