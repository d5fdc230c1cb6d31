// No post: every letter stays in the outbox, where an administrator reads it and follows its link.
import type { Mail } from './port.ts'

export const keptHere: Mail = {
  sends: false,
  deliver: async () => ({ kind: 'kept' }),
  close() {},
}
