// Who is with the patient in a call, as the practitioner wrote it down and the patient reads it.
import { typed } from '../typed.ts'
export const words = {
  wrote: (name: string) => `${typed(name)} wrote down:`,
  title: 'These people are with you. Is that right?',
  offCamera: (name: string) => `${typed(name)}, not in the picture`,
  yes: 'Yes, that is right',
  no: 'No, it is not',
  sending: 'One moment',
  failed: 'We could not send this. Please press again.',
}
