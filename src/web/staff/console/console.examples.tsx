// The practitioner's queue in some of its states, with made-up people, for looking at. The model is the real one.
import type { AreaQueue, QueueVisit } from '#contract/visit'
import { someFindings, weakFindings } from '../../../../test/made-up-findings.ts'
import { fakeAsk, fakeConnection, someArea, someVisit } from '../../../../test/staff/fake-connection.ts'
import { createAction } from '../../kit/action.ts'
import { createStore } from '../../kit/store.ts'
import type { Example } from '../../ui/example.ts'
import { createPlanCatalogue } from '../plans/plan-catalogue-model.ts'
import type { Contact } from '../staff-model.ts'
import { Console } from './console.tsx'
import { createConsole } from './console-model.ts'

const press = () => {}
const later = async () => {}
const NOW = 45 * 60_000

interface Shown {
  areas: readonly AreaQueue[] | null
  contact?: Contact
  chosen?: QueueVisit
}

function drawn({ areas, contact = { kind: 'open' }, chosen }: Shown) {
  const { apiCall } = fakeAsk()
  const [all, now] = [createStore(areas), createStore(NOW)]
  const model = createConsole({
    areas: all,
    now,
    fresh: createStore(new Map()),
    me: { personId: 'me' },
    apiCall,
    keepEarlier: press,
    plans: createPlanCatalogue(apiCall),
    newId: () => 'id',
    areaChoice: null,
    onAreas: press,
    onTaken: press,
  })
  if (chosen) model.chooseVisit(chosen.id)
  const own = {
    ...{
      found: createStore(someFindings(NOW)),
      check: createStore({ kind: 'idle' } as const),
      saving: createAction().request,
    },
    ...{
      putOff: createStore(false),
      sharedOffice: createStore<boolean | null>(null),
      mostMB: 40,
      start: press,
      stop: press,
      save: later,
      sayHeard: press,
      close: press,
    },
  }
  const staff = {
    ...{ pageId: 'page', connection: fakeConnection(), contact: createStore(contact), areas: all, now },
    ...{ keepEarlier: press, close: press },
  }
  return (
    <div class="staff-frame">
      <main id="main">
        <Console
          console={model}
          staff={staff}
          onJoin={press}
          onReturn={press}
          own={own}
          onCheckOwn={press}
          keepsSettings={false}
        />
      </main>
    </div>
  )
}

const jean = someVisit(1, { firstName: 'Jean', lastName: 'Thornbury', equipment: someFindings(NOW) })
const silent = someVisit(7, {
  ...{ firstName: 'Ana', lastName: 'Reyes', cannotTalk: true },
  answers: [
    { label: 'Are you at home today?', kind: 'yes-no', answer: 'yes' },
    { label: 'What matters most to you about this visit?', kind: 'text', answer: 'My knee, and the letter' },
  ],
})
const closed = someVisit(8, {
  ...{ firstName: 'Gwen', lastName: 'Hughes-Llewellyn', phone: '07700 900461', awaySince: NOW - 25 * 60_000 },
  recall: { by: 'text', toldAt: null },
})
const told = someVisit(9, {
  ...{ firstName: 'Otto', lastName: 'Brandt', phone: '0161 496 0007', awaySince: NOW - 15 * 60_000 },
  recall: { by: 'phone', toldAt: NOW - 60_000 },
})
const queue = [
  jean,
  someVisit(2, { firstName: 'محمد', lastName: 'العبدالله', equipment: weakFindings(NOW) }),
  someVisit(3, { firstName: 'Wilhelmina', lastName: 'Featherstonehaugh-Cholmondeley', awaySince: NOW - 90_000 }),
  someVisit(4, { firstName: 'Nia', lastName: 'Pugh', phoneMe: true, picture: 'none' }),
  silent,
  someVisit(5, {
    ...{ firstName: 'Dev', lastName: 'Rao', status: 'being-seen' },
    practitioner: { id: 'other', name: 'Dr Amina Shah' },
  }),
]
const falls = { ...someArea(1, queue, NOW), name: 'Falls clinic', lateMinutes: 20 }
const diabetes = { ...someArea(2, [someVisit(6)], NOW), name: 'Diabetes clinic', dropIn: true }
const suspended = { patientText: 'We will phone you.', staffText: 'No heating', byName: 'Dr Amina Shah', since: NOW }

const STATES: Record<string, Shown> = {
  opening: { areas: null },
  'no areas': { areas: [] },
  'nobody waits': { areas: [{ ...falls, visits: [], lateMinutes: null }] },
  'one area': { areas: [falls] },
  'two areas': { areas: [falls, diabetes] },
  'somebody chosen': { areas: [falls], chosen: jean },
  'somebody who cannot talk': { areas: [falls], chosen: silent },
  'somebody who closed the page': { areas: [{ ...falls, visits: [closed, told, ...queue] }], chosen: closed },
  'somebody who was told to come back': { areas: [{ ...falls, visits: [told, closed, ...queue] }], chosen: told },
  suspended: { areas: [{ ...falls, suspended }] },
  'server lost': { areas: [falls], contact: { kind: 'lost', since: NOW - 20_000 } as Contact },
}

export const examples: readonly Example[] = Object.entries(STATES).map(([name, shown]) => ({
  name,
  whole: true,
  draw: () => drawn(shown),
}))
