// Getting ready for an appointment, on any day before it: three steps in any order, each kept as it is done. It decides what
// is shown and what is sent; camera and sound are opened in the second step alone.
import type { InvitationView, OwnPreparation, PrepareBody } from '#contract/appointment'
import type { EquipmentFindings } from '#domain/equipment'
import { judgeEquipment, type Readiness } from '#domain/equipment-verdict'
import { LONGEST_QUESTIONS, type PreparationStep } from '#domain/preparation'
import type { Later } from '../../kit/later.ts'
import { latestValueSender } from '../../kit/latest-value-sender.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import type { PracticeModel } from '../practice/practice-model.ts'
import type { Prepared, PrepareModel } from '../prepare/prepare-model.ts'

export type PreparationState =
  | { readonly at: 'overview' }
  | { readonly at: 'read' }
  /** Which device, and where to put it. */
  | { readonly at: 'device'; readonly prepare: PrepareModel }
  | { readonly at: 'check'; readonly practice: PracticeModel }
  | { readonly at: 'tell' }

export interface PreparationModel {
  readonly view: InvitationView
  readonly state: Readable<PreparationState>
  readonly kept: Readable<OwnPreparation>
  /** What was asked of the calendar; `failed`: it did not come. */
  readonly calendar: Readable<'idle' | 'busy' | 'failed'>
  begin(step: PreparationStep): void
  /** Back to the three steps; what was typed and found is kept. */
  back(): void
  /** The step that is shown is done. */
  done(): void
  typeQuestions(questions: string): void
  addToCalendar(): Promise<void>
  readiness(findings: EquipmentFindings | null): Readiness
}

type Change = Omit<PrepareBody, 'secret'>

export interface PreparationWorld {
  readonly view: InvitationView
  /** Throws `Refusal`. */
  save(change: Change): Promise<OwnPreparation>
  openPrepare(whose: Prepared, placed: () => void): PrepareModel
  openPractice(report: (findings: EquipmentFindings) => void): PracticeModel
  /** Hands a file to the browser. Throws `Refusal`. */
  addToCalendar(): Promise<void>
  now(): number
  readonly later: Later
}

const TYPED_MS = 1000

/** Whether preparing is what the page shows. Once they may come in, only who is in the middle of a step goes on with it. */
export const goesOn = (opening: InvitationView['state'], at: PreparationState['at']): boolean =>
  opening === 'early' || (opening === 'open' && at !== 'overview')

export function createPreparation(world: PreparationWorld): PreparationModel {
  const { view } = world
  const state = createStore<PreparationState>({ at: 'overview' })
  const kept = createStore(view.preparation)
  const calendar = createStore<'idle' | 'busy' | 'failed'>('idle')
  let unsaved: Change = {}
  let stopTyping = () => {}

  const sender = latestValueSender<Change>(async (change) => {
    const { steps } = await world.save(change)
    if (unsaved === change) unsaved = {}
    // What was said meanwhile is newer here.
    kept.update((now) => ({ ...now, steps }))
  }, world.later)
  const keep = (change: Change) => {
    unsaved = { ...unsaved, ...change }
    sender.send(unsaved)
  }
  const know = (change: Partial<OwnPreparation>) => kept.update((now) => ({ ...now, ...change }))
  const finish = (step: PreparationStep) => know({ steps: { ...kept.get().steps, [step]: true } })

  /** As the talk about devices knows who it is with. */
  const prepared: Prepared = {
    view: createStore({ ...view, talk: view.preparation.talk, equipment: null, state: { status: 'waiting' } }),
    takenOver: createStore(false),
    keepTalk: (talk) => keep({ talk }),
    keepEquipment() {},
    serverNow: world.now,
  }

  function leave(): void {
    const now = state.get()
    if (now.at === 'device') now.prepare.close()
    if (now.at === 'check') now.practice.close()
    if (now.at === 'tell') sendTyped()
  }
  function show(next: PreparationState): void {
    leave()
    state.set(next)
  }
  function sendTyped(): void {
    stopTyping()
    const { questions } = kept.get()
    if (questions !== view.preparation.questions || unsaved.questions !== undefined) keep({ questions })
  }

  function look(): void {
    const practice = world.openPractice((equipment) => {
      know({ equipment })
      finish('device')
      keep({ equipment })
    })
    show({ at: 'check', practice })
    practice.begin()
  }

  return {
    view,
    state,
    kept,
    calendar,
    begin(step) {
      if (step !== 'device') show({ at: step })
      // Whoever has been through the questions tries camera and sound at once.
      else if (kept.get().talk.agreed) look()
      else show({ at: 'device', prepare: world.openPrepare(prepared, look) })
    },
    back: () => show({ at: 'overview' }),
    done() {
      const { at } = state.get()
      if (at === 'read') {
        finish('read')
        keep({ read: true })
      }
      // Whether a form is left open, the clinic knows.
      if (at === 'tell') keep({ told: true })
      show({ at: 'overview' })
    },
    typeQuestions(typed) {
      know({ questions: typed.slice(0, LONGEST_QUESTIONS) })
      stopTyping()
      stopTyping = world.later(() => keep({ questions: kept.get().questions }), TYPED_MS)
    },
    async addToCalendar() {
      calendar.set('busy')
      try {
        await world.addToCalendar()
        calendar.set('idle')
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        calendar.set('failed')
      }
    },
    readiness: (findings) =>
      judgeEquipment(findings, {
        ...{ role: 'patient', participants: 2, view: view.plan.view, avoid: view.plan.devices.avoid },
      }),
  }
}
