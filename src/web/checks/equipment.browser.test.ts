// The check in Chromium, with cameras and microphones as they are on good and on bad days.
import { afterEach, describe, expect, test } from 'vitest'
import type { EquipmentFindings } from '#domain/equipment'
import type {} from '../../../test/media/check-page.ts'
import { type CheckPage, type CheckPageWishes, openCheckPage } from '../../../test/media/open-check-page.ts'

let opened: CheckPage | null = null
const page = () => {
  if (!opened) throw new Error('no page was opened')
  return opened.page
}
async function open(wishes: CheckPageWishes = {}): Promise<void> {
  opened = await openCheckPage(wishes)
}
afterEach(async () => {
  const complaints = opened?.complaints
  await opened?.close()
  opened = null
  expect(complaints ?? []).toEqual([])
})

/** The whole check; the sound and the microphone only where they are wanted, for they take their time. */
const check = (parts: { camera?: boolean; microphone?: boolean; sound?: boolean } = {}): Promise<EquipmentFindings> =>
  page().evaluate((wanted) => window.checks.begin(wanted).finished, { microphone: false, ...parts })

describe('[EC11] a camera as it really is', () => {
  test.each([
    ['lines-480', 480],
    ['lines-720', 720],
  ] as const)('%s', async (picture, lines) => {
    await open({ picture })
    const { camera } = await check()
    expect(camera).toMatchObject({ state: 'works', lines, light: 'good' })
    expect(camera?.fps).toBeGreaterThan(0)
    // The file has 20 a second, and Chromium plays it no faster than 30.
    expect(camera?.fps).toBeLessThan(45)
  })

  test('1080 lines, where the call asks for them', async () => {
    await open({ picture: 'lines-1080' })
    await page().evaluate(async () => {
      await window.local.request({ camera: true, microphone: false })
      await window.local.state.get().video?.applyConstraints({ width: 1920, height: 1080 })
    })
    expect((await check()).camera).toMatchObject({ state: 'works', lines: 1080 })
  })

  test('not as it says of itself', async () => {
    await open({ picture: 'lines-480' })
    await page().evaluate(() => {
      MediaStreamTrack.prototype.getSettings = () => ({ width: 1920, height: 1080, frameRate: 60 })
    })
    expect((await check()).camera?.lines).toBe(480)
  })

  test('a telephone held upright counts its shorter side', async () => {
    await open()
    await page().evaluate(() => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 720, height: 1280 })
      const paint = canvas.getContext('2d')
      setInterval(() => {
        for (let y = 0; y < 1280; y += 40) {
          if (paint) paint.fillStyle = `hsl(0 0% ${20 + Math.random() * 60}%)`
          paint?.fillRect(0, y, 720, 40)
        }
      }, 30)
      navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(30)
    })
    expect((await check()).camera).toMatchObject({ state: 'works', lines: 720 })
  })
})

describe('[EC12] [EC13] [EC14] what is wrong with the picture', () => {
  test.each([
    ['dark', { state: 'works', light: 'dark' }],
    ['light-behind', { state: 'works', light: 'behind' }],
    ['covered', { state: 'covered', light: null }],
    ['frozen', { state: 'frozen' }],
  ] as const)('%s', async (picture, expected) => {
    await open({ picture })
    expect((await check()).camera).toMatchObject(expected)
  })
})

describe('[EC20] [EC21] [EC22] a microphone as it really is', () => {
  const listen = async () => (await check({ camera: false, microphone: true })).microphone

  test('a voice', async () => {
    await open({ sound: 'voice' })
    const found = await listen()
    expect(found?.state).toBe('works')
    expect(found?.peakDb).toBeGreaterThan(-30)
    expect(found?.noiseDb).toBeLessThan(-60)
    expect(found?.clipped).toBeLessThan(0.01)
  })

  test('silence', async () => {
    await open({ sound: 'silent' })
    expect(await listen()).toMatchObject({ state: 'silent', clipped: 0 })
  })

  test('cut off because it is far too loud', async () => {
    await open({ sound: 'clipping' })
    const found = await listen()
    expect(found?.state).toBe('works')
    expect(found?.clipped).toBeGreaterThan(0.02)
  })

  test('a noisy place', async () => {
    await open({ sound: 'noisy' })
    expect((await listen())?.noiseDb).toBeGreaterThan(-60)
  })
})

