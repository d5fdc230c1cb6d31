// The page of patients' feedback: full, few, not asked, none, and refused.
import type { FeedbackReport } from '#contract/feedback'
import { createStore } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import type { Example } from '../../ui/example.ts'
import type { FeedbackPageState } from './feedback-model.ts'
import { FeedbackPage } from './feedback-page.tsx'

const AREA = { id: 'a1', name: 'Knee clinic', serviceName: 'Physiotherapy', asks: true, visits: 61, patients: 34 }
const TOLD = {
  answers: {
    media: { yes: 24, partly: 7, no: 3 },
    needs: { yes: 30, partly: 4, no: 0 },
    again: { yes: 22, partly: 5, no: 2 },
  },
  media: {
    good: { patients: 21, poor: 2 },
    weak: { patients: 8, poor: 7 },
    'not-measured': { patients: 5, poor: 1 },
  },
}
const report = (...areas: FeedbackReport['areas']): FeedbackReport => ({ days: 90, fewest: 5, areas })

const page = (name: string, state: FeedbackPageState): Example => ({
  name,
  whole: true,
  draw: () => (
    <main>
      <FeedbackPage model={{ state: createStore(state), load: async () => {} }} />
    </main>
  ),
})
const shown = (name: string, ...areas: FeedbackReport['areas']) =>
  page(name, { kind: 'loaded', report: report(...areas) })

export const examples: readonly Example[] = [
  shown(
    'several areas',
    { ...AREA, told: TOLD },
    {
      ...AREA,
      id: 'a2',
      name: 'Falls prevention and balance, home visits team west',
      patients: 3,
      visits: 12,
      told: null,
    },
    { ...AREA, id: 'a3', name: 'Hand clinic', patients: 0, visits: 4, told: null },
    { ...AREA, id: 'a4', name: 'Nurse drop-in', asks: false, patients: 0, visits: 9, told: null },
  ),
  shown('no area'),
  page('loading', { kind: 'loading' }),
  page('refused', { kind: 'refused', refusal: new Refusal('offline') }),
]
