// One form, a question a screen. Every change goes to the server a moment later; what has not arrived is kept in the tab, so
// that a reload loses nothing.
import type { FormView } from '#contract/questionnaire'
import { type Answer, type Answers, isQuestion } from '#domain/questionnaire'
import { Form, type Step } from '#domain/questionnaire-form'
import { parseQuestionnaire } from '#domain/questionnaire-parse'
import type { AnswerFault } from '#domain/questionnaire-value'
import type { Later } from '../../kit/later.ts'
import { latestValueSender } from '../../kit/latest-value-sender.ts'
import { createStore, type Readable } from '../../kit/store.ts'

export interface Filling {
  readonly answers: Answers
  readonly step: Step
  /** Counted from 1. */
  readonly number: number
  readonly of: number
  readonly fault: AnswerFault | null
  /** Presses that found a fault, for the error summary. */
  readonly attempt: number
  readonly kept: 'kept' | 'keeping' | 'waiting'
}
export type FormState =
  | ({ readonly at: 'asking' } & Filling)
  /** Asked for, and not answered by the server. */
  | ({ readonly at: 'finishing' } & Filling)
  | { readonly at: 'done' }

/** What this tab keeps of answers that have not arrived. */
export interface AnswerDraft {
  load(): Answers | null
  save(answers: Answers): void
  clear(): void
}

export interface FormWorld {
  readonly form: FormView
  put(answers: Answers, done: boolean): Promise<unknown>
  readonly draft: AnswerDraft
  readonly later: Later
}

export interface FormModel {
  readonly title: string
  readonly copyright: string
  readonly state: Readable<FormState>
  answer(key: string, answers: readonly Answer[]): void
  /** How often the group of this step is filled in. */
  setCount(count: number): void
  next(): void
  /** Null: there is no question before. */
  back: (() => void) | null
  /** Sends what waits now. */
  flush(): void
  close(): void
}

const PAUSE_MS = 400
/** Nothing was heard of it for so long: the person is told. */
const SLOW_MS = 4000

/** Null where the file cannot be asked. */
export function createForm({ form, put, draft, later }: FormWorld): FormModel | null {
  const parsed = parseQuestionnaire(form.source)
  if (!parsed.ok) return null
  const { questionnaire } = parsed
  const unsent = draft.load()
  let answers: Answers = unsent ?? (form.answers as Answers)
  let key = firstOpen()
  let cancel = () => {}
  let cancelSlow = () => {}
  let newest = 0

  const sender = latestValueSender<{ answers: Answers; done: boolean; number: number }>(
    async ({ answers: sent, done, number }) => {
      await put(sent, done)
      if (number !== newest) return
      draft.clear()
      cancelSlow()
      if (done) state.set({ at: 'done' })
      else change({ kept: 'kept' })
    },
    later,
  )

  const state = createStore<FormState>({ at: 'asking', ...shown(), fault: null, attempt: 0, kept: 'kept' })
  if (unsent) send(false)

  /** Where somebody who comes back goes on. */
  function firstOpen(): string {
    const now = new Form(questionnaire, answers)
    const steps = now.steps()
    const open = steps.find(({ key: at, item }) => item && isQuestion(item) && !(at in answers))
    const again = form.doneAt !== null || !open
    return (again ? steps[0] : open)?.key ?? ''
  }

  function shown(): Pick<Filling, 'answers' | 'step' | 'number' | 'of'> {
    const steps = new Form(questionnaire, answers).steps()
    const at = Math.max(
      0,
      steps.findIndex((step) => step.key === key),
    )
    const step = steps[at] ?? { key: '', item: null, headings: [], notes: [], count: 0 }
    key = step.key
    return { answers, step, number: at + 1, of: steps.length }
  }

  function change(part: Partial<Filling>): void {
    const now = state.get()
    if (now.at !== 'done') state.set({ ...now, ...part })
  }

  function send(done: boolean): void {
    cancel()
    cancelSlow()
    newest += 1
    const number = newest
    cancelSlow = later(() => change({ kept: 'waiting' }), SLOW_MS)
    sender.send({ answers, done, number })
  }

  function keep(next: Answers): void {
    answers = next
    draft.save(answers)
    change({ ...shown(), fault: null, kept: 'keeping' })
    cancel()
    newest += 1
    cancel = later(() => send(false), PAUSE_MS)
  }

  function flush(): void {
    const now = state.get()
    if (now.at === 'asking' && now.kept === 'keeping') send(false)
  }

  function move(by: number): void {
    const steps = new Form(questionnaire, answers).steps()
    const next = steps[steps.findIndex((step) => step.key === key) + by]
    if (!next) return
    key = next.key
    change({ ...shown(), fault: null })
  }

  return {
    title: form.title,
    copyright: questionnaire.copyright,
    state,
    answer(of, given) {
      if (state.get().at === 'asking') keep({ ...answers, [of]: given })
    },
    setCount(count) {
      const now = state.get()
      if (now.at !== 'asking' || now.step.item?.type !== 'group') return
      const added = count > now.step.count
      const before = now.number - 1
      keep({ ...answers, [key]: [{ typed: String(count) }] })
      // The questions of the one that was added stand where its group asked.
      const next = added && new Form(questionnaire, answers).steps()[before]
      if (next) key = next.key
      change(shown())
    },
    next() {
      const now = state.get()
      if (now.at !== 'asking') return
      flush()
      const { item } = now.step
      const fault =
        item && isQuestion(item) ? new Form(questionnaire, answers).faultOf(item, answers[key] ?? item.initial) : null
      if (fault) return change({ fault, attempt: now.attempt + 1 })
      if (now.number < now.of) return move(1)
      const [first] = new Form(questionnaire, answers).faults()
      if (first) {
        key = first.key
        return change({ ...shown(), fault: first.fault, attempt: now.attempt + 1 })
      }
      state.set({ ...now, at: 'finishing' })
      send(true)
    },
    get back() {
      const now = state.get()
      if (now.at !== 'asking' || now.number === 1) return null
      return () => {
        flush()
        move(-1)
      }
    },
    flush,
    close() {
      flush()
      cancel()
      cancelSlow()
    },
  }
}
