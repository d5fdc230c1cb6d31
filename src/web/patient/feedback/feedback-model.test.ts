// The questions after the call on the patient's page.
import { expect, it } from 'vitest'
import type { FeedbackBody } from '#contract/feedback'
import { Refusal } from '../../net/api.ts'
import { createFeedback } from './feedback-model.ts'

const settled = () => new Promise<void>((done) => setTimeout(done))

function opened(before: FeedbackBody = {}) {
  const saved: FeedbackBody[] = []
  let refuse = false
  const model = createFeedback({
    read: async () => before,
    save: async (answers) => {
      if (refuse) throw new Refusal('offline')
      saved.push(answers)
      return answers
    },
  })
  return { model, saved, refuse: (yes: boolean) => (refuse = yes) }
}

it('[FB2] each answer goes as it is pressed, and can be changed', async () => {
  const { model, saved } = opened()
  model.answer('media', 'partly')
  model.answer('media', 'no')
  model.answer('needs', 'yes')
  await settled()
  expect(saved).toEqual([{ media: 'partly' }, { media: 'no' }, { needs: 'yes' }])
  expect(model.state.get()).toEqual({
    answers: { media: 'no', needs: 'yes' },
    saving: false,
    failed: false,
    complete: false,
  })
  model.answer('again', 'partly')
  await settled()
  expect(model.state.get().complete).toBe(true)
})

it('[FB2] after a reload what was answered stands there', async () => {
  const { model } = opened({ again: 'no' })
  await settled()
  expect(model.state.get().answers).toEqual({ again: 'no' })
})

it('[FB2] an answer that does not get through is not shown as given, and says so', async () => {
  const { model, refuse, saved } = opened()
  model.answer('media', 'yes')
  await settled()
  refuse(true)
  model.answer('media', 'no')
  model.answer('needs', 'yes')
  await settled()
  expect(model.state.get()).toMatchObject({ answers: { media: 'yes' }, failed: true, saving: false })
  refuse(false)
  model.answer('needs', 'yes')
  await settled()
  expect(model.state.get()).toMatchObject({ answers: { media: 'yes', needs: 'yes' }, failed: false })
  expect(saved).toEqual([{ media: 'yes' }, { needs: 'yes' }])
})
