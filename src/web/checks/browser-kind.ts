// Which device, browser and app this is, from what the browser says of itself: for words and findings, never to decide
// what the page may try.

export type DeviceKind = 'iphone' | 'ipad' | 'android' | 'windows' | 'mac' | 'chromebook' | 'linux' | 'other'
export type BrowserName = 'safari' | 'chrome' | 'edge' | 'firefox' | 'samsung' | 'other'

export interface BrowserKind {
  readonly device: DeviceKind
  readonly browser: BrowserName
  /** The app whose built-in browser this is, empty when it does not say; null in a browser of its own. */
  readonly inApp: string | null
}

export interface BrowserFacts {
  readonly userAgent: string
  /** An iPad says it is a Mac; only the number of fingers tells. */
  readonly maxTouchPoints: number
}

// Tokens these apps add to the user agent of the browser they carry inside.
const APPS: readonly (readonly [RegExp, string])[] = [
  [/\bFBAN\/Messenger|\bMessengerForiOS|\bOrca-Android/i, 'Messenger'],
  [/\bFBAN\b|\bFBAV\b|\bFB_IAB\b/, 'Facebook'],
  [/\bInstagram\b/i, 'Instagram'],
  [/\bWhatsApp\b/i, 'WhatsApp'],
  [/\bMicroMessenger\b/i, 'WeChat'],
  [/\bSnapchat\b/i, 'Snapchat'],
  [/\bTikTok\b|\bmusical_ly\b|\bBytedanceWebview\b/i, 'TikTok'],
  [/\bLinkedInApp\b/i, 'LinkedIn'],
  [/\bTwitter(?: for |Android)/i, 'X'],
  [/\bLine\//, 'LINE'],
  [/\bGSA\//, 'Google'],
]

export function browserKind({ userAgent, maxTouchPoints }: BrowserFacts): BrowserKind {
  const device = deviceOf(userAgent, maxTouchPoints)
  return { device, browser: browserOf(userAgent, device), inApp: appOf(userAgent, device) }
}

function deviceOf(agent: string, fingers: number): DeviceKind {
  if (/\biPhone\b|\biPod\b/.test(agent)) return 'iphone'
  if (/\biPad\b/.test(agent)) return 'ipad'
  if (/\bAndroid\b/.test(agent)) return 'android'
  if (/\bCrOS\b/.test(agent)) return 'chromebook'
  if (/\bWindows\b/.test(agent)) return 'windows'
  if (/\bMacintosh\b/.test(agent)) return fingers > 1 ? 'ipad' : 'mac'
  if (/\bLinux\b|\bX11\b/.test(agent)) return 'linux'
  return 'other'
}

function browserOf(agent: string, device: DeviceKind): BrowserName {
  if (/\bSamsungBrowser\//.test(agent)) return 'samsung'
  if (/\bEdg(?:e|A|iOS)?\//.test(agent)) return 'edge'
  if (/\b(?:Firefox|FxiOS)\//.test(agent)) return 'firefox'
  if (/\bOPR\/|\bOPiOS\/|\bDuckDuckGo\/|\bDdg\//.test(agent)) return 'other'
  if (/\b(?:Chrome|CriOS|Chromium)\//.test(agent)) return 'chrome'
  if (/\bSafari\//.test(agent) && (device === 'iphone' || device === 'ipad' || device === 'mac')) return 'safari'
  return 'other'
}

function appOf(agent: string, device: DeviceKind): string | null {
  for (const [pattern, name] of APPS) if (pattern.test(agent)) return name
  // Android marks every built-in view with "wv"; on an iPhone a built-in view has no "Safari" and no browser's name.
  if (device === 'android' && /; wv\)/.test(agent)) return ''
  if ((device === 'iphone' || device === 'ipad') && /\bAppleWebKit\b/.test(agent) && !/\bSafari\//.test(agent))
    return ''
  return null
}
