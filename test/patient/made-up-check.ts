// A check whose every step the tests take by hand.
import { type ConnectionFinding, type EquipmentFindings, NOTHING_FOUND } from '#domain/equipment'
import type { EquipmentParts, EquipmentProgress, EquipmentRun } from '../../src/web/checks/equipment-run.ts'
import { createStore } from '../../src/web/kit/store.ts'
import type { CheckWorld } from '../../src/web/patient/prepare/check-model.ts'
import { handClock, NINE } from './made-up.ts'

export const CAMERA = {
  state: 'works',
  lines: 1080,
  fps: 30,
  brightness: 0.5,
  light: 'good',
  zoom: false,
  panTilt: false,
  torch: false,
  canFlip: false,
} as const

export const SPEAKER = { heard: null, echoDb: null, echo: 'none', headset: false, canChoose: false } as const

export const FAST: ConnectionFinding = {
  state: 'measured',
  upMbps: 8,
  downMbps: 20,
  roundTripMs: 30,
  jitterMs: 2,
  lossPercent: 0,
  via: 'relay',
  open: ['udp'],
  usedMB: 9,
  seconds: 12,
}

export function madeUpCheck() {
  const clock = handClock()
  const told = { reports: [] as EquipmentFindings[], runs: [] as EquipmentParts[], stopped: 0, aborted: 0, reopened: 0 }
  const facts = { mayCost: false, heard: null as boolean | null }
  const state = createStore<EquipmentProgress>({
    findings: NOTHING_FOUND,
    stage: 'device',
    progress: 0,
    waiting: null,
    sound: null,
  })
  let finish = (_: EquipmentFindings) => {}
  let measured = (_: ConnectionFinding) => {}
  let share = (_share: number, _sofar: ConnectionFinding) => {}
  const run = (parts: EquipmentParts): EquipmentRun => {
    told.runs.push(parts)
    return {
      state,
      finished: new Promise((resolve) => {
        finish = resolve
      }),
      skip() {},
      sayHeard(heard) {
        const { speaker } = state.get().findings
        if (speaker) know({ speaker: { ...speaker, heard } })
      },
      stop() {
        told.stopped++
        finish(state.get().findings)
      },
    }
  }
  const know = (found: Partial<EquipmentFindings>) =>
    state.update((before) => ({ ...before, findings: { ...before.findings, ...found, at: NINE } }))
  const world: CheckWorld = {
    parts: () => ({ camera: true, microphone: true, sound: true }),
    run,
    reopen: () => told.reopened++,
    measure: (report, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => told.aborted++)
        share = report
        measured = resolve
      }),
    mayCost: () => facts.mayCost,
    heard: () => facts.heard,
    report: (findings) => told.reports.push(findings),
    now: () => NINE,
    later: clock.later,
  }
  return {
    world,
    clock,
    told,
    facts,
    state,
    know,
    devicesDone: () => finish(state.get().findings),
    share: (done: number, sofar: ConnectionFinding) => share(done, sofar),
    connectionDone: (finding: ConnectionFinding) => measured(finding),
  }
}
