// What is done, and when, while a call that should bring picture and sound brings neither: what is said first, then the own
// camera off so that the line has room for the sound, then the phone is offered. Knows no screen and no words.
import { later } from '../kit/later.ts'
import { createStore, type Readable } from '../kit/store.ts'
import type { StageFace } from './stage/stage-model.ts'

export type Rung = 'none' | 'trying' | 'camera-off' | 'phone'

/** Since when nothing comes, ms. A path that is made anew takes 2 to 8 seconds: before the first nothing is said. */
const RUNGS = [
  { rung: 'trying', after: 10_000 },
  { rung: 'camera-off', after: 20_000 },
  { rung: 'phone', after: 45_000 },
] as const satisfies readonly { rung: Rung; after: number }[]

export interface LadderPorts {
  /** Turns the own camera off, and says whether it was on. */
  cameraOff(): boolean
  /** Turns on again what `cameraOff` turned off, if the call still wants a picture. */
  cameraOn(): void
  /** The phone is offered now. */
  failed?(): void
  /** Picture or sound came after that. */
  cameBack?(): void
}

interface Ladder {
  readonly rung: Readable<Rung>
  /** Whether neither picture nor sound comes. */
  hear(without: boolean): void
  /** Whether the own camera is on now, whoever turned it. Turned on by hand, it is the person's own again. */
  camera(isOn: boolean): void
  /** The call is over for this page: whatever comes next, no camera goes on. */
  close(): void
}

export function createLadder(ports: LadderPorts): Ladder {
  const rung = createStore<Rung>('none')
  let isWithout = false
  let tookCamera = false
  let cameraIsOff = false
  let timers: (() => void)[] = []

  function climb(to: Rung): void {
    if (to === 'camera-off') tookCamera = ports.cameraOff()
    rung.set(to)
    if (to === 'phone') ports.failed?.()
  }

  function stop(): void {
    for (const stopOne of timers) stopOne()
    timers = []
  }

  return {
    rung,
    hear(without) {
      if (without === isWithout) return
      isWithout = without
      if (without) {
        timers = RUNGS.map((each) => later(() => climb(each.rung), each.after))
        return
      }
      const failed = rung.get() === 'phone'
      stop()
      if (tookCamera) ports.cameraOn()
      tookCamera = false
      rung.set('none')
      if (failed) ports.cameBack?.()
    },
    camera(isOn) {
      if (isOn && cameraIsOff) tookCamera = false
      cameraIsOff = !isOn
    },
    close: stop,
  }
}

/** Neither picture nor sound comes, and both should. */
export const isWithoutMedia = ({ kind }: StageFace) => kind === 'connecting' || kind === 'reconnecting'
