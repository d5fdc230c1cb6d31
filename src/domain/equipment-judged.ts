// What is said of one item of a person's equipment: a verdict, the one next step, the rules it comes from, what it allows;
// and about whom and what it is asked. No judgement here.
import type { EquipmentFindings, Party, Verdict } from './equipment.ts'
import type { DeviceKind, View } from './plan.ts'

/** In the order in which they are shown. */
export const ITEMS = ['device', 'power', 'camera', 'light', 'microphone', 'speaker', 'connection'] as const
export type Item = (typeof ITEMS)[number]

export const STEPS = [
  'use-other-browser',
  'update-browser',
  'open-in-browser',
  'close-other-app',
  'set-clock',
  'plug-in-charger',
  'allow-camera',
  'switch-on-camera',
  'uncover-camera',
  'restart-camera',
  'connect-camera',
  'use-other-device',
  'turn-light-on',
  'turn-light-to-face',
  'allow-microphone',
  'switch-on-microphone',
  'connect-microphone',
  'restart-microphone',
  'speak-up',
  'move-back-from-microphone',
  'go-where-quiet',
  'turn-sound-up',
  'wear-headset',
  'check-internet',
  'sign-in-to-wifi',
  'move-nearer-wifi',
  'leave-vpn',
  'data-saver-off',
  'run-check',
  'check-again',
  'phone-instead',
] as const
export type Step = (typeof STEPS)[number]

/** What was measured, for showing beside the verdict; null where it is not known. */
export type Figures = Readonly<Record<string, string | number | boolean | null>>

/** What the equipment allows. */
export type Means = 'video' | 'sound-first' | 'phone'

export interface ItemVerdict {
  readonly item: Item
  readonly verdict: Verdict
  /** The one thing to do next; null when there is nothing to do. */
  readonly step: Step | null
  /** Ids of the advice rules that it comes from, as `R18`. */
  readonly rules: readonly string[]
  readonly figures: Figures
  /** The most that this item allows for now. */
  readonly limits: Means
}

export interface About {
  readonly role: Party
  /** People with a connection of their own: 2 for one to one, 3 with an interpreter who joins from elsewhere. */
  readonly participants: number
  readonly view: View
  /** What the plan says does not suit the patient's part. */
  readonly avoid?: readonly DeviceKind[]
}

/** What is measured during a call of one direction; null where it is not known. */
export interface LiveFindings {
  /** min(width, height) of the picture that comes from this person. */
  readonly lines: number | null
  readonly fps: number | null
  readonly upMbps: number | null
  readonly downMbps: number | null
  readonly roundTripMs: number | null
  /** 0 to 100. */
  readonly lossPercent: number | null
  readonly path: 'direct' | 'relayed' | null
  readonly picture: 'showing' | 'off' | 'paused-for-sound' | 'none' | 'frozen'
  readonly sound: 'on' | 'muted' | 'none'
}

export type Found = EquipmentFindings | null
export type Judged = Omit<ItemVerdict, 'item' | 'figures'>

export function judged(
  verdict: Verdict,
  step: Step | null = null,
  rules: readonly string[] = [],
  limits: Means = 'video',
): Judged {
  return { verdict, step, rules, limits }
}
/** Nobody has looked at it yet. */
export const NOT_LOOKED = judged('unknown', 'run-check', ['R39'])
