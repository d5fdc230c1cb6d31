// A check without a browser, for tests: a made-up camera, microphone, speaker and clock, all well unless a test says otherwise.
import type { ConnectionFinding, DeviceFinding } from '#domain/equipment'
import { type CameraSeen, NO_ABILITY } from '../../src/web/checks/camera.ts'
import { type EquipmentParts, type EquipmentProgress, runEquipmentCheck } from '../../src/web/checks/equipment-run.ts'
import type { EquipmentWorld } from '../../src/web/checks/equipment-world.ts'
import type { SoundWindow } from '../../src/web/checks/microphone.ts'
import { createStore } from '../../src/web/kit/store.ts'
import { type FakeLocal, fakeLocal, type LOCAL_ON } from '../call/fake-call.ts'

export const IPHONE = { system: 'ios' } as DeviceFinding
export const LAPTOP = { system: 'windows' } as DeviceFinding
export const GOOD: CameraSeen = {
  lines: 720,
  fps: 30,
  looks: [1, 2].map((print) => ({ brightness: 0.5, spread: 0.2, middle: 0.5, edges: 0.5, print })),
  watchedMs: 1500,
  muted: false,
  able: NO_ABILITY,
}
export const SPOKEN: SoundWindow[] = Array.from({ length: 30 }, (_, i) => ({
  rmsDb: i % 2 === 0 ? -25 : -70,
  peakDb: -20,
  clipped: 0,
}))
export const MEASURED: ConnectionFinding = {
  state: 'measured',
  upMbps: 5,
  downMbps: 20,
  roundTripMs: 30,
  jitterMs: 1,
  lossPercent: 0,
  via: 'relay',
  open: ['udp'],
  usedMB: 8,
  seconds: 9,
}

export const track = (kind: string) => ({ kind }) as MediaStreamTrack
export const never = () => new Promise<never>(() => {})
export const onAbort = <T>(signal: AbortSignal, value: T) =>
  new Promise<T>((resolve) => signal.addEventListener('abort', () => resolve(value)))
const ALL: EquipmentParts = { camera: true, microphone: true, sound: true, connection: async () => MEASURED }

/** Time that goes by itself, as fast as the check lets it: each step runs what is due next. */
function createClock() {
  let at = 0
  let waiting: { due: number; run: () => void }[] = []
  const settle = async () => {
    for (let turn = 0; turn < 200; turn++) await Promise.resolve()
  }
  return {
    now: () => at,
    later(run: () => void, ms: number) {
      const one = { due: at + ms, run }
      waiting.push(one)
      return () => {
        waiting = waiting.filter((other) => other !== one)
      }
    },
    settle,
    async until(holds: () => boolean) {
      await settle()
      for (let step = 0; !holds(); step++) {
        const next = waiting.sort((a, b) => a.due - b.due)[0]
        if (!next || step > 2000) throw new Error(`nothing more happens at ${at} ms`)
        waiting = waiting.filter((other) => other !== next)
        at = Math.max(at, next.due)
        next.run()
        await settle()
      }
    },
    pass(ms: number) {
      const end = at + ms
      const stop = this.later(() => {}, ms)
      return this.until(() => at >= end).finally(stop)
    },
  }
}

export function begin(
  change: Partial<EquipmentWorld> = {},
  parts: Partial<EquipmentParts> = {},
  local: FakeLocal = running(),
) {
  const clock = createClock()
  const seen = createStore(true)
  const world: EquipmentWorld = {
    local,
    now: clock.now,
    today: () => 1_000_000 + clock.now(),
    later: clock.later,
    seen,
    lookAtDevice: async () => LAPTOP,
    watchCamera: async () => GOOD,
    listen: () => ({ windows: () => SPOKEN, close() {} }),
    soundNames: async () => ({ microphone: 'Internal Microphone', speaker: 'Speakers' }),
    playSweep: async (_speaker, microphone) => microphone && { likeness: 0.8, gainDb: -30 },
    canChooseSpeaker: true,
    ...change,
  }
  const run = runEquipmentCheck(world, { ...ALL, ...parts })
  const history: EquipmentProgress[] = [run.state.get()]
  run.state.subscribe((state) => history.push(state))
  let finished = false
  void run.finished.then(() => {
    finished = true
  })
  const findings = () => run.state.get().findings
  return {
    run,
    clock,
    seen,
    local,
    history,
    findings,
    toEnd: () => clock.until(() => finished),
    finished: () => finished,
  }
}

/** Both devices on, with tracks. */
export function running(change: Partial<typeof LOCAL_ON> = {}): FakeLocal {
  return fakeLocal({ camera: 'on', microphone: 'on', video: track('video'), audio: track('audio'), ...change })
}
