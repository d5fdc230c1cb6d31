// A plan: what a consultation is for, and what follows from it for view, devices, picture and checklist. Words stand in
// the browser's text and in what an organisation writes itself; nothing here is read by a person.

export const VIEWS = ['whole-body', 'close-up', 'face', 'family', 'home-tour', 'mixed', 'data-only', 'group'] as const
/** What has to be seen. */
export type View = (typeof VIEWS)[number]

export const DEVICE_KINDS = ['smartphone', 'tablet', 'laptop', 'desktop'] as const
export type DeviceKind = (typeof DEVICE_KINDS)[number]

/** Devices by how well they suit; what is named nowhere is possible. */
export interface DeviceOrder {
  readonly first: readonly DeviceKind[]
  readonly second: readonly DeviceKind[]
  readonly avoid: readonly DeviceKind[]
}

export const WORDING_FIELDS = ['name', 'reason', 'position', 'wear', 'have', 'safety'] as const
/**
 * What people read of a plan: its name (staff), and for the patient why the picture matters, where to put the device, what
 * to wear, what to have ready, how to stay safe. Null: the built-in words of the plan it is based on.
 */
export type Wording = Readonly<Record<(typeof WORDING_FIELDS)[number], string | null>>

export const NO_WORDING: Wording = { name: null, reason: null, position: null, wear: null, have: null, safety: null }

/** What a plan favours when the connection cannot carry everything. */
export type DegradationPreference = 'frame-rate' | 'resolution' | 'balanced'

export const BODY_PARTS = ['head', 'shoulders', 'hands', 'hips', 'knees', 'feet'] as const
/** What the framing coach waits for. */
export type BodyPart = (typeof BODY_PARTS)[number]

/** One purpose of the catalogue. */
export interface Purpose {
  readonly id: string
  /** The first is what the layout goes by; a rule about a view holds when any of them is that view. */
  readonly views: readonly [View, ...View[]]
  readonly devices: DeviceOrder
  /** Devices that do not suit while somebody holds them in their hand. */
  readonly avoidInHand: readonly DeviceKind[]
  /** The patient must not hold the device: it stands on something, or a helper holds it. */
  readonly needsStand: boolean
  /** Somebody has to be with the patient. */
  readonly needsHelper: boolean
  /** Sound matters so much that both should wear a headset. */
  readonly headset: boolean
  readonly favour: DegradationPreference
  /** Empty: the coach is not asked for. */
  readonly coach: readonly BodyPart[]
  /** Ids of checklist items beside those that every consultation has. */
  readonly checklist: readonly string[]
  /** Face to face unless policy, consent and a chaperone say otherwise (rule R35). */
  readonly intimate: boolean
}
