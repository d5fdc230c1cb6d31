// The check of camera and sound: what each answer of the browser and of the person leads to.
import { describe, expect, it } from 'vitest'
import { words as steps } from '#text/equipment-steps'
import { fakeLocal } from '../../../../test/call/fake-call.ts'
import { handClock, settled } from '../../../../test/patient/made-up.ts'
import { createStore } from '../../kit/store.ts'
import type { DeviceState } from '../../media/local.ts'
import { createEquipment, type EquipmentResult, type EquipmentStep, hasOtherCamera } from './equipment-model.ts'

const track = { kind: 'audio' } as MediaStreamTrack

/** `answers`: what the browser gives at each request, in turn; the last one again. */
function check(answers: { camera: DeviceState; microphone: DeviceState }[], soundOnly = false) {
  const asked: string[] = []
  const local = fakeLocal({ camera: 'not-asked', microphone: 'not-asked' })
  local.request = async ({ camera, microphone }) => {
    asked.push(`${camera ? 'camera ' : ''}${microphone ? 'microphone' : ''}`.trim())
    const answer = answers[Math.min(asked.length, answers.length) - 1]
    local.state.update((now) => ({
      ...now,
      camera: camera && answer ? answer.camera : now.camera,
      microphone: microphone && answer ? answer.microphone : now.microphone,
      audio: microphone && answer?.microphone === 'on' ? track : now.audio,
    }))
  }
  const level = createStore(0)
  const clock = handClock()
  const results: EquipmentResult[] = []
  const rung: number[] = []
  let listening = 0
  const listen = () => {
    listening++
    return { level, close: () => listening-- }
  }
  const ring = async () => void rung.push(1)
  const model = createEquipment({ local, listen, ring, later: clock.later }, { soundOnly }, (result) =>
    results.push(result),
  )
  const at = () => model.step.get()
  return { model, local, level, clock, asked, results, rung, at, listening: () => listening }
}

const ON = { camera: 'on', microphone: 'on' } as const

async function toVoice(one: ReturnType<typeof check>) {
  one.model.ask()
  await settled()
  one.model.next()
}

describe('the check', () => {
  it('[P10] asks nothing before the person has pressed the button', async () => {
    const one = check([ON])
    await settled()
    expect(one.at()).toEqual({ at: 'explain' })
    expect(one.asked).toEqual([])
    one.model.ask()
    expect(one.at()).toEqual({ at: 'asking' })
    await settled()
    expect(one.asked).toEqual(['camera microphone'])
  })

  it('[P14] picture, voice, bell: all well', async () => {
    const one = check([ON])
    await toVoice(one)
    expect(one.at()).toMatchObject({ at: 'voice', heard: false })
    one.level.set(0.1)
    expect(one.at()).toMatchObject({ heard: false })
    one.level.set(0.6)
    expect(one.at()).toMatchObject({ heard: true })
    one.model.next()
    expect(one.at()).toEqual({ at: 'bell', rings: 0 })
    expect(one.listening()).toBe(0)
    one.model.ring()
    one.model.ring()
    expect(one.at()).toEqual({ at: 'bell', rings: 2 })
    expect(one.rung).toHaveLength(2)
    one.model.heardBell(true)
    expect(one.results).toEqual([{ picture: 'works', sound: 'works', heard: true, spoke: true }])
  })

  it('[P14] six seconds of silence are answered, and a voice after that is heard', async () => {
    const one = check([ON])
    await toVoice(one)
    await one.clock.pass(5900)
    expect(one.at()).toMatchObject({ quiet: false })
    await one.clock.pass(200)
    expect(one.at()).toMatchObject({ quiet: true })
    one.level.set(0.6)
    expect(one.at()).toMatchObject({ quiet: false, heard: true })
  })

  it('[P14] a bell that was not heard brings help, the bell again, and a way on', async () => {
    const one = check([ON])
    await toVoice(one)
    one.model.next()
    one.model.ring()
    one.model.heardBell(false)
    expect(one.at()).toEqual({ at: 'bell-help' })
    one.model.ring()
    expect(one.at()).toEqual({ at: 'bell', rings: 1 })
    one.model.heardBell(false)
    one.model.next()
    expect(one.results).toHaveLength(1)
  })

  it('[P14] another microphone is listened to as soon as it is chosen', async () => {
    const one = check([ON])
    await toVoice(one)
    one.local.state.update((now) => ({ ...now, audio: { kind: 'audio' } as MediaStreamTrack }))
    expect(one.listening()).toBe(1)
    expect(one.at()).toMatchObject({ at: 'voice', heard: false })
  })
})