describe('[EC30] [EC31] the sound that comes back', () => {
  const echo = async (gainDb: number | null) => {
    await page().evaluate((gain) => window.checks.hearOneself(gain), gainDb)
    return (await check({ camera: false, microphone: true, sound: true })).speaker
  }

  test.each([
    ['a loudspeaker beside the microphone', -6, 'strong'],
    ['a laptop', -28, 'some'],
  ] as const)('%s', async (_, gainDb, expected) => {
    await open()
    const found = await echo(gainDb)
    expect(found).toMatchObject({ echo: expected, headset: false })
    // A busy machine drops pieces of it between the two, and what is left is as much quieter.
    expect(found?.echoDb).toBeLessThan(gainDb + 3)
    expect(found?.echoDb).toBeGreaterThan(gainDb - 10)
  })

  test('a microphone that does not hear it', async () => {
    await open()
    const found = await echo(null)
    expect(found).toMatchObject({ echoDb: null, headset: null })
    // Not known, where this machine was too busy to look in time.
    expect(found?.echo ?? 'none').toBe('none')
  })

  test('[EC33] the microphone is as before, with the same processing', async () => {
    await open()
    await check({ camera: false, microphone: true, sound: true })
    const after = await page().evaluate(() => ({
      microphone: window.local.state.get().microphone,
      settings: window.local.state.get().audio?.getSettings().echoCancellation,
    }))
    expect(after).toEqual({ microphone: 'on', settings: true })
  })
})

describe('[EC6] [EC43] bad days', () => {
  test('no camera and no microphone', async () => {
    await open({ devices: false })
    expect(await check({ microphone: true, sound: true })).toMatchObject({
      camera: { state: 'none', lines: null },
      microphone: { state: 'none', peakDb: null },
      speaker: { echo: null },
    })
  })

  test('both refused', async () => {
    await open({ permissions: [] })
    expect(await check({ microphone: true })).toMatchObject({
      camera: { state: 'refused' },
      microphone: { state: 'refused' },
    })
  })

  test('a camera pulled out in the middle, and another in its place', async () => {
    await open()
    const found = await page().evaluate(async () => {
      const { finished, state } = window.checks.begin({ microphone: false })
      await new Promise<void>((resolve) => {
        const stop = window.local.state.subscribe(({ video }) => {
          if (!video) return
          stop()
          // A track that the page stops says nothing; one whose device has gone says so.
          setTimeout(() => {
            video.stop()
            video.dispatchEvent(new Event('ended'))
            resolve()
          }, 300)
        })
      })
      return { found: await finished, stage: state.get().stage }
    })
    expect(found).toMatchObject({ found: { camera: { state: 'works', lines: 720 } }, stage: 'done' })
  })

  test('[EC44] a page hidden in the middle goes on when it is seen again', async () => {
    await open()
    await page().evaluate(() => {
      const { state } = window.checks.begin({ microphone: false })
      const show = (now: string) => {
        Object.defineProperty(document, 'visibilityState', { value: now, configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      }
      Object.assign(window, { show })
      const stop = state.subscribe(({ stage, waiting }) => {
        if (stage !== 'camera' || waiting !== null) return
        stop()
        show('hidden')
      })
    })
    await page().waitForFunction(() => window.run.state.get().waiting === 'page')
    await page().evaluate(() => (window as never as { show(now: string): void }).show('visible'))
    const found = await page().evaluate(() => window.run.finished)
    expect(found.camera).toMatchObject({ state: 'works', lines: 720 })
  })

  test('no storage, and a browser that has next to nothing', async () => {
    await open()
    await page().evaluate(() => {
      const gone = { value: undefined, configurable: true }
      for (const name of ['userAgentData', 'getBattery', 'deviceMemory', 'connection', 'permissions', 'storage'])
        Object.defineProperty(navigator, name, gone)
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('made to fail', 'SecurityError')
        },
      })
      Reflect.deleteProperty(Screen.prototype, 'isExtended')
      Reflect.deleteProperty(HTMLVideoElement.prototype, 'requestVideoFrameCallback')
      Reflect.deleteProperty(MediaStreamTrack.prototype, 'getCapabilities')
      Reflect.deleteProperty(HTMLMediaElement.prototype, 'setSinkId')
      Reflect.deleteProperty(window, 'AudioContext')
    })
    const found = await check({ microphone: true, sound: true })
    expect(found).toMatchObject({
      device: { memoryGiB: null, batteryPercent: null, screens: null, dataSaver: null, storage: false },
      camera: { state: 'works', lines: 720, zoom: false, torch: false },
      microphone: { state: 'works', peakDb: null },
      speaker: { echo: null, canChoose: false },
    })
    expect(found.camera?.fps).toBeGreaterThan(0)
  })

  test('[EC7] nothing that is found names a device', async () => {
    await open()
    const [found, labels] = await page().evaluate(async () => {
      const finding = await window.checks.begin({ sound: true }).finished
      const all = await navigator.mediaDevices.enumerateDevices()
      return [JSON.stringify(finding), all.flatMap(({ label, deviceId }) => [label, deviceId])] as const
    })
    expect(labels.filter((name) => name.length > 7 && found.includes(name))).toEqual([])
  })
})
