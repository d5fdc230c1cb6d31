import { expect, test } from 'vitest'
import { fakeEngine, LOCAL_ON } from '../../../../test/call/fake-call.ts'
import { liveOfPatient, liveOfPractitioner } from './live-readiness.ts'

const engine = fakeEngine({ visitId: 'visit', callId: 'call' }, {} as MediaStream, undefined, {
  measured: {
    roundTripMs: 80,
    loss: 0.02,
    upKbps: 1500,
    downKbps: 2500,
    receivedHeight: 720,
    receivedFps: 25,
    path: 'relayed',
  },
})

test('[CS40] each person’s column has what goes from them, and both the path between them', () => {
  const state = engine.state.get()
  expect(liveOfPatient(state)).toEqual({
    lines: 720,
    fps: 25,
    upMbps: 2.5,
    downMbps: 1.5,
    roundTripMs: 80,
    lossPercent: 2,
    path: 'relayed',
    picture: 'showing',
    sound: 'on',
  })
  expect(liveOfPractitioner(state, LOCAL_ON)).toMatchObject({ lines: null, upMbps: 1.5, downMbps: 2.5, sound: 'on' })
})

test('[CS40] one’s own mute, camera and paused picture are told of oneself', () => {
  const state = { ...engine.state.get(), ownPicture: 'paused-for-sound' } as const
  expect(liveOfPractitioner(state, { ...LOCAL_ON, microphone: 'off' })).toMatchObject({
    picture: 'paused-for-sound',
    sound: 'muted',
  })
  expect(liveOfPractitioner(state, { ...LOCAL_ON, camera: 'off', microphone: 'none' })).toMatchObject({
    picture: 'off',
    sound: 'none',
  })
})

test('[CS40] without a path nothing is measured now, and what the check found stands', () => {
  expect(liveOfPatient(null)).toBeNull()
  expect(liveOfPatient({ ...engine.state.get(), link: 'reconnecting' })).toBeNull()
  expect(liveOfPractitioner({ ...engine.state.get(), link: 'preparing' }, LOCAL_ON)).toBeNull()
})
