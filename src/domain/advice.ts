// The short talk about devices: what is asked, what the rules (advice-rules) answer, and what is agreed. No words.
import type { BrowserName, EquipmentFindings, Party, System, Transport, Verdict } from './equipment.ts'
import type { DegradationPreference, DeviceKind, Purpose } from './plan.ts'

/** What a person told us of their devices; null where they have not answered. */
export interface DeviceAnswers {
  readonly devices: readonly DeviceKind[]
  readonly preference: DeviceKind | null
  readonly canHold: 'yes' | 'short-time' | 'no' | null
  /** Can carry the device about and put it somewhere else. */
  readonly canMoveDevice: boolean | null
  readonly alone: boolean | null
  readonly helperCanHold: boolean | null
  /** Something to stand it on. */
  readonly stand: boolean | null
  /** Left out by what was stored before it was asked. */
  readonly hardOfHearing?: boolean | null
  /** Step counter, smart watch, peak flow meter and the like (rule R1). */
  readonly ownKit: readonly OwnKit[]
}

export const OWN_KIT = [
  'step-counter',
  'smart-watch',
  'peak-flow-meter',
  'blood-pressure-monitor',
  'thermometer',
  'scales',
  'oximeter',
  'glucose-meter',
] as const
export type OwnKit = (typeof OWN_KIT)[number]

export const NO_ANSWERS: DeviceAnswers = {
  devices: [],
  preference: null,
  canHold: null,
  canMoveDevice: null,
  alone: null,
  helperCanHold: null,
  stand: null,
  hardOfHearing: null,
  ownKit: [],
}

/** "We agreed": which device, with whom, when (ms since the epoch). */
export interface AgreedDevice {
  readonly device: DeviceKind
  readonly by: 'patient' | 'practitioner'
  readonly byName: string
  readonly at: number
}

/** What only a practitioner's circumstances tell. What is left out is not known, and no rule speaks of it. */
export interface Circumstances {
  readonly sharedOffice?: boolean
  readonly hardOfHearingPatient?: boolean
  readonly needsNotes?: boolean
  readonly vpn?: boolean
  /** Has been through the practice for staff. */
  readonly practised?: boolean
}

/** What a patient has done before. What is left out is not known. */
export interface PatientHistory {
  readonly usedBefore?: boolean
  /** The kind of device of their practice call; null: there was none. */
  readonly practisedOn?: DeviceKind | null
}

/** What the organisation has settled. What is left out is not settled, and no rule speaks of it. */
export interface OrganisationPolicy {
  /** This product is on its list of secure tools. */
  readonly approved?: boolean
  /** What is not approved stops a visit; else it only warns. */
  readonly blocksUnapproved?: boolean
  /** Other tools that patients asked for in the last month. */
  readonly wishes?: readonly { readonly tool: string; readonly count: number }[]
  readonly champion?: { readonly name: string; readonly extension: string }
  /** Nobody joins a patient before the practice for staff. */
  readonly blocksUnpractised?: boolean
}

/** What was agreed stands for as long as they have the device: null once it was one of theirs and is no more. */
export function agreedStill<Agreed extends { readonly device: DeviceKind }>(
  agreed: Agreed | null,
  before: readonly DeviceKind[],
  after: readonly DeviceKind[],
): Agreed | null {
  return agreed && before.includes(agreed.device) && !after.includes(agreed.device) ? null : agreed
}

export interface AdviceInput {
  /** Whose device and equipment this is about. */
  readonly role: Party
  readonly purpose: Purpose
  readonly answers: DeviceAnswers
  /** The talk is over: naming no device means that there is none. Left out: seen from the answers. */
  readonly answered?: boolean
  readonly agreed?: AgreedDevice | null
  /** Of this person, and of the other end. */
  readonly equipment: EquipmentFindings | null
  readonly other?: EquipmentFindings | null
  /** How often the connection was lost during the check. */
  readonly reconnects?: number
  /** People with a connection of their own. */
  readonly participants: number
  readonly circumstances?: Circumstances
  readonly history?: PatientHistory
  readonly organisation?: OrganisationPolicy
  /** The record system from which this was opened. */
  readonly openedFrom?: string | null
  /** Ms since the epoch. */
  readonly now: number
}