describe('trouble', () => {
  const cases: [DeviceState, DeviceState, Partial<EquipmentStep>][] = [
    ['refused', 'refused', { device: 'both', why: 'refused' } as Partial<EquipmentStep>],
    ['none', 'none', { device: 'both', why: 'none' } as Partial<EquipmentStep>],
    ['unsupported', 'unsupported', { device: 'both', why: 'unsupported' } as Partial<EquipmentStep>],
    ['busy', 'on', { device: 'camera', why: 'busy' } as Partial<EquipmentStep>],
    ['busy', 'refused', { device: 'camera', why: 'busy' } as Partial<EquipmentStep>],
    ['on', 'none', { device: 'microphone', why: 'none' } as Partial<EquipmentStep>],
    ['on', 'lost', { device: 'microphone', why: 'lost' } as Partial<EquipmentStep>],
  ]
  it.each(cases)('[P11] camera %s and microphone %s', async (camera, microphone, expected) => {
    const one = check([{ camera, microphone }])
    one.model.ask()
    await settled()
    expect(one.at()).toMatchObject({ at: 'trouble', ...expected })
  })

  it('[P11] trying again asks again, and goes on when it is mended', async () => {
    const one = check([{ camera: 'refused', microphone: 'refused' }, ON])
    one.model.ask()
    await settled()
    one.model.ask()
    await settled()
    expect(one.at()).toEqual({ at: 'picture' })
  })

  it('[P11] a camera pulled out during the check is told at once', async () => {
    const one = check([ON])
    one.model.ask()
    await settled()
    one.local.state.update((now) => ({ ...now, camera: 'lost' }))
    expect(one.at()).toMatchObject({ at: 'trouble', device: 'camera', why: 'lost' })
  })

  it('[P11] whoever sees nothing gets steps for the camera', async () => {
    const one = check([ON])
    one.model.ask()
    await settled()
    one.model.seeNothing()
    expect(one.at()).toMatchObject({ at: 'trouble', device: 'camera' })
  })

  it('[P13] sound only asks for the microphone alone and shows no picture', async () => {
    const one = check([{ camera: 'busy', microphone: 'on' }])
    one.model.ask()
    await settled()
    one.model.chooseSoundOnly()
    await settled()
    expect(one.asked).toEqual(['camera microphone', 'microphone'])
    expect(one.at()).toMatchObject({ at: 'voice' })
    one.model.next()
    one.model.heardBell(true)
    expect(one.results).toEqual([{ picture: 'off', sound: 'works', heard: true, spoke: false }])
  })

  it('[P13] without a microphone there is still a way on', async () => {
    const one = check([{ camera: 'on', microphone: 'none' }])
    one.model.ask()
    await settled()
    one.model.next()
    expect(one.at()).toEqual({ at: 'bell', rings: 0 })
    one.model.heardBell(true)
    expect(one.results).toEqual([{ picture: 'works', sound: 'none', heard: true, spoke: null }])
  })

  it('[P13] with neither camera nor microphone one press leads on', async () => {
    const one = check([{ camera: 'none', microphone: 'none' }])
    one.model.ask()
    await settled()
    one.model.next()
    expect(one.results).toEqual([{ picture: 'none', sound: 'none', heard: null, spoke: null }])
  })

  it('[P13] sound only chosen while the browser asks is not undone by a late answer', async () => {
    const one = check([ON])
    const answer = one.local.request
    let late = () => {}
    one.local.request = () => new Promise((resolve) => (late = resolve))
    one.model.ask()
    one.local.request = answer
    one.model.chooseSoundOnly()
    await settled()
    one.model.next()
    expect(one.at()).toMatchObject({ at: 'bell' })
    late()
    await settled()
    expect(one.at()).toMatchObject({ at: 'bell' })
  })
})

