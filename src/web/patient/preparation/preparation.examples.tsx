// Getting ready before the day, at each of its steps, for looking at.
import type { InvitationView } from '#contract/appointment'
import type { PreparationSteps } from '#domain/preparation'
import { NO_STEPS } from '#domain/preparation'
import { fakeLocal } from '../../../../test/call/fake-call.ts'
import { someFindings } from '../../../../test/made-up-findings.ts'
import { NO_TALK } from '../../../../test/made-up-plan.ts'
import { createStore } from '../../kit/store.ts'
import type { Example } from '../../ui/example.ts'
import { Page } from '../../ui/page/page.tsx'
import { IPHONE, shownEquipment } from '../equipment/equipment.examples.tsx'
import { FormScreen } from '../forms/form-screen.tsx'
import type { FormsModel } from '../forms/forms-model.ts'
import { FormCards, OwnForms } from '../forms/forms-screen.tsx'
import type { PracticeStep } from '../practice/practice-model.ts'
import { shownCheck } from '../prepare/prepare.examples.tsx'
import { QuickExit } from '../quick-exit/quick-exit-button.tsx'
import { createPreparation, type PreparationState } from './preparation-model.ts'
import { PreparationScreen } from './preparation-screen.tsx'

const press = () => {}
const NOW = Date.UTC(2027, 2, 1, 9)
const DAY = 24 * 60 * 60_000

const VIEW: InvitationView = {
  ...{ state: 'early', firstName: 'Margaret', lastName: 'Hollis', dateOfBirth: '1948-03-03', phone: '' },
  ...{ startsAt: NOW + 3 * DAY, opensAt: NOW + 3 * DAY - 30 * 60_000, minutes: 30, timeZone: 'Europe/London' },
  ...{ practitionerName: 'Amara Okafor', practitionerTitle: 'Physiotherapist', organisationName: 'Hillside Health' },
  ...{ areaName: 'Physiotherapy', slug: 'physiotherapy', consent: '', visitId: null, now: NOW },
  plan: {
    ...{ id: 'walking-and-balance', basedOn: 'walking-and-balance', view: 'whole-body' },
    devices: { first: ['laptop', 'tablet'], second: ['smartphone'], avoid: ['desktop'] },
    wording: { name: null, reason: null, position: null, wear: null, have: null, safety: null },
  },
  preparation: { steps: NO_STEPS, talk: NO_TALK, equipment: null, questions: '' },
}

const forms = (titles: readonly string[]): FormsModel => ({
  state: createStore({
    at: 'list',
    forms: titles.map((title) => ({
      ...{ id: title, title, source: '', answers: {}, askedAt: NOW, savedAt: null, doneAt: null },
    })),
  }),
  ...{ load: press, open: press, close: press },
})

interface Shown {
  state?: PreparationState
  steps?: PreparationSteps
  view?: Partial<InvitationView>
  titles?: readonly string[]
  questions?: string
  isTime?: boolean
}

const page = (name: string, shown: Shown = {}): Example => ({
  name,
  whole: true,
  draw() {
    const { state, steps = NO_STEPS, view, titles = [], questions = '', isTime = false } = shown
    const preparation = { ...VIEW.preparation, steps, questions }
    const model = createPreparation({
      view: { ...VIEW, preparation, ...view },
      save: () => new Promise(() => {}),
      openPrepare: () => {
        throw new Error('nothing is opened here')
      },
      openPractice: () => {
        throw new Error('nothing is opened here')
      },
      addToCalendar: async () => {},
      now: () => NOW,
      later: () => press,
    })
    return (
      <Page organisation="Hillside Health" part="Physiotherapy" sample aside={<QuickExit />}>
        <PreparationScreen
          model={{ ...model, ...(state && { state: createStore(state) }) }}
          forms={{ model: forms(titles), FormCards, FormScreen, OwnForms }}
          photos={{
            ...{ state: createStore({ photos: [], sentBefore: 1 }), left: () => 4 },
            ...{ add: press, remove: press },
          }}
          here={IPHONE}
          local={fakeLocal()}
          when="on Thursday 4 March at 9am"
          opens="on Thursday 4 March at 8:30am"
          comeIn={isTime ? press : null}
        />
      </Page>
    )
  },
})

const practising = (step: PracticeStep): PreparationState => ({
  at: 'check',
  practice: {
    ...{ step: createStore(step), welcome: createStore(null), begin: press, close: press },
    readiness: () => {
      throw new Error('judged by the plan')
    },
  },
})

export const examples: readonly Example[] = [
  page('nothing done'),
  page('one done', { steps: { ...NO_STEPS, read: true } }),
  page('all done', { steps: { read: true, device: true, tell: true } }),
  page('anyone, long names', {
    view: {
      ...{ practitionerName: null, firstName: 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh' },
      ...{ organisationName: 'Hillside Health' },
    },
  }),
  page('what will happen', { state: { at: 'read' } }),
  page('camera and sound', { state: practising({ at: 'equipment', equipment: shownEquipment({ at: 'explain' }) }) }),
  page('checked', { state: practising({ at: 'check', check: shownCheck({ at: 'done' }, someFindings(NOW)) }) }),
  page('tell us', { state: { at: 'tell' }, titles: ['Before your visit', 'Have you had a fall?'] }),
  page('tell us, nothing asked', { state: { at: 'tell' }, questions: 'May I swim again?' }),
  page('it is time, in a step', { state: { at: 'read' }, isTime: true }),
]
