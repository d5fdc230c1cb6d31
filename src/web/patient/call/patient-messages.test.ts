// What of the messages counts as read when a call begins.
import { expect, it } from 'vitest'
import type { CallMessage } from '../../call/messages/message-queue.ts'
import { readBefore } from './patient-messages.tsx'

const from = (id: string, who: 'clinic' | 'patient') => ({ id, from: who }) as unknown as CallMessage

it('[P65] what the clinic wrote last is unread until it was on screen', () => {
  const messages = [from('1', 'clinic'), from('2', 'clinic'), from('3', 'patient')]
  expect(readBefore(messages, null)).toBeNull()
  expect(readBefore(messages, '1')).toBeNull()
  expect(readBefore(messages, '2')).toBe('3')
  expect(readBefore([from('3', 'patient')], null)).toBe('3')
  expect(readBefore([], null)).toBeNull()
})
