// What somebody holds who reads this page, as far as a page can tell: a computer may be a laptop or a desktop. Only to
// choose words; decides nothing about what the page may try.
import type { DeviceKind } from '#domain/plan'
import { type BrowserFacts, browserKind } from '../../checks/browser-kind.ts'

export type ThisDevice = 'smartphone' | 'tablet' | 'computer'

export function thisDevice(facts: BrowserFacts): ThisDevice {
  const { device } = browserKind(facts)
  if (device === 'iphone') return 'smartphone'
  if (device === 'ipad') return 'tablet'
  // Android's browsers say "Mobile" on phones only.
  if (device === 'android') return /\bMobile\b/.test(facts.userAgent) ? 'smartphone' : 'tablet'
  return 'computer'
}

/** Whether this may be that device of theirs. */
export function isThis(device: DeviceKind, here: ThisDevice): boolean {
  return here === 'computer' ? device === 'laptop' || device === 'desktop' : device === here
}

/** How what they hold suits a plan. */
export type Suits = 'any' | 'well' | 'possible' | 'badly'

export function howItSuits(
  { first, avoid }: { first: readonly DeviceKind[]; avoid: readonly DeviceKind[] },
  here: ThisDevice,
): Suits {
  const can = (device: DeviceKind) => isThis(device, here)
  if (first.length === 0 || first.length === 4) return 'any'
  if (first.some(can)) return 'well'
  return avoid.some(can) ? 'badly' : 'possible'
}

/** To draw it. */
export function ownKind(here: ThisDevice): DeviceKind {
  return here === 'computer' ? 'laptop' : here
}
