// Which browsers a call works in, and the least version of each. The versions are those of the newest thing that every call
// needs; a browser that can do it all is never turned away for its name.
import type { BrowserKind } from './browser-kind.ts'
import type { Versions } from './versions.ts'

export interface Least {
  /** What has to be brought up to date: on iPhones and iPads every browser is as new as the system. */
  readonly update: 'system' | 'browser'
  readonly version: string
}

/**
 * The first versions with `Array.prototype.findLast`, the newest part of the language that the call's engine uses
 * (MDN browser-compat-data, javascript.builtins.Array.findLast; all came out in 2022). All else it needs (WebRTC's
 * implicit descriptions, ICE restart, camera access inside other browsers on iPhones since 14.3) is older.
 */
export const LEAST = { chromium: 97, samsung: 18, firefox: 104, webkit: [15, 4] } as const

export type Support =
  | { readonly supported: 'yes' | 'in-app' | 'no' }
  | { readonly supported: 'too-old'; readonly least: Least }

/** `capable`: this page was given WebRTC; lockdown modes and very old browsers have none. */
export function supportOf(kind: BrowserKind, versions: Versions, capable: boolean): Support {
  const least = tooOld(kind, versions)
  // An app's own browser is as old as the app lets it be: the way out is the real browser either way.
  if (kind.inApp !== null) return { supported: 'in-app' }
  if (least) return { supported: 'too-old', least }
  return { supported: capable ? 'yes' : 'no' }
}

function tooOld({ device, browser }: BrowserKind, versions: Versions): Least | null {
  const [major, minor] = LEAST.webkit
  const webkit = `${major}.${minor}`
  if (device === 'iphone' || device === 'ipad')
    return below(versions.system, webkit) ? { update: 'system', version: webkit } : null
  if (browser === 'safari') return below(versions.browser, webkit) ? { update: 'browser', version: webkit } : null
  const own = (version: string | null, least: number): Least | null =>
    below(version, String(least)) ? { update: 'browser', version: String(least) } : null
  if (browser === 'firefox') return own(versions.browser, LEAST.firefox)
  if (browser === 'samsung') return own(versions.browser, LEAST.samsung)
  return own(versions.chromium, LEAST.chromium)
}

/** Not known is not below. */
function below(version: string | null, least: string): boolean {
  if (version === null) return false
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [leastMajor = 0, leastMinor = 0] = least.split('.').map(Number)
  return major < leastMajor || (major === leastMajor && minor < leastMinor)
}
