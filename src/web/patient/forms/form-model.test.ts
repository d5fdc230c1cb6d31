import { expect, test } from 'vitest'
import type { FormView } from '#contract/questionnaire'
import type { Answers } from '#domain/questionnaire'
import { ask, fileOf, type Json, when } from '../../../../test/questionnaires/made-up.ts'
import { Refusal } from '../../net/api.ts'
import { type AnswerDraft, createForm } from './form-model.ts'

const ITEMS = [
  ask('a', 'boolean', { required: true }),
  ask('b', 'integer', { enableWhen: [when('a', '=', { answerBoolean: true })] }),
  ask('c', 'string'),
]

function open(items: readonly Json[] = ITEMS, answers: Answers = {}, kept: Answers | null = null) {
  const [sent, timers] = [[] as [Answers, boolean][], [] as { run: () => void; ms: number; off: boolean }[]]
  let down = false
  const drafts: { now: Answers | null } = { now: kept }
  const draft: AnswerDraft = {
    load: () => drafts.now,
    save(value) {
      drafts.now = value
    },
    clear() {
      drafts.now = null
    },
  }
  const form: FormView = {
    ...{ id: 'f', title: 'Made up', source: fileOf(items), answers: answers as FormView['answers'] },
    ...{ askedAt: 0, savedAt: null, doneAt: null },
  }
  const model = createForm({
    form,
    draft,
    async put(given, done) {
      if (down) throw new Refusal('offline')
      sent.push([given, done])
    },
    later(run, ms) {
      const timer = { run, ms, off: false }
      timers.push(timer)
      return () => {
        timer.off = true
      }
    },
  })
  if (!model) throw new Error('not asked')
  const pass = async () => {
    for (const timer of timers.splice(0)) if (!timer.off && timer.ms < 4000) timer.run()
    await new Promise((resolve) => setTimeout(resolve))
  }
  return {
    model,
    sent,
    drafts,
    pass,
    network: (up: boolean) => {
      down = !up
    },
  }
}

const at = ({ model }: ReturnType<typeof open>) => {
  const state = model.state.get()
  return state.at === 'done' ? 'done' : state.step.key
}

test('[QN18] one question after the other, those that are asked now, and back', async () => {
  const form = open()
  form.model.answer('a', [{ option: 'false' }])
  form.model.next()
  expect(at(form)).toBe('c')
  form.model.back?.()
  form.model.answer('a', [{ option: 'true' }])
  form.model.next()
  expect(at(form)).toBe('b')
  expect(form.model.state.get()).toMatchObject({ number: 2, of: 3 })
})

test('[QN18] an answer that cannot stand is said at its question, and the next press sees it mended', async () => {
  const form = open()
  form.model.next()
  expect(form.model.state.get()).toMatchObject({ fault: { reason: 'missing' }, attempt: 1 })
  form.model.answer('a', [{ option: 'true' }])
  expect(form.model.state.get()).toMatchObject({ fault: null })
  form.model.next()
  form.model.answer('b', [{ typed: 'three' }])
  form.model.next()
  expect(form.model.state.get()).toMatchObject({ fault: { reason: 'not-a-number' } })
})

test('[QN19] what is typed is kept at once in the tab, and a moment later by the server', async () => {
  const form = open()
  form.model.answer('a', [{ option: 'true' }])
  expect(form.drafts.now).toEqual({ a: [{ option: 'true' }] })
  expect(form.model.state.get()).toMatchObject({ kept: 'keeping' })
  await form.pass()
  expect(form.sent).toEqual([[{ a: [{ option: 'true' }] }, false]])
  expect(form.drafts.now).toBeNull()
  expect(form.model.state.get()).toMatchObject({ kept: 'kept' })
})

test('[QN19] a reload loses nothing that was not sent, and goes on at the first question without an answer', async () => {
  const form = open(ITEMS, { a: [{ option: 'true' }] }, { a: [{ option: 'true' }], b: [{ typed: '7o' }] })
  expect(at(form)).toBe('c')
  await form.pass()
  expect(form.sent).toEqual([[{ a: [{ option: 'true' }], b: [{ typed: '7o' }] }, false]])
})

test('[QN19] without a network it is kept in the tab, and is sent once there is one; then it is done', async () => {
  const form = open([ask('c', 'string')])
  form.network(false)
  form.model.answer('c', [{ typed: 'Hello' }])
  form.model.next()
  await form.pass()
  expect(form.model.state.get()).toMatchObject({ at: 'finishing' })
  expect(form.drafts.now).toEqual({ c: [{ typed: 'Hello' }] })
  form.network(true)
  await form.pass()
  expect(form.sent).toEqual([[{ c: [{ typed: 'Hello' }] }, true]])
  expect(at(form)).toBe('done')
})

test('[QN18] a group is filled in as often as is wanted', () => {
  const form = open([{ linkId: 'm', type: 'group', text: 'Medicine', repeats: true, item: [ask('name', 'string')] }])
  form.model.next()
  expect(at(form)).toBe('m')
  form.model.setCount(2)
  expect(at(form)).toBe('name#1')
  form.model.next()
  expect(form.model.state.get()).toMatchObject({ step: { key: 'm', count: 2 } })
  form.model.setCount(1)
  expect(at(form)).toBe('m')
})
