// Being called, for looking at.
import type { PatientView } from '#contract/visit'
import { SEEN, viewOf } from '../../../../test/patient/made-up.ts'
import { createStore } from '../../kit/store.ts'
import type { LocalState } from '../../media/local.ts'
import type { Example } from '../../ui/example.ts'
import { Page } from '../../ui/page/page.tsx'
import { shownPatient } from '../call/patient-call.examples.tsx'
import { QuickExit } from '../quick-exit/quick-exit-button.tsx'
import { createWaiting } from '../waiting/waiting-model.ts'
import { CalledScreen } from './called-screen.tsx'

const press = () => {}
const never = () => press

function called(
  name: string,
  joinsByItself: boolean,
  local: Partial<LocalState> = {},
  more: Partial<PatientView> = {},
): Example {
  const draw = () => {
    const now = Date.now()
    const plain = viewOf({ ...SEEN, calledAt: now }, more)
    const area = { ...plain.area, waiting: { ...plain.area.waiting, joinsByItself } }
    const visit = { ...shownPatient({ local }), view: createStore({ ...plain, area, now }) }
    const waiting = createWaiting(visit, { pressed: () => true, ring: press, later: never })
    return (
      <Page organisation="Hillside Health" part="Foot clinic" aside={<QuickExit />}>
        <CalledScreen visit={visit} waiting={waiting} onPress={press}>
          {null}
        </CalledScreen>
      </Page>
    )
  }
  return { name, whole: true, draw }
}

export const examples: readonly Example[] = [
  called('joins by itself', true),
  called('cannot talk now', true, {}, { cannotTalk: true }),
  called('only a press joins, camera off', false, { camera: 'off', video: null }),
]
