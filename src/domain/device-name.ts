// Which browser on which system says who it is, coarsely: enough for a person to know their own again, too little to be a
// fingerprint. What is not known is null, never a guess.

export interface DeviceName {
  readonly browser: string | null
  readonly system: string | null
}

/** In this order: many browsers also claim to be the one they are made from. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bOPR\/|\bOPT\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bHeadlessChrome\//, 'Chrome'],
  [/\bVersion\/[\d.]+ (Mobile\/\w+ |Mobile )?Safari\//, 'Safari'],
]

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

const first = (text: string, of: typeof BROWSERS) => of.find(([sign]) => sign.test(text))?.[1] ?? null

/** What the header `user-agent` says. */
export function deviceNameOf(userAgent: string): DeviceName {
  return { browser: first(userAgent, BROWSERS), system: first(userAgent, SYSTEMS) }
}
