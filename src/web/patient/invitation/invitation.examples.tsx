// A personal link at each of its steps, for looking at.
import type { InvitationView } from '#contract/appointment'
import { NO_STEPS } from '#domain/preparation'
import { NO_TALK, TALKING } from '../../../../test/made-up-plan.ts'
import { createStore } from '../../kit/store.ts'
import type { Example } from '../../ui/example.ts'
import type { InvitationState } from './invitation-model.ts'
import { InvitationScreen } from './invitation-screen.tsx'

const press = () => {}
const NOW = Date.UTC(2027, 2, 1, 9)

const VIEW: InvitationView = {
  ...{ state: 'open', firstName: 'Margaret', lastName: 'Hollis', dateOfBirth: '1948-03-03', phone: '' },
  ...{ startsAt: NOW + 20 * 60_000, opensAt: NOW - 10 * 60_000, minutes: 20, timeZone: 'Europe/London' },
  ...{ practitionerName: 'Amara Okafor', organisationName: 'Hillside Health', areaName: 'Physiotherapy' },
  ...{ slug: 'physiotherapy', consent: '', visitId: null, now: NOW },
  ...{ practitionerTitle: 'Physiotherapist', plan: TALKING },
  preparation: { steps: NO_STEPS, talk: NO_TALK, equipment: null, questions: '' },
}
const ASK: InvitationState & { at: 'ask' } = {
  ...{ at: 'ask', birth: { day: '', month: '', year: '' }, error: null, attempt: 0, sending: false },
}
const opened = (change: Partial<InvitationView> = {}): InvitationState => ({
  ...{ at: 'opened', view: { ...VIEW, ...change }, agreed: false, error: null },
})

const link = (name: string, state: InvitationState): Example => ({
  name,
  whole: true,
  draw: () => (
    <InvitationScreen
      model={{ state: createStore(state), type: press, submit: press, agree: press, confirm: press }}
      page={{ organisationName: 'Hillside Health', sample: true, phone: '01632 960 100', replaced: false }}
      ownZone="Europe/London"
      forms={{ load: () => new Promise(() => {}), get: () => null }}
      preparation={{ load: () => new Promise(() => {}), get: () => null }}
    />
  ),
})

export const examples: readonly Example[] = [
  link('date of birth', ASK),
  link('wrong', { ...ASK, attempt: 1, error: 'This did not open. Check your date of birth.' }),
  link('another device', { at: 'other-device' }),
  link('newer link', { at: 'replaced' }),
  link('early', opened({ state: 'early', opensAt: NOW + 3 * 60 * 60_000, startsAt: NOW + 3.5 * 60 * 60_000 })),
  link('is this you', opened()),
  link('with consent', opened({ consent: 'I agree to a video appointment. Nobody records the call.' })),
  link('anyone of the team', opened({ practitionerName: null })),
  link('cancelled', opened({ state: 'cancelled' })),
  link('over', opened({ state: 'over' })),
]
