// Trying everything out on any day, at each of its steps, for looking at.
import { judgeEquipment } from '#domain/equipment-verdict'
import { someFindings, weakFindings } from '../../../../test/made-up-findings.ts'
import { createStore } from '../../kit/store.ts'
import type { Example } from '../../ui/example.ts'
import { IPHONE, shownEquipment } from '../equipment/equipment.examples.tsx'
import { shownCheck } from '../prepare/prepare.examples.tsx'
import type { PracticeStep } from './practice-model.ts'
import { PracticeScreen } from './practice-screen.tsx'

const press = () => {}
const NOW = Date.UTC(2027, 2, 1, 9)

const practice = (name: string, step: PracticeStep, known = true): Example => ({
  name,
  whole: true,
  draw: () => (
    <PracticeScreen
      practice={{
        step: createStore(step),
        welcome: createStore(
          known
            ? {
                organisationName: 'Hillside Health',
                sample: true,
                support: { phone: '01632 960 100', email: 'help@example.org' },
                now: NOW,
              }
            : null,
        ),
        begin: press,
        readiness: (findings) => judgeEquipment(findings, { role: 'patient', participants: 2, view: 'face' }),
        close: press,
      }}
      here={IPHONE}
    />
  ),
})

const checked = (findings: ReturnType<typeof someFindings>): PracticeStep => ({
  at: 'check',
  check: shownCheck({ at: 'done' }, findings),
})

export const examples: readonly Example[] = [
  practice('start', { at: 'start' }),
  practice('start, nobody known', { at: 'start' }, false),
  practice('equipment', { at: 'equipment', equipment: shownEquipment({ at: 'explain' }) }),
  practice('measuring', { at: 'check', check: shownCheck({ at: 'measuring', share: 0.5 }, null) }),
  practice('all well', checked(someFindings(NOW))),
  practice('weak', checked(weakFindings(NOW))),
]