/** How a device is kept in its place. */
export type Placing = 'stands' | 'helper-holds' | 'in-hand'

/** What each rule hands to its words. R9 has two cases. */
export interface RuleFacts {
  R1: { kit: readonly OwnKit[] }
  R2: Record<never, never>
  R3: { memoryGiB: number }
  R4: { cause: 'browser' | 'vpn' | 'firewall'; open: readonly Transport[] | null }
  R5: { lines: number; mbps: number; roundTripMs: number }
  R6: { device: DeviceKind | null }
  R7: {
    preferred: DeviceKind
    better: DeviceKind | null
    fits: boolean
    reason: 'purpose' | 'in-hand' | 'cannot-hold' | null
  }
  R8: { device: DeviceKind; support: 'stand' | 'helper' | 'none' }
  R9a: { best: boolean }
  R9b: { device: DeviceKind; stand: boolean }
  R10: Record<never, never>
  R11: { device: DeviceKind; checked: boolean }
  R12: { percent: number }
  R13: { device: DeviceKind | null; feet: boolean; placing: Placing }
  R14: { device: DeviceKind | null }
  R15: { device: DeviceKind | null; bigScreen: boolean; several: boolean }
  R16: { device: DeviceKind | null }
  R17: { own: Verdict; other: Verdict }
  R18: { lines: number }
  R19: { zoom: boolean; panTilt: boolean }
  R20: { system: System; browser: BrowserName }
  R21: { matters: boolean; hardOfHearing: boolean }
  R22: { sharedOffice: boolean; hardOfHearing: boolean }
  R23: { lossPercent: number | null; reconnects: number }
  R24: { mbps: number; needed: number }
  R25: { mbps: number; needed: number }
  R26: { roundTripMs: number }
  R27: { favour: DegradationPreference }
  R28: { soundFirst: boolean }
  R29: { before: boolean }
  R30: { screens: number }
  R31: Record<never, never>
  R32: { stops: boolean }
  R33: Record<never, never>
  R34: { wishes: readonly { readonly tool: string; readonly count: number }[] }
  R35: Record<never, never>
  R36: { participants: number }
  R37: { openedFrom: string }
  R38: { name: string; extension: string }
  R39: { missing: readonly ('camera' | 'microphone' | 'speaker' | 'connection')[] }
  R40: { practisedOn: DeviceKind | null; now: DeviceKind | null }
  R41: { stops: boolean }
}
export type RuleId = keyof RuleFacts

/** A rule that holds. `verdict` is null where the rule says something without judging; `device`: what it speaks of. */
export type FiredRule = {
  [R in RuleId]: {
    readonly id: R
    readonly about: Party
    readonly verdict: Verdict | null
    readonly device: DeviceKind | null
    readonly facts: RuleFacts[R]
  }
}[RuleId]

export interface RankedDevice {
  readonly device: DeviceKind
  readonly score: number
  readonly placing: Placing
  /** The rules that speak for or against it. */
  readonly rules: readonly RuleId[]
}

/** What is offered. `both`: what they would rather use does not fit, so they choose, knowing why. */
export type Offer =
  | { readonly is: 'nothing-known' }
  | { readonly is: 'no-device' }
  | { readonly is: 'one'; readonly device: DeviceKind; readonly preferred: boolean }
  | {
      readonly is: 'both'
      readonly device: DeviceKind
      readonly preferred: DeviceKind
      readonly reason: 'purpose' | 'in-hand' | 'cannot-hold'
    }

export interface Advice {
  readonly about: Party
  readonly offer: Offer
  /** At most two of their own devices, the one to suggest first. */
  readonly devices: readonly RankedDevice[]
  /** In the order of their numbers. */
  readonly fired: readonly FiredRule[]
  /** See the patient in person, unless policy, consent and a chaperone say otherwise; no still pictures then (R35). */
  readonly inPerson: boolean
  /** Rules by which the organisation itself does not want this visit to start (R32, R41). */
  readonly stops: readonly RuleId[]
}
