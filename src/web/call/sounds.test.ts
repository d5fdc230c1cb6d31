import { describe, expect, test } from 'vitest'
import { fakeTime } from '../../../test/call/fake-time.ts'
import { createStore } from '../kit/store.ts'
import { type Attendance, followWithSounds, HOLD_SOUND_EVERY_MS } from './sounds.ts'

function setUp(first: Attendance) {
  const attendance = createStore<Attendance>(first)
  const holdSound = createStore(true)
  const played: string[] = []
  const time = fakeTime()
  const stop = followWithSounds(attendance, holdSound, (sound) => played.push(sound), time.later)
  return { attendance, holdSound, played, time, stop }
}

describe('sounds of the call', () => {
  test('[CS9] somebody came, somebody went', () => {
    const { attendance, played } = setUp('away')
    expect(played).toEqual([])
    attendance.set('there')
    attendance.set('away')
    expect(played).toEqual(['joined', 'left'])
  })

  test('[CS9] on hold it sounds at once, then now and then, and stops with the hold', async () => {
    const { attendance, played, time } = setUp('there')
    attendance.set('on-hold')
    await time.pass(HOLD_SOUND_EVERY_MS * 2)
    attendance.set('there')
    await time.pass(HOLD_SOUND_EVERY_MS * 2)
    expect(played).toEqual(['joined', 'on-hold', 'on-hold', 'on-hold'])
  })

  test('[CS9] switched off, a hold is silent until switched on again', async () => {
    const { attendance, holdSound, played, time } = setUp('there')
    holdSound.set(false)
    attendance.set('on-hold')
    await time.pass(HOLD_SOUND_EVERY_MS)
    expect(played).toEqual(['joined'])
    holdSound.set(true)
    await time.pass(HOLD_SOUND_EVERY_MS)
    expect(played).toEqual(['joined', 'on-hold'])
  })

  test('[CS9] nothing sounds after the page is gone', async () => {
    const { attendance, played, time, stop } = setUp('on-hold')
    stop()
    attendance.set('away')
    await time.pass(HOLD_SOUND_EVERY_MS * 3)
    expect(played).toEqual(['on-hold'])
  })
})
