// Getting ready at each of its steps, for looking at. It stands on the waiting screen.
import { adviseDevice } from '#domain/advice-rules'
import { type EquipmentFindings, NOTHING_FOUND } from '#domain/equipment'
import { judgeEquipment } from '#domain/equipment-verdict'
import type { DeviceKind, Purpose } from '#domain/plan'
import { DEFAULT_PURPOSE, purposeOf } from '#domain/plan-catalogue'
import { fakeLocal } from '../../../../test/call/fake-call.ts'
import { someFindings, weakFindings } from '../../../../test/made-up-findings.ts'
import { NO_TALK, TALKING } from '../../../../test/made-up-plan.ts'
import { createStore } from '../../kit/store.ts'
import type { Example } from '../../ui/example.ts'
import { IPHONE } from '../equipment/equipment.examples.tsx'
import type { CheckModel, CheckStep } from './check-model.ts'
import { PrepareCard } from './prepare-card.tsx'
import type { PrepareModel, PrepareStep } from './prepare-model.ts'
import { QUESTIONS } from './talk.ts'

const press = () => {}
const NOW = Date.UTC(2027, 2, 1, 9)

export function shownCheck(step: CheckStep, findings: EquipmentFindings | null): CheckModel {
  return {
    step: createStore(step),
    findings: createStore(findings),
    begin: press,
    again: press,
    measureNow: press,
    withoutConnection: press,
    skip: press,
    sayHeard: press,
    stop: press,
    keepInFrame: press,
    giveWay: press,
  }
}

const purpose = purposeOf(DEFAULT_PURPOSE)
if (!purpose) throw new Error('the catalogue has no default purpose')

const readiness = (findings: EquipmentFindings | null) =>
  judgeEquipment(findings, { role: 'patient', participants: 2, view: TALKING.view })

interface Shown {
  check?: CheckStep
  findings?: EquipmentFindings | null
  devices?: readonly DeviceKind[]
}

function shownPrepare(
  step: PrepareStep,
  { check = { at: 'not-begun' }, findings = null, devices = ['smartphone'] }: Shown,
) {
  const answers = { ...NO_TALK.answers, devices }
  const advice = adviseDevice({
    role: 'patient',
    purpose: purpose as Purpose,
    answers,
    answered: true,
    agreed: null,
    equipment: findings,
    participants: 2,
    now: NOW,
  })
  const model: PrepareModel = {
    state: createStore({
      step,
      answers,
      agreed: null,
      purpose: purpose as Purpose,
      advice,
      remembered: false,
      back: press,
    }),
    check: shownCheck(check, findings),
    here: 'smartphone',
    inFrame: press,
    answer: press,
    agree: press,
    stay: press,
    next: press,
    checkAgain: press,
    remember: press,
    readiness,
    close: press,
  }
  return model
}

const card = (name: string, step: PrepareStep, shown: Shown = {}): Example => ({
  name,
  draw: () => (
    <PrepareCard
      prepare={shownPrepare(step, shown)}
      plan={TALKING}
      local={fakeLocal()}
      here={IPHONE}
      address="video.example.org/at/foot-clinic"
      useSound={press}
      phoneMe={press}
    />
  ),
})

const good = someFindings(NOW)
const weak = weakFindings(NOW)
const looking = { at: 'looking', stage: 'camera', progress: 0.3, waiting: null, sound: null } as const

export const examples: readonly Example[] = [
  ...QUESTIONS.map((question, at) =>
    card(`question: ${question}`, { at: 'question', question, number: at + 1, total: QUESTIONS.length }),
  ),
  card('advice', { at: 'advice' }),
  card('advice, two devices', { at: 'advice' }, { devices: ['smartphone', 'laptop', 'tablet'] }),
  card('advice, no device', { at: 'advice' }, { devices: [] }),
  card('change device', { at: 'change', device: 'laptop' }),
  card('place', { at: 'place' }),
  card('check not begun', { at: 'check' }),
  card('check looking', { at: 'check' }, { check: looking, findings: { ...NOTHING_FOUND, device: good.device } }),
  card('check, browser asks', { at: 'check' }, { check: { ...looking, waiting: 'answer' } }),
  card(
    'check, before the connection',
    { at: 'check' },
    { check: { at: 'before-connection', seconds: 5 }, findings: good },
  ),
  card('check, data may cost', { at: 'check' }, { check: { at: 'before-connection', seconds: null }, findings: good }),
  card(
    'check measuring',
    { at: 'check' },
    { check: { at: 'measuring', share: 0.4 }, findings: { ...good, connection: null } },
  ),
  card('check done, all well', { at: 'check' }, { check: { at: 'done' }, findings: good }),
  card('check done, weak', { at: 'check' }, { check: { at: 'done' }, findings: weak }),
  card('ready', { at: 'ready' }, { check: { at: 'done' }, findings: good }),
  card('ready, not all well', { at: 'ready' }, { check: { at: 'done' }, findings: weak }),
]
