// Versions of system and browser, from the user agent. Browsers have frozen parts of it: a frozen version is not reported.
import type { BrowserKind } from './browser-kind.ts'

export interface Versions {
  /** As "15.4"; null where the browser keeps it to itself. */
  readonly system: string | null
  readonly browser: string | null
  /** Of the engine that Chrome, Edge, Samsung Internet, Opera and many more are made of. */
  readonly chromium: string | null
}

/** What Chromium tells when asked (`userAgentData`). */
export interface Hints {
  readonly mobile: boolean | null
  readonly platformVersion: string | null
  /** As "Mobile", "Tablet", "Desktop". */
  readonly formFactors: readonly string[]
}

const BROWSER: Readonly<Record<BrowserKind['browser'], RegExp>> = {
  samsung: /\bSamsungBrowser\/([\d.]+)/,
  edge: /\bEdg(?:e|A|iOS)?\/([\d.]+)/,
  firefox: /\b(?:Firefox|FxiOS)\/([\d.]+)/,
  chrome: /\b(?:Chrome|CriOS|Chromium)\/([\d.]+)/,
  safari: /\bVersion\/([\d.]+)/,
  other: /\b(?:OPR|OPiOS|DuckDuckGo|Ddg)\/([\d.]+)/,
}

export function versionsOf(agent: string, kind: BrowserKind, hints: Hints | null): Versions {
  const first = (pattern: RegExp) => pattern.exec(agent)?.[1]?.replace(/\.+$/, '') ?? null
  return {
    system: systemVersion(agent, kind, hints),
    browser: first(BROWSER[kind.browser]),
    chromium: first(/\b(?:Chrome|Chromium)\/([\d.]+)/),
  }
}

function systemVersion(agent: string, { device }: BrowserKind, hints: Hints | null): string | null {
  const hinted = hints?.platformVersion || null
  switch (device) {
    case 'iphone':
    case 'ipad': {
      // From iOS 26 Safari stops counting here and goes on counting in its own version, which is the system's. An iPad
      // that says it is a Mac has only that one.
      const said = /\b(?:iPhone )?OS (\d+(?:_\d+)*) like Mac/.exec(agent)?.[1]?.replaceAll('_', '.') ?? null
      const safari = /\bVersion\/(\d+(?:\.\d+)*)/.exec(agent)?.[1] ?? null
      return Number(safari?.split('.')[0] ?? 0) > Number(said?.split('.')[0] ?? 0) ? safari : said
    }
    case 'android': {
      const said = /\bAndroid (\d+(?:\.\d+)*)/.exec(agent)?.[1] ?? null
      // Chrome says "Android 10; K" on every telephone.
      return shortened(hinted) ?? (/\bAndroid 10; K\)/.test(agent) ? null : said)
    }
    case 'windows':
      return windowsVersion(agent, hinted)
    case 'mac':
      // Every Mac says 10.15.7.
      return shortened(hinted)
    case 'chromebook':
      return shortened(hinted)
    default:
      return null
  }
}

/** Windows 10 and 11 call themselves 10.0 alike; Chromium's hint counts on to 13 and more for 11 (Microsoft's own rule). */
function windowsVersion(agent: string, hinted: string | null): string | null {
  const said = /\bWindows NT (\d+\.\d+)/.exec(agent)?.[1]
  if (said === '6.1') return '7'
  if (said === '6.2') return '8'
  if (said === '6.3') return '8.1'
  if (hinted === null) return null
  const major = Number(hinted.split('.')[0])
  return major >= 13 ? '11' : major > 0 ? '10' : null
}

/** "14.5.0" as "14.5"; "0.0.0" is nothing. */
function shortened(version: string | null): string | null {
  if (version === null) return null
  const [major = '', minor = ''] = version.split('.')
  if (!/^\d+$/.test(major) || Number(major) === 0) return null
  return /^\d+$/.test(minor) && minor !== '0' ? `${major}.${minor}` : major
}
