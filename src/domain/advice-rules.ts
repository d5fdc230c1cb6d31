// Turns answers, findings and circumstances into advice: the devices that suit, what to offer, and every rule of the guide
// that holds. Pure, and only ever a suggestion: what is used is agreed by people.
import type { Advice, AdviceInput, FiredRule } from './advice.ts'
import { ask, type Considered } from './advice-considered.ts'
import { byNumber, offerOf, rankDevices } from './advice-rank.ts'
import { DEVICE_RULES } from './advice-rules-devices.ts'
import { EQUIPMENT_RULES } from './advice-rules-equipment.ts'
import { ORGANISATION_RULES } from './advice-rules-organisation.ts'
import { situationOf } from './advice-situation.ts'

export function adviseDevice(input: AdviceInput): Advice {
  const situation = situationOf(input)
  const ranked = rankDevices(situation)
  const { offer, devices } = offerOf(ranked, situation)
  const about: Considered = {
    ...situation,
    offer,
    ranked,
    device: input.agreed?.device ?? devices[0]?.device ?? situation.inUse,
  }
  const fired = [...ask(DEVICE_RULES, about), ...ask(EQUIPMENT_RULES, about), ...ask(ORGANISATION_RULES, about)].sort(
    (a, b) => byNumber(a.id, b.id),
  )
  return {
    about: input.role,
    offer,
    devices,
    fired,
    inPerson: input.purpose.intimate,
    stops: fired.filter(stops).map(({ id }) => id),
  }
}

const stops = (rule: FiredRule) => (rule.id === 'R32' || rule.id === 'R41') && rule.facts.stops
