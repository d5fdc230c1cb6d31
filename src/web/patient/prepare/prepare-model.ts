// What a patient can do to get ready while they wait, one step after the other: the talk about devices, where to put the
// device, the check. Every step can be left out. Keeps with the visit what is said and found; draws nothing.

import type { PatientView } from '#contract/visit'
import { type Advice, type AgreedDevice, agreedStill, type DeviceAnswers } from '#domain/advice'
import { adviseDevice } from '#domain/advice-rules'
import { type EquipmentFindings, isChecked } from '#domain/equipment'
import { judgeEquipment, type Readiness } from '#domain/equipment-verdict'
import type { BodyPart, DeviceKind, Purpose } from '#domain/plan'
import { DEFAULT_PURPOSE, purposeOf, purposeOfPlan } from '#domain/plan-catalogue'
import { createStore, type Readable } from '../../kit/store.ts'
import { isThis, ownKind, type ThisDevice } from '../door/this-device.ts'
import type { PatientVisitModel } from '../visit-model.ts'
import { type CheckModel, type CheckWorld, createCheck } from './check-model.ts'
import { type Answer, answered, answeredOf, nextQuestion, type Question, questionBefore, questionsFor } from './talk.ts'

export type PrepareStep =
  | { readonly at: 'question'; readonly question: Question; readonly number: number; readonly total: number }
  | { readonly at: 'advice' }
  /** They go to another device of theirs: how. */
  | { readonly at: 'change'; readonly device: DeviceKind }
  | { readonly at: 'place' }
  | { readonly at: 'check' }
  | { readonly at: 'ready' }

export interface PrepareState {
  readonly step: PrepareStep
  readonly answers: DeviceAnswers
  readonly agreed: AgreedDevice | null
  readonly purpose: Purpose
  readonly advice: Advice
  /** Ticked: this device remembers that it worked. Null: this browser keeps nothing. */
  readonly remembered: boolean | null
  /** Null where there is nothing to go back to. */
  readonly back: (() => void) | null
}

export interface PrepareModel {
  readonly state: Readable<PrepareState>
  readonly check: CheckModel
  readonly here: ThisDevice
  /** All of this was in the picture when the person had placed themselves: the practitioner sees that. */
  inFrame(parts: readonly BodyPart[]): void
  /** Answers the question that is shown, and shows the next. */
  answer(answer: Answer): void
  /** "We agreed": this is the device. Goes on with it, or says how to change to it. */
  agree(device: DeviceKind): void
  /** Goes on with the device in hand, whatever was suggested. */
  stay(): void
  /** The way to the next step, whatever this one is. */
  next(): void
  checkAgain(): void
  remember(yes: boolean): void
  readiness(findings: EquipmentFindings | null): Readiness
  close(): void
}

/** Whose preparation it is: a visit's, or before the day an appointment's. What is said and found is kept with it. */
export interface Prepared extends Pick<PatientVisitModel, 'takenOver' | 'keepTalk' | 'keepEquipment' | 'serverNow'> {
  readonly view: Readable<
    Pick<PatientView, 'firstName' | 'plan' | 'talk' | 'equipment'> & { readonly state: { readonly status: string } }
  >
}

export interface PrepareWorld extends Omit<CheckWorld, 'report'> {
  readonly here: ThisDevice
  readonly lastWorked: LastWorkedShelf
  /** The device stands where it should, and the check is somebody else's. Unset: it follows here. */
  placed?(): void
}

/** What the browser keeps if the person wishes: which kind of device worked, and on which day. Nothing about them. */
export interface LastWorkedShelf {
  readonly possible: boolean
  kept(): boolean
  keep(yes: boolean): void
}