describe('steps in words', () => {
  const kinds = [
    { device: 'iphone', browser: 'safari', inApp: null },
    { device: 'ipad', browser: 'chrome', inApp: null },
    { device: 'android', browser: 'chrome', inApp: null },
    { device: 'android', browser: 'samsung', inApp: null },
    { device: 'android', browser: 'firefox', inApp: null },
    { device: 'windows', browser: 'edge', inApp: null },
    { device: 'mac', browser: 'safari', inApp: null },
    { device: 'linux', browser: 'firefox', inApp: null },
    { device: 'iphone', browser: 'other', inApp: 'Facebook' },
    { device: 'android', browser: 'chrome', inApp: '' },
  ] as const

  it('[P11] every trouble has steps on every device', () => {
    for (const kind of kinds)
      for (const device of ['camera', 'microphone', 'both'] as const)
        for (const why of ['refused', 'none', 'busy', 'unsupported', 'lost'] as const)
          expect(steps.steps(device, why, kind, true).length, `${kind.device} ${why}`).toBeGreaterThan(1)
  })

  it('[P12] a refusal is mended differently in each browser', () => {
    const inWords = kinds.slice(0, 8).map((kind) => steps.steps('camera', 'refused', kind, true).join(' '))
    // Samsung Internet and Chrome on Android keep it in the same place.
    expect(new Set(inWords).size).toBe(7)
  })

  it('[P12] inside another app the steps lead out of it, by its name', () => {
    expect(steps.steps('camera', 'unsupported', kinds[8], true).join(' ')).toMatch(/inside Facebook.*Safari/)
    expect(steps.steps('camera', 'unsupported', kinds[9], true).join(' ')).toMatch(/inside another app.*Chrome/)
    expect(steps.steps('camera', 'unsupported', kinds[5], false).join(' ')).toContain('https')
  })
})

describe('without a sound', () => {
  it('[P69] "I use text" leads on from the voice and from the bell, and says so', async () => {
    const voice = check([ON])
    await toVoice(voice)
    voice.model.inSilence({ usesText: true })
    expect(voice.results).toEqual([
      { picture: 'works', sound: 'works', heard: null, spoke: null, quiet: { usesText: true } },
    ])
    expect(voice.listening()).toBe(0)
    const bell = check([ON])
    await toVoice(bell)
    bell.model.next()
    bell.model.inSilence({ usesText: true })
    expect(bell.results[0]).toMatchObject({ heard: null, quiet: { usesText: true } })
    expect(bell.rung).toEqual([])
  })

  it('[P69] who must not be heard goes on with the microphone off', async () => {
    const one = check([ON])
    await toVoice(one)
    one.model.inSilence({ cannotTalk: true })
    await settled()
    expect(one.results).toMatchObject([{ sound: 'off', quiet: { cannotTalk: true } }])
  })
})

describe('another camera', () => {
  it('[P70] is taken by one press, and the picture is shown again', async () => {
    const one = check([{ camera: 'busy', microphone: 'on' }])
    const cameras = ['first', 'second'].map((id) => ({ id, label: id }))
    one.local.state.update((now) => ({ ...now, cameras, cameraId: 'first' }))
    expect(hasOtherCamera(one.local.state.get())).toBe(true)
    one.model.ask()
    await settled()
    expect(one.at()).toMatchObject({ at: 'trouble', why: 'busy' })
    one.local.chooseCamera = async (cameraId) => one.local.state.update((now) => ({ ...now, cameraId, camera: 'on' }))
    one.model.otherCamera()
    await settled()
    expect(one.local.state.get().cameraId).toBe('second')
    expect(one.at()).toEqual({ at: 'picture' })
  })

  it('[P70] one that does not work either is told as that; a device with one camera offers none', async () => {
    const one = check([{ camera: 'busy', microphone: 'on' }])
    one.local.state.update((now) => ({ ...now, canFlip: true, cameras: [] }))
    one.model.ask()
    await settled()
    one.model.otherCamera()
    await settled()
    expect(one.at()).toMatchObject({ at: 'trouble', device: 'camera', why: 'busy' })
    expect(hasOtherCamera({ ...one.local.state.get(), canFlip: false })).toBe(false)
  })
})

it('[P74] a bell that is not heard has words for hearing aids, on every device', () => {
  for (const device of ['iphone', 'ipad', 'android', 'windows', 'mac'] as const)
    expect(steps.quietBell({ device, browser: 'other', inApp: null }).join(' ')).toContain('hearing aid')
})
