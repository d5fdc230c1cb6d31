// The course of the check: in which order, until when, and what of it.
import { describe, expect, it } from 'vitest'
import type { ConnectionFinding } from '#domain/equipment'
import { fakeLocal } from '../../../test/call/fake-call.ts'
import { begin, GOOD, LAPTOP, MEASURED, never, onAbort, track } from '../../../test/checks/made-up.ts'
import type { EquipmentParts } from './equipment-run.ts'
import { LONGEST_MS, STAGE_MS } from './stages.ts'

describe('[EC40] one part after the other', () => {
  it('each finding is told as soon as it is known, in this order', async () => {
    const check = begin()
    await check.toEnd()
    const known = check.history.map(({ stage, findings }) => {
      const { at: _at, ...parts } = findings
      return `${stage}: ${Object.entries(parts).flatMap(([name, part]) => (part ? name : []))}`
    })
    expect([...new Set(known)]).toEqual([
      'device: ',
      'device: device',
      'camera: device',
      'camera: device,camera',
      'microphone: device,camera',
      'microphone: device,camera,microphone',
      'speaker: device,camera,microphone',
      'speaker: device,camera,microphone,speaker',
      'connection: device,camera,microphone,speaker',
      'connection: device,camera,microphone,speaker,connection',
      'done: device,camera,microphone,speaker,connection',
    ])
    expect(check.findings()).toMatchObject({
      device: LAPTOP,
      camera: { state: 'works', lines: 720 },
      microphone: { state: 'works' },
      speaker: { echo: 'some', echoDb: -30, headset: false, canChoose: true },
      connection: MEASURED,
    })
    expect(check.findings().at).toBeGreaterThanOrEqual(1_000_000)
  })

  it('the bar never goes back and ends full', async () => {
    const connection: EquipmentParts['connection'] = async (report) => {
      for (const share of [0, 0.5, 0.4, 1]) report(share, MEASURED)
      return MEASURED
    }
    const check = begin({}, { connection })
    await check.toEnd()
    const bar = check.history.map(({ progress }) => progress)
    expect(bar).toEqual([...bar].sort((a, b) => a - b))
    expect(bar.at(-1)).toBe(1)
  })

  it('a part of the connection is told while the rest is measured', async () => {
    const part: ConnectionFinding = { ...MEASURED, upMbps: null, downMbps: null }
    const check = begin(
      {},
      {
        connection: (report, signal) => {
          report(0.3, part)
          return onAbort(signal, MEASURED)
        },
      },
    )
    await check.clock.until(() => check.findings().connection !== null)
    expect(check.findings().connection).toEqual(part)
    expect(check.run.state.get().stage).toBe('connection')
  })
})

describe('[EC41] it ends', () => {
  it('within 20 s when nothing ever answers, each with what can be said', async () => {
    const check = begin(
      {
        lookAtDevice: never,
        watchCamera: never,
        listen: () => ({ windows: () => null, close() {} }),
        soundNames: never,
        playSweep: never,
      },
      { connection: never },
    )
    await check.toEnd()
    // The connection may say its last words after its signal.
    expect(check.clock.now()).toBeLessThanOrEqual(LONGEST_MS + 500)
    expect(check.findings()).toMatchObject({
      device: null,
      camera: { state: 'works', lines: null },
      microphone: { state: 'works', peakDb: null },
      connection: { state: 'skipped' },
    })
  })

  it('the connection has what the others leave, and what it had measured by then counts', async () => {
    const check = begin(
      { watchCamera: (_track, signal) => onAbort(signal, GOOD) },
      {
        connection: (report) => {
          report(0.9, MEASURED)
          return never()
        },
      },
    )
    await check.toEnd()
    expect(check.clock.now()).toBeGreaterThan(LONGEST_MS - 1000)
    expect(check.findings().connection).toEqual(MEASURED)
  })

  it('and nothing that throws gets out', async () => {
    const fail = () => {
      throw new Error('made to fail')
    }
    const check = begin(
      { lookAtDevice: fail, watchCamera: fail, soundNames: fail, playSweep: fail },
      { connection: fail as never },
    )
    await check.toEnd()
    expect(check.run.state.get().stage).toBe('done')
  })

  it('stopped: nothing more is told, and what was found is given', async () => {
    const check = begin({ watchCamera: (_track, signal) => onAbort(signal, GOOD) })
    await check.clock.pass(500)
    check.run.stop()
    await check.toEnd()
    expect((await check.run.finished).device).toEqual(LAPTOP)
    expect(check.findings().camera).toBeNull()
    expect(check.run.state.get().stage).toBe('camera')
  })
})

describe('[EC42] permission', () => {
  it('is asked for once when it was not yet; its answer may take as long as it likes', async () => {
    const local = fakeLocal({ camera: 'not-asked', microphone: 'not-asked', video: null, audio: null })
    const asked: unknown[] = []
    let answer = () => {}
    local.request = (wanted) => {
      asked.push(wanted)
      return new Promise((resolve) => {
        answer = () => {
          local.state.update((now) => ({ ...now, camera: 'refused', microphone: 'on', audio: track('audio') }))
          resolve()
        }
      })
    }
    const check = begin({}, {}, local)
    await check.clock.settle()
    expect(asked).toEqual([{ camera: true, microphone: true }])
    expect(check.run.state.get()).toMatchObject({ stage: 'camera', waiting: 'answer' })
    await check.clock.pass(60_000)
    answer()
    await check.toEnd()
    expect(check.findings()).toMatchObject({ camera: { state: 'refused' }, microphone: { state: 'works' } })
  })

  it('whoever stops does not wait for the answer', async () => {
    const local = fakeLocal({ camera: 'not-asked', microphone: 'not-asked' })
    local.request = never
    const check = begin({}, {}, local)
    await check.clock.settle()
    check.run.stop()
    await check.toEnd()
  })

  it('devices that are there are not asked for again', async () => {
    const check = begin()
    await check.toEnd()
    expect(check.local.asked.filter((what) => what.startsWith('request'))).toEqual([])
  })
})

describe('[EC45] only some parts', () => {
  it('what is left out is off, silent and not measured', async () => {
    const check = begin({}, { camera: false, microphone: false, sound: false, connection: null })
    await check.toEnd()
    expect(check.findings()).toMatchObject({
      camera: { state: 'off' },
      microphone: { state: 'off' },
      speaker: { echo: null },
      connection: null,
    })
  })

  it('"try my camera again" keeps what was found of the rest', async () => {
    const first = begin()
    await first.toEnd()
    const before = { ...first.findings(), camera: null }
    const again = begin({}, { camera: true, microphone: false, sound: false, connection: null, before })
    await again.toEnd()
    const { at: _at, ...parts } = again.findings()
    expect(parts).toEqual({ ...first.findings(), at: undefined })
  })

  it('a voice that was heard while the camera was looked at counts: the microphone keeps nobody waiting', async () => {
    const check = begin()
    await check.clock.until(() => check.findings().microphone !== null)
    expect(check.clock.now()).toBeLessThan(STAGE_MS.microphone)
  })

  it('a stage can be skipped', async () => {
    const check = begin({}, { connection: (_report, signal) => onAbort(signal, { ...MEASURED, state: 'skipped' }) })
    await check.clock.until(() => check.run.state.get().stage === 'connection')
    check.run.skip()
    await check.toEnd()
    expect(check.findings().connection?.state).toBe('skipped')
  })
})
