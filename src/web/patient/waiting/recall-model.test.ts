// Waiting with the page closed, as the patient's page asks for it.
import { expect, it } from 'vitest'
import type { PatientView, Recall } from '#contract/visit'
import { viewOf, WAITING } from '../../../../test/patient/made-up.ts'
import { createStore } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import { createRecall } from './recall-model.ts'

function opened(change: Partial<PatientView> = {}) {
  const view = createStore(viewOf(WAITING, { phone: '07700 900001', ...change }))
  const asked: (string | null)[] = []
  let answer = async (phone: string | null): Promise<PatientView> =>
    viewOf(WAITING, { phone: phone ?? '', ...(phone ? { recall: { by: 'text', toldAt: null } as Recall } : {}) })
  const model = createRecall({ view }, (phone) => {
    asked.push(phone)
    return answer(phone)
  })
  return { view, model, asked, refuse: () => (answer = () => Promise.reject(new Refusal('arrival/phone-not-valid'))) }
}
const settled = () => new Promise<void>((done) => setTimeout(done))

it('[RC2] the number that is known stands there, and which way it is comes with the answer', async () => {
  const { model, asked } = opened()
  model.ask()
  expect(model.state.get()).toMatchObject({ step: 'asking', phone: '07700 900001' })
  model.confirm()
  model.confirm()
  await settled()
  expect(asked).toEqual(['07700 900001'])
  expect(model.state.get()).toMatchObject({ step: 'on', recall: { by: 'text' }, busy: false })
})

it('[RC2] a number that is refused stays in its field', async () => {
  const { model, refuse } = opened()
  refuse()
  model.ask()
  model.typePhone('077')
  model.confirm()
  await settled()
  expect(model.state.get()).toMatchObject({ step: 'asking', phone: '077', busy: false })
  expect(model.state.get().refused).toContain('phone number')
})

it('[RC3] after a reload it is as it was, and the page can stay open after all', async () => {
  const { model, asked } = opened({ recall: { by: 'phone', toldAt: null } })
  expect(model.state.get().step).toBe('on')
  model.stayHere()
  await settled()
  expect(asked).toEqual([null])
  expect(model.state.get()).toMatchObject({ step: 'offered', recall: null })
})

it('[RC4] that it is their turn comes with the visit', () => {
  const { model, view } = opened({ recall: { by: 'text', toldAt: null } })
  view.set(viewOf(WAITING, { recall: { by: 'text', toldAt: 5 } }))
  expect(model.state.get().recall?.toldAt).toBe(5)
  view.set(viewOf(WAITING))
  expect(model.state.get().step).toBe('offered')
})