export function createPrepare(visit: Prepared, world: PrepareWorld): PrepareModel {
  const first = visit.view.get()
  const check = createCheck({ ...world, report: (findings) => visit.keepEquipment(findings) }, first.equipment)
  let done = answeredOf(first.talk.answers)
  let seen = inOneLine(first.talk.answers)
  let sent = seen
  let unsaid = false

  const start = startingAnswers(first.talk.answers)
  const state = createStore<PrepareState>({
    step: firstStep(),
    answers: start,
    agreed: first.talk.agreed,
    purpose: purposeNow(),
    advice: advise(start, first.talk.agreed),
    remembered: world.lastWorked.possible ? world.lastWorked.kept() : null,
    back: null,
  })
  const change = (part: Partial<PrepareState>) => {
    state.update((before) => {
      const next = { ...before, ...part }
      return { ...next, purpose: purposeNow(), advice: advise(next.answers, next.agreed), back: wayBack(next) }
    })
  }

  function startingAnswers(said: DeviceAnswers): DeviceAnswers {
    // They hold the one they are reading this on: it is ticked for them, and may be unticked.
    return said.devices.length === 0 && world.here !== 'computer' ? { ...said, devices: [world.here] } : said
  }

  function firstStep(): PrepareStep {
    if (isChecked(first.equipment)) return { at: 'ready' }
    if (first.talk.agreed) return { at: first.talk.agreed.by === 'patient' ? 'place' : 'advice' }
    return questionOr({ at: 'advice' }, startingAnswers(first.talk.answers))
  }

  function questionOr(otherwise: PrepareStep, answers: DeviceAnswers): PrepareStep {
    const question = nextQuestion(answers, done)
    if (!question) return otherwise
    const asked = questionsFor(answers)
    return { at: 'question', question, number: asked.indexOf(question) + 1, total: asked.length }
  }

  function purposeNow(): Purpose {
    const { plan } = visit.view.get()
    const found = purposeOfPlan(plan) ?? purposeOf(DEFAULT_PURPOSE)
    if (!found) throw new Error('the catalogue has no default purpose')
    return found
  }

  function advise(answers: DeviceAnswers, agreed: AgreedDevice | null): Advice {
    return adviseDevice({
      role: 'patient',
      purpose: purposeNow(),
      answers,
      answered: done.has('devices'),
      agreed,
      equipment: check.findings.get(),
      participants: 2,
      now: visit.serverNow(),
    })
  }

  function wayBack({ step, answers }: PrepareState): (() => void) | null {
    const before =
      step.at === 'question'
        ? questionBefore(answers, step.question)
        : step.at === 'advice'
          ? lastOf(questionsFor(answers))
          : null
    if (!before) return step.at === 'change' ? () => change({ step: { at: 'advice' } }) : null
    return () => {
      const asked = questionsFor(answers)
      const number = asked.indexOf(before) + 1
      change({ step: { at: 'question', question: before, number, total: asked.length } })
    }
  }

  function keep(agreed: DeviceKind | null): void {
    const { answers } = state.get()
    sent = inOneLine(answers)
    unsaid = false
    visit.keepTalk({ answers: { ...answers, devices: [...answers.devices], ownKit: [...answers.ownKit] }, agreed })
  }

  // What a practitioner answers or agrees with them, and another plan, are shown at once; a question that is being read
  // stays where it is.
  const stopWatching = visit.view.subscribe(({ state: { status }, talk }) => {
    if (status !== 'waiting') return giveWay()
    const { step, agreed, answers: before } = state.get()
    const said = inOneLine(talk.answers)
    const theirs = said !== seen && said !== sent
    seen = said
    const agreedNow = talk.agreed?.by === 'practitioner' && talk.agreed.at !== agreed?.at
    if (theirs) done = new Set([...done, ...answeredOf(talk.answers)])
    const talking = step.at === 'question' || step.at === 'change'
    change({
      ...(theirs ? { answers: startingAnswers(talk.answers) } : {}),
      agreed: talk.agreed ?? agreedStill(agreed, before.devices, talk.answers.devices),
      ...(agreedNow && talking ? { step: { at: 'advice' } } : {}),
    })
  })
  const stopTakenOver = visit.takenOver.subscribe((taken) => {
    if (taken) check.stop()
  })

  function giveWay(): void {
    check.stop()
    if (unsaid) keep(null)
  }

  function agree(device: DeviceKind): void {
    const { firstName } = visit.view.get()
    keep(device)
    const agreed: AgreedDevice = { device, by: 'patient', byName: firstName, at: visit.serverNow() }
    change({ agreed, step: isThis(device, world.here) ? { at: 'place' } : { at: 'change', device } })
  }

  return {
    state,
    check,
    here: world.here,
    inFrame: check.keepInFrame,
    answer(answer) {
      const { step } = state.get()
      if (step.at !== 'question' || step.question !== answer.to) return
      done = new Set([...done, answer.to])
      const before = state.get()
      const answers = answered(before.answers, answer)
      change({ answers, agreed: agreedStill(before.agreed, before.answers.devices, answers.devices) })
      const next = questionOr({ at: 'advice' }, answers)
      unsaid = next.at === 'question'
      if (!unsaid) keep(null)
      change({ step: next })
    },
    agree,
    stay() {
      const { devices } = state.get().answers
      const mine = devices.find((device) => isThis(device, world.here))
      if (mine || world.here !== 'computer') agree(mine ?? ownKind(world.here))
      // A computer of which it was not said whether it is a laptop: nothing can be agreed of it.
      else change({ agreed: null, step: { at: 'place' } })
    },
    next() {
      const { step } = state.get()
      if (step.at === 'question' || step.at === 'advice' || step.at === 'change') {
        if (unsaid) keep(null)
        change({ step: { at: 'place' } })
      } else if (step.at === 'place') {
        if (world.placed) return world.placed()
        change({ step: { at: 'check' } })
        if (check.step.get().at === 'not-begun') check.begin()
      } else change({ step: { at: 'ready' } })
    },
    checkAgain() {
      change({ step: { at: 'check' } })
      check.again()
    },
    remember(yes) {
      world.lastWorked.keep(yes)
      change({ remembered: world.lastWorked.kept() })
    },
    readiness(findings) {
      const { view, devices } = visit.view.get().plan
      return judgeEquipment(findings, { role: 'patient', participants: 2, view, avoid: devices.avoid })
    },
    close() {
      stopWatching()
      stopTakenOver()
      if (unsaid) keep(null)
      check.giveWay()
    },
  }
}

/** To tell whether two people answered the same. */
function inOneLine(answers: DeviceAnswers): string {
  const { devices, preference, canHold, canMoveDevice, alone, helperCanHold, stand, ownKit } = answers
  return JSON.stringify([devices, preference, canHold, canMoveDevice, alone, helperCanHold, stand, ownKit])
}

const lastOf = (questions: readonly Question[]): Question | null => questions[questions.length - 1] ?? null
