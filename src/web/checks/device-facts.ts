// Gathers what the browser says of the device. Asks for no permission; what a browser has not, or keeps to itself, is null.
import { canCall } from '../media/can-call.ts'
import type { Battery, DeviceFacts, ServerNow } from './device.ts'
import type { Hints } from './versions.ts'

export type { ServerNow }

/** Longer than any of these questions takes; the check goes on without the answer. */
const PATIENCE_MS = 600

/** What not every browser has, and TypeScript does not list. */
interface RecentNavigator {
  readonly userAgentData?: {
    readonly mobile?: boolean
    getHighEntropyValues?(wanted: readonly string[]): Promise<{ platformVersion?: string; formFactors?: string[] }>
  }
  readonly deviceMemory?: number
  readonly connection?: { readonly saveData?: boolean }
  getBattery?(): Promise<Battery>
}
interface RecentWindow {
  readonly screen: { readonly isExtended?: boolean }
  getScreenDetails?(): Promise<{ readonly screens: readonly unknown[] }>
}

export async function deviceFacts(serverNow: (() => Promise<ServerNow>) | null): Promise<DeviceFacts> {
  const far = navigator as unknown as RecentNavigator
  const [hints, battery, screens, server, storage] = await Promise.all([
    soon(() => hintsOf(far)),
    soon(async () => {
      const battery = await far.getBattery?.()
      return battery ? { level: battery.level, charging: battery.charging } : null
    }),
    soon(countScreens),
    soon(async () => (await serverNow?.()) ?? null),
    soon(hasStorage),
  ])
  return {
    userAgent: navigator.userAgent,
    maxTouchPoints: navigator.maxTouchPoints ?? 0,
    hints,
    screen: { width: screen.width, height: screen.height },
    memoryGiB: far.deviceMemory ?? null,
    battery,
    screens,
    dataSaver: far.connection?.saveData ?? null,
    server,
    storage: storage ?? true,
    capable: canCall() && (!window.isSecureContext || navigator.mediaDevices !== undefined),
  }
}

/** The answer, or null when it fails or is not there in time. */
function soon<T>(ask: () => Promise<T>): Promise<T | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS))
  return Promise.race([Promise.resolve().then(ask), late]).catch(() => null)
}

async function hintsOf({ userAgentData }: RecentNavigator): Promise<Hints | null> {
  if (!userAgentData) return null
  const more = await userAgentData.getHighEntropyValues?.(['platformVersion', 'formFactors']).catch(() => null)
  return {
    mobile: userAgentData.mobile ?? null,
    platformVersion: more?.platformVersion ?? null,
    formFactors: more?.formFactors ?? [],
  }
}

/** Counts them only where the person has allowed it before: the question is worth more than the answer. */
async function countScreens(): Promise<number | null> {
  const far = window as unknown as RecentWindow
  if (far.screen.isExtended === undefined) return null
  if (!far.screen.isExtended) return 1
  const granted = await navigator.permissions
    .query({ name: 'window-management' as PermissionName })
    .then(({ state }) => state === 'granted')
    .catch(() => false)
  const details = granted ? await far.getScreenDetails?.().catch(() => null) : null
  return details?.screens.length ?? 2
}

/** The private windows of Safari and Firefox refuse a folder of their own; those of Chromium cannot be told. */
async function hasStorage(): Promise<boolean> {
  try {
    const key = 'bedside-check'
    localStorage.setItem(key, key)
    localStorage.removeItem(key)
  } catch {
    return false
  }
  if (!navigator.storage?.getDirectory) return true
  return navigator.storage.getDirectory().then(
    () => true,
    () => false,
  )
}
