import { describe, expect, test } from 'vitest'
import { type FakeEngineState, fakeEngine } from '../../../../test/call/fake-call.ts'
import type { EngineState } from '../../media/engine.ts'
import { connectionOf, pictureSeen, type Surroundings, stageFace, stoppedFor } from './stage-model.ts'

const engine = (change: FakeEngineState = {}): EngineState =>
  fakeEngine({ visitId: 'visit', callId: 'call' }, {} as MediaStream, undefined, change).state.get()
const seen: Surroundings = { status: 'being-seen', theirPicture: 'works' }

describe('the large picture', () => {
  test.each<[string, EngineState | null, Surroundings, string]>([
    ['no engine yet', null, seen, 'connecting'],
    ['no path yet', engine({ link: 'preparing', remote: { picture: 'none' } }), seen, 'connecting'],
    ['heard before seen', engine({ remote: { picture: 'none', sound: 'on' } }), seen, 'picture-coming'],
    ['neither heard nor seen', engine({ remote: { picture: 'none', sound: 'none' } }), seen, 'connecting'],
    ['seen', engine(), seen, 'showing'],
    ['paused', engine({ remote: { picture: 'paused-for-sound' } }), seen, 'paused-for-sound'],
    ['camera off', engine({ remote: { picture: 'off' } }), { ...seen, theirPicture: 'off' }, 'camera-off'],
    ['no camera', engine({ remote: { picture: 'off' } }), { ...seen, theirPicture: 'none' }, 'sound-only'],
    [
      'nothing known of their camera',
      engine({ remote: { picture: 'off' } }),
      { ...seen, theirPicture: null },
      'camera-off',
    ],
    ['on hold', engine(), { ...seen, status: 'on-hold' }, 'on-hold'],
    ['[CS45] no call can be made', engine({ link: 'impossible', remote: { picture: 'none' } }), seen, 'impossible'],
  ])('[CS2] %s', (_, state, around, kind) => {
    expect(stageFace(state, around).kind).toBe(kind)
  })

  test('[CS3] a frozen picture and a lost path carry when the picture stopped', () => {
    expect(stageFace(engine({ remote: { picture: 'frozen', lastFrameAt: 70 } }), seen)).toEqual({
      kind: 'frozen',
      stoppedAt: 70,
    })
    expect(stageFace(engine({ link: 'reconnecting', remote: { lastFrameAt: 70 } }), seen)).toEqual({
      kind: 'reconnecting',
      stoppedAt: 70,
    })
  })

  test('[CS3] its age counts whole seconds and is never nought', () => {
    expect(stoppedFor(1000, 1400)).toBe(1)
    expect(stoppedFor(1000, 5999)).toBe(4)
  })

  test('[CS4] the first frame shows in the instant it comes; on hold and with the camera off nothing is seen', () => {
    expect(pictureSeen({ kind: 'connecting' })).toBe('clear')
    expect(pictureSeen({ kind: 'picture-coming' })).toBe('clear')
    expect(pictureSeen({ kind: 'paused-for-sound' })).toBe('old')
    expect(pictureSeen({ kind: 'reconnecting', stoppedAt: 0 })).toBe('old')
    expect(pictureSeen({ kind: 'on-hold' })).toBe('hidden')
    expect(pictureSeen({ kind: 'camera-off' })).toBe('hidden')
  })

  test('[CS5] the connection: checking until known, lost when the path is', () => {
    expect(connectionOf(null)).toBe('checking')
    expect(connectionOf(engine({ link: 'preparing' }))).toBe('checking')
    expect(connectionOf(engine({ quality: 'unknown' }))).toBe('checking')
    expect(connectionOf(engine({ quality: 'fair' }))).toBe('fair')
    expect(connectionOf(engine({ link: 'reconnecting' }))).toBe('lost')
  })
})
