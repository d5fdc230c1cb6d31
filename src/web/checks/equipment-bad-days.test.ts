// The check with devices that fail, a page that nobody looks at, and a sound that is not wanted.
import { describe, expect, it } from 'vitest'
import { begin, GOOD, IPHONE, MEASURED, onAbort, running, SPOKEN, track } from '../../../test/checks/made-up.ts'
import type { EquipmentParts } from './equipment-run.ts'
import type { EquipmentWorld } from './equipment-world.ts'

describe('[EC43] bad devices', () => {
  it.each(['off', 'refused', 'none', 'busy', 'unsupported'] as const)('camera and microphone %s', async (state) => {
    const check = begin({}, {}, running({ camera: state, microphone: state, video: null, audio: null }))
    await check.toEnd()
    expect(check.findings()).toMatchObject({ camera: { state }, microphone: { state }, speaker: { echo: null } })
    // None of it is waited for.
    expect(check.clock.now()).toBeLessThan(3000)
  })

  it('a camera that goes and comes back is looked at anew', async () => {
    const second = track('video')
    const looked: MediaStreamTrack[] = []
    const check = begin({
      watchCamera: (camera, signal) => {
        looked.push(camera)
        return camera === second ? Promise.resolve(GOOD) : onAbort(signal, { ...GOOD, muted: true })
      },
    })
    await check.clock.pass(300)
    check.local.state.update((now) => ({ ...now, camera: 'lost', video: null }))
    await check.clock.pass(300)
    check.local.state.update((now) => ({ ...now, camera: 'on', video: second }))
    await check.toEnd()
    expect(looked).toHaveLength(2)
    expect(check.findings().camera).toMatchObject({ state: 'works', lines: 720 })
  })

  it('a camera that goes for good is lost', async () => {
    const check = begin({ watchCamera: (_track, signal) => onAbort(signal, { ...GOOD, muted: true }) })
    await check.clock.pass(300)
    check.local.state.update((now) => ({ ...now, camera: 'lost', video: null }))
    await check.toEnd()
    expect(check.findings().camera).toMatchObject({ state: 'lost', lines: null })
  })

  it('a headset that vanishes while it is listened to: the next microphone is listened to from the beginning', async () => {
    const second = track('audio')
    const listened: MediaStreamTrack[] = []
    const check = begin({
      listen: (microphone) => {
        listened.push(microphone)
        return { windows: () => (microphone === second ? SPOKEN : null), close() {} }
      },
    })
    await check.clock.until(() => check.run.state.get().stage === 'microphone')
    check.local.state.update((now) => ({ ...now, microphone: 'lost', audio: null }))
    await check.clock.pass(200)
    check.local.state.update((now) => ({ ...now, microphone: 'on', audio: second }))
    await check.toEnd()
    expect(listened).toHaveLength(2)
    expect(check.findings().microphone).toMatchObject({ state: 'works', peakDb: -20 })
  })

  it('a microphone that vanishes for good is lost, and no echo is told', async () => {
    const check = begin({ listen: () => ({ windows: () => null, close() {} }) })
    await check.clock.until(() => check.run.state.get().stage === 'microphone')
    check.local.state.update((now) => ({ ...now, microphone: 'lost', audio: null }))
    await check.toEnd()
    expect(check.findings()).toMatchObject({ microphone: { state: 'lost', peakDb: null }, speaker: { echo: null } })
  })
})

describe('[EC44] a page that nobody looks at', () => {
  it('waits, begins the interrupted part anew, and the time does not count', async () => {
    let looks = 0
    const check = begin({
      watchCamera: (_track, signal) => {
        looks++
        return looks === 1 ? onAbort(signal, { ...GOOD, muted: true }) : Promise.resolve(GOOD)
      },
    })
    await check.clock.pass(1000)
    check.seen.set(false)
    await check.clock.settle()
    expect(check.run.state.get()).toMatchObject({ stage: 'camera', waiting: 'page' })
    await check.clock.pass(60_000)
    expect(check.findings().camera).toBeNull()
    check.seen.set(true)
    await check.toEnd()
    expect(looks).toBe(2)
    expect(check.findings()).toMatchObject({ camera: { state: 'works' }, connection: MEASURED })
  })

  it('the connection goes on: measured again it would cost more than was said', async () => {
    let measured = 0
    const connection: EquipmentParts['connection'] = (_report, signal) => {
      measured++
      return onAbort(signal, MEASURED)
    }
    const check = begin({}, { connection })
    await check.clock.until(() => check.run.state.get().stage === 'connection')
    check.seen.set(false)
    await check.clock.pass(1000)
    check.seen.set(true)
    await check.toEnd()
    expect(measured).toBe(1)
  })
})

describe('[EC33] the sound', () => {
  it('is announced before it plays, and can be skipped', async () => {
    let played = 0
    const playSweep = async () => {
      played++
      return null
    }
    const check = begin({ playSweep })
    await check.clock.until(() => check.run.state.get().sound === 'soon')
    await check.clock.pass(500)
    expect(played).toBe(0)
    check.run.skip()
    await check.toEnd()
    expect(played).toBe(0)
    expect(check.findings().speaker).toMatchObject({ echo: null, canChoose: true })
    expect(check.run.state.get().sound).toBeNull()
  })

  it('is heard without echo cancellation, which is on again afterwards', async () => {
    const processing: boolean[] = []
    const local = running()
    const check = begin(
      {
        playSweep: async () => {
          processing.push(local.state.get().voiceProcessing)
          return { likeness: 0.8, gainDb: -30 }
        },
      },
      {},
      local,
    )
    await check.toEnd()
    expect(processing).toEqual([false])
    expect(local.asked).toEqual(['voice false', 'voice true'])
  })

  it('stopped while it plays: the microphone is as before', async () => {
    const check = begin({ playSweep: (_speaker, _track, signal) => onAbort(signal, null) })
    await check.clock.until(() => check.run.state.get().sound === 'playing')
    check.run.stop()
    await check.toEnd()
    await check.clock.settle()
    expect(check.local.state.get().voiceProcessing).toBe(true)
  })

  it('on an iPhone the microphone is left as it is, and what is left of the echo counts', async () => {
    const check = begin({ lookAtDevice: async () => IPHONE })
    await check.toEnd()
    expect(check.local.asked).toEqual([])
    expect(check.findings().speaker).toMatchObject({ echo: 'strong', echoDb: -30 })
  })

  it('whoever has voice processing off keeps it off', async () => {
    const check = begin({}, {}, running({ voiceProcessing: false }))
    await check.toEnd()
    expect(check.local.asked).toEqual([])
    expect(check.findings().speaker?.echo).toBe('some')
  })

  it('is played without listening where there is no microphone, so that it can be heard', async () => {
    const heardWith: unknown[] = []
    const playSweep: EquipmentWorld['playSweep'] = async (_speaker, microphone) => {
      heardWith.push(microphone)
      return null
    }
    const check = begin({ playSweep }, {}, running({ microphone: 'none', audio: null }))
    await check.toEnd()
    expect(heardWith).toEqual([null])
  })

  it('the answer to "did you hear it?" counts whenever it comes', async () => {
    const check = begin({ playSweep: async () => ({ likeness: 0.05, gainDb: -60 }) })
    check.run.sayHeard(false)
    await check.toEnd()
    expect(check.findings().speaker).toMatchObject({ heard: false, echo: 'none', headset: null })
    check.run.sayHeard(true)
    expect(check.findings().speaker).toMatchObject({ heard: true, headset: true })
  })
})
