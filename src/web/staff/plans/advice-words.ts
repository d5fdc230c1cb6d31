// What staff read of the advice: why a device suits, what to read out to the patient, and what they should know
// themselves, each with the rule it comes from. Only puts words together.
import type { Advice, FiredRule, RankedDevice, RuleId } from '#domain/advice'
import { words as patient } from '#text/advice'
import { words as staff } from '#text/advice-practitioner'

export interface RuleText {
  readonly id: RuleId
  readonly text: string
}

/** Rules about choosing and placing a device; the others are of equipment and organisation, and stand elsewhere. */
const OF_DEVICES: readonly RuleId[] = [
  'R1',
  'R2',
  'R6',
  'R7',
  'R8',
  'R9a',
  'R9b',
  'R10',
  'R11',
  'R12',
  'R13',
  'R14',
  'R15',
  'R35',
]
/** What is worth reading out: where and how, not what the page has said already. */
const READ_OUT: readonly RuleId[] = ['R1', 'R2', 'R7', 'R8', 'R9b', 'R13', 'R14', 'R15', 'R35']

export const guideSentence = (id: RuleId): string => staff.guide[id]

const said = (rules: readonly FiredRule[], say: (rule: FiredRule) => string | null): readonly RuleText[] =>
  rules.flatMap((rule) => {
    const text = say(rule)
    return text ? [{ id: rule.id, text }] : []
  })

/** The rules that speak for or against this device of theirs. */
export function deviceReasons(ranked: RankedDevice, advice: Advice): readonly RuleText[] {
  return ranked.rules.map((id) => {
    const fired = advice.fired.find((rule) => rule.id === id && rule.device === ranked.device)
    return { id, text: (fired && staff.practitioner(fired)) || staff.guide[id] }
  })
}

export function readOut(advice: Advice): readonly RuleText[] {
  return said(
    advice.fired.filter(({ id }) => READ_OUT.includes(id)),
    patient.patient,
  )
}

/** A headset is spoken of in the talk where it is about the patient's hearing. */
const isOfHearing = (rule: FiredRule) => (rule.id === 'R21' || rule.id === 'R22') && rule.facts.hardOfHearing

/** Leaves out what stands beside a device already. */
export function toldToStaff(advice: Advice, ids: readonly RuleId[] = OF_DEVICES): readonly RuleText[] {
  const beside = new Set(advice.devices.flatMap(({ rules }) => rules))
  return said(
    advice.fired.filter((rule) => (ids.includes(rule.id) || isOfHearing(rule)) && !beside.has(rule.id)),
    staff.practitioner,
  )
}
