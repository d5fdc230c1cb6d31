import { expect, test } from 'vitest'
import { fakeEngine, REMOTE } from '../../../../test/call/fake-call.ts'
import { oneRemote, remoteStream } from './one-remote.ts'

test('[PT6] the picture of a participant is theirs alone', () => {
  const stream = {} as MediaStream
  const state = fakeEngine({ visitId: 'visit', callId: 'call' }, stream).state.get()
  expect(oneRemote(state)?.participantId).toBe(REMOTE)
  expect([remoteStream(state), remoteStream(state, REMOTE)]).toEqual([stream, stream])
  expect([remoteStream(state, 'somebody'), remoteStream(null, REMOTE)]).toEqual([null, null])
})
