// The twenty purposes that a consultation can have, as data: what has to be seen, with which device, and what follows.
// The first three are the guide's (University of Plymouth Telerehab Toolkit); the others follow them by analogy. No words.
import { DEVICE_KINDS, type DeviceKind, type DeviceOrder, type Purpose, type View } from './plan.ts'

const order = (
  first: readonly DeviceKind[],
  second: readonly DeviceKind[] = [],
  avoid: readonly DeviceKind[] = [],
): DeviceOrder => ({ first, second, avoid })

const ANY = order(DEVICE_KINDS)
const PHONE_NEAR = order(['smartphone'], ['tablet'], ['desktop'])
const STANDING_SCREEN = order(['laptop', 'tablet'], ['smartphone'], ['desktop'])

const WHOLE_BODY = ['head', 'shoulders', 'hips', 'knees', 'feet'] as const
const UPPER_BODY = ['head', 'shoulders', 'hands'] as const
const CHEST = ['head', 'shoulders'] as const

/** What most purposes share. */
const PLAIN = {
  avoidInHand: [],
  needsStand: false,
  needsHelper: false,
  headset: false,
  favour: 'balanced',
  coach: [],
  checklist: [],
  intimate: false,
} as const satisfies Partial<Purpose>

export const PURPOSES: readonly Purpose[] = [
  {
    ...PLAIN,
    id: 'walking-and-balance',
    views: ['whole-body'],
    devices: STANDING_SCREEN,
    needsStand: true,
    favour: 'frame-rate',
    coach: WHOLE_BODY,
    checklist: ['ex.path', 'ex.aid'],
  },
  {
    ...PLAIN,
    id: 'close-look',
    views: ['close-up'],
    devices: PHONE_NEAR,
    favour: 'resolution',
    checklist: ['ex.light', 'ex.both-sides'],
  },
  {
    ...PLAIN,
    id: 'talking',
    views: ['face', 'family'],
    devices: order(['desktop', 'laptop'], ['tablet']),
    avoidInHand: ['smartphone'],
  },
  {
    ...PLAIN,
    id: 'transfers',
    views: ['whole-body'],
    devices: STANDING_SCREEN,
    needsStand: true,
    favour: 'frame-rate',
    coach: WHOLE_BODY,
    checklist: ['ex.chair', 'ex.aid'],
  },
  {
    ...PLAIN,
    id: 'upper-limb',
    views: ['whole-body', 'close-up'],
    devices: order(['tablet'], ['laptop'], ['desktop']),
    needsStand: true,
    favour: 'frame-rate',
    coach: UPPER_BODY,
    checklist: ['ex.both-sides'],
  },
  {
    ...PLAIN,
    id: 'home',
    views: ['home-tour'],
    devices: order(['smartphone', 'tablet'], [], ['laptop', 'desktop']),
    checklist: ['ex.carrier'],
  },
  {
    ...PLAIN,
    id: 'speech',
    views: ['face'],
    devices: order(['laptop', 'desktop'], ['tablet'], ['smartphone']),
    headset: true,
    checklist: ['ex.mouth'],
  },
  {
    ...PLAIN,
    id: 'swallowing',
    views: ['face'],
    devices: order(['tablet'], ['laptop']),
    avoidInHand: ['smartphone'],
    needsStand: true,
    needsHelper: true,
    checklist: ['ex.first-aid', 'ex.mouth'],
  },
  {
    ...PLAIN,
    id: 'child-play',
    views: ['family'],
    devices: STANDING_SCREEN,
    needsStand: true,
  },
  { ...PLAIN, id: 'gp-talk', views: ['face'], devices: ANY },
  {
    ...PLAIN,
    id: 'gp-sign',
    views: ['close-up'],
    devices: PHONE_NEAR,
    favour: 'resolution',
    checklist: ['ex.light', 'ex.throat', 'ex.both-sides'],
  },
  {
    ...PLAIN,
    id: 'breathing',
    views: ['mixed'],
    devices: PHONE_NEAR,
    needsHelper: true,
    favour: 'frame-rate',
    coach: CHEST,
    checklist: ['ex.breaths', 'ex.sentences'],
  },
  {
    ...PLAIN,
    id: 'skin',
    views: ['close-up'],
    devices: PHONE_NEAR,
    favour: 'resolution',
    checklist: ['ex.light', 'ex.scale', 'ex.still'],
  },
  { ...PLAIN, id: 'long-term', views: ['data-only', 'face'], devices: ANY, checklist: ['in.readings'] },
  {
    ...PLAIN,
    id: 'neuro',
    views: ['mixed'],
    devices: STANDING_SCREEN,
    needsStand: true,
    favour: 'frame-rate',
    coach: UPPER_BODY,
    checklist: ['ex.lag', 'ex.both-sides'],
  },
  {
    ...PLAIN,
    id: 'exercise-class',
    views: ['group', 'whole-body'],
    devices: order(['laptop'], ['tablet'], ['smartphone']),
    needsStand: true,
    favour: 'frame-rate',
    coach: WHOLE_BODY,
    checklist: ['ex.each'],
  },
  {
    ...PLAIN,
    id: 'care-round',
    views: ['group'],
    devices: order(['laptop', 'tablet'], [], ['smartphone']),
    needsStand: true,
  },
  {
    ...PLAIN,
    id: 'social-visit',
    views: ['face', 'home-tour'],
    devices: order(['tablet', 'smartphone'], ['laptop'], ['desktop']),
    checklist: ['ex.carrier'],
  },
  {
    ...PLAIN,
    id: 'infant-feeding',
    views: ['mixed'],
    devices: PHONE_NEAR,
    needsStand: true,
    checklist: ['ex.private'],
  },
  {
    ...PLAIN,
    id: 'intimate',
    views: ['close-up'],
    devices: order([]),
    favour: 'resolution',
    checklist: ['ex.need', 'ex.agreed', 'ex.chaperone', 'ex.private'],
    intimate: true,
  },
]

/** What an area begins with. */
export const DEFAULT_PURPOSE = 'talking'

/** Null where the catalogue has no such purpose: what is unknown is never taken for another purpose in silence. */
export function purposeOf(id: string): Purpose | null {
  return PURPOSES.find((each) => each.id === id) ?? null
}

/** What a plan says of itself beside its words; PlanView of the contract is one. */
export interface PlanFacts {
  readonly basedOn: string
  readonly view: View
  readonly devices: DeviceOrder
}

/**
 * The purpose as an organisation's plan has it: with its own view and devices. Under a view that the purpose does not have,
 * the coach and what the picture favours follow the view; what keeps people safe stays.
 */
export function purposeOfPlan(plan: PlanFacts): Purpose | null {
  const base = purposeOf(plan.basedOn)
  if (!base) return null
  const { view, devices } = plan
  if (base.views.includes(view))
    return { ...base, views: [view, ...base.views.filter((each) => each !== view)], devices }
  const coach = view === 'whole-body' ? WHOLE_BODY : []
  const favour = view === 'whole-body' ? 'frame-rate' : view === 'close-up' ? 'resolution' : 'balanced'
  return { ...base, views: [view], devices, coach, favour }
}
