// What this device is, from what the browser says of it. Decides from facts alone; device-facts gathers them.
import type { BrowserName, DeviceFinding, System } from '#domain/equipment'
import type { DeviceKind } from '#domain/plan'
import { type BrowserKind, browserKind } from './browser-kind.ts'
import { supportOf } from './support.ts'
import { type Hints, versionsOf } from './versions.ts'

/** One question to the server for its clock: its answer, and when it was sent and received by this machine's clock. */
export interface ServerNow {
  readonly serverMs: number
  readonly sentMs: number
  readonly receivedMs: number
}

export interface DeviceFacts {
  readonly userAgent: string
  readonly maxTouchPoints: number
  readonly hints: Hints | null
  /** In CSS pixels. */
  readonly screen: { readonly width: number; readonly height: number }
  readonly memoryGiB: number | null
  readonly battery: Battery | null
  readonly screens: number | null
  readonly dataSaver: boolean | null
  readonly server: ServerNow | null
  readonly storage: boolean
  /** There is WebRTC; and cameras can be asked for, where the page is secure. */
  readonly capable: boolean
}

export interface Battery {
  /** 0 to 1. */
  readonly level: number
  readonly charging: boolean
}

const SYSTEMS: Readonly<Record<BrowserKind['device'], System>> = {
  iphone: 'ios',
  ipad: 'ios',
  android: 'android',
  windows: 'windows',
  mac: 'macos',
  chromebook: 'chromeos',
  linux: 'linux',
  other: 'other',
}

export function deviceFinding(facts: DeviceFacts): DeviceFinding {
  const kind = browserKind(facts)
  const versions = versionsOf(facts.userAgent, kind, facts.hints)
  const browser: BrowserName = kind.inApp === null ? kind.browser : 'in-app'
  const major = Number.parseInt(versions.browser ?? '', 10)
  return {
    kind: deviceKind(facts, kind),
    system: SYSTEMS[kind.device],
    systemVersion: versions.system?.slice(0, 20) ?? null,
    browser,
    browserVersion: Number.isNaN(major) ? null : Math.min(major, 10_000),
    supported: supportOf(kind, versions, facts.capable).supported,
    memoryGiB: facts.memoryGiB,
    batteryPercent: facts.battery && hasBattery(facts.battery) ? Math.round(facts.battery.level * 100) : null,
    charging: facts.battery && hasBattery(facts.battery) ? facts.battery.charging : null,
    screens: facts.screens,
    dataSaver: facts.dataSaver,
    clockAheadMs: facts.server && clockAhead(facts.server),
    storage: facts.storage,
  }
}

/** Half the round trip is the error either way. */
function clockAhead({ serverMs, sentMs, receivedMs }: ServerNow): number {
  return Math.round((sentMs + receivedMs) / 2 - serverMs)
}

/** A machine without one says it is full and charging; so does one that is. */
function hasBattery({ level, charging }: Battery): boolean {
  return level < 1 || !charging
}

/** Telephones are narrower than this, tablets wider (CSS pixels of the shorter side; Android's own line is 600). */
const TABLET_FROM = 600
/** Built-in screens end about here; what is wider stands on a desk. */
const DESK_FROM_WIDTH = 2000

/** Null rather than a guess where a desk and a lap look the same from here. */
function deviceKind(facts: DeviceFacts, { device }: BrowserKind): DeviceKind | null {
  const narrow = Math.min(facts.screen.width, facts.screen.height)
  const wide = Math.max(facts.screen.width, facts.screen.height)
  if (device === 'iphone') return 'smartphone'
  if (device === 'ipad') return 'tablet'
  if (device === 'android') {
    if (facts.hints?.formFactors.includes('Tablet')) return 'tablet'
    const phone = facts.hints?.mobile ?? /\bMobile\b/.test(facts.userAgent)
    return phone && narrow < TABLET_FROM ? 'smartphone' : 'tablet'
  }
  // "Desktop site" on a telephone says Linux.
  if (device === 'linux' && facts.maxTouchPoints > 1 && wide < 1000)
    return narrow < TABLET_FROM ? 'smartphone' : 'tablet'
  if (device === 'other') return null
  if (facts.battery && hasBattery(facts.battery)) return 'laptop'
  if (facts.hints?.formFactors.includes('Tablet')) return 'tablet'
  if (device === 'chromebook') return wide >= DESK_FROM_WIDTH ? null : 'laptop'
  if (wide >= DESK_FROM_WIDTH) return 'desktop'
  // A MacBook is 16:10 or higher, an iMac and most screens for the desk 16:9.
  const shape = wide / Math.max(1, narrow)
  if (device === 'mac') return shape < 1.7 ? 'laptop' : 'desktop'
  if (facts.maxTouchPoints > 0) return 'laptop'
  return narrow <= 900 || shape < 1.7 ? 'laptop' : null
}
