import { describe, expect, test } from 'vitest'
import { fakeLocal, LOCAL_ON } from '../../../../test/call/fake-call.ts'
import type { DeviceState } from '../../media/local.ts'
import { ownDevices } from './own-devices.ts'

function devices(camera: DeviceState, microphone: DeviceState, canFlip = false) {
  const local = fakeLocal()
  const change = { ...local, setMuted: (muted: boolean) => local.setMicrophoneOn(!muted) }
  return { own: ownDevices({ ...LOCAL_ON, camera, microphone, canFlip }, change), asked: local.asked }
}

describe('own camera and microphone', () => {
  test.each([
    ['on', 'on', 'camera false'],
    ['off', 'off', 'camera true'],
    ['lost', 'mend', 'restart'],
    ['refused', 'mend', 'request camera'],
    ['busy', 'mend', 'request camera'],
    ['not-asked', 'mend', 'request camera'],
    ['asking', 'asking', null],
    ['none', 'absent', null],
    ['unsupported', 'absent', null],
  ] as const)('[CS6] a camera that is %s: the button is %s', (state, button, does) => {
    const { own, asked } = devices(state, 'on')
    expect(own.picture.state).toBe(button)
    own.picture.press?.()
    expect(asked).toEqual(does === null ? [] : [does])
    expect(own.picture.press === null).toBe(does === null)
  })

  test('[CS6] muting, speaking again, and asking for the microphone', () => {
    const on = devices('on', 'on')
    on.own.sound.press?.()
    const off = devices('on', 'off')
    off.own.sound.press?.()
    const refused = devices('on', 'refused')
    refused.own.sound.press?.()
    expect([...on.asked, ...off.asked, ...refused.asked]).toEqual([
      'microphone false',
      'microphone true',
      'request microphone',
    ])
  })

  test('[CS6] turning the camera round is only for a running camera that can', () => {
    expect(devices('on', 'on', true).own.flip).not.toBeNull()
    expect(devices('off', 'on', true).own.flip).toBeNull()
    expect(devices('on', 'on', false).own.flip).toBeNull()
  })

  test('[CS6] restarting is offered large when something that worked has stopped, and nowhere without devices', () => {
    expect(devices('on', 'lost').own).toMatchObject({ lost: true, restart: expect.any(Function) })
    expect(devices('on', 'on').own).toMatchObject({ lost: false, restart: expect.any(Function) })
    expect(devices('none', 'unsupported').own).toMatchObject({ lost: false, restart: null })
  })
})
