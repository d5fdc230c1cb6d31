// A device in figures, for tests: what it says of itself, and what is made of it.
import type { DeviceFinding } from '#domain/equipment'
import { type DeviceFacts, deviceFinding } from '../../src/web/checks/device.ts'
import type { Hints } from '../../src/web/checks/versions.ts'

/** What is found of a device about which nothing is known but `change`. */
export function look(change: Partial<DeviceFacts>): DeviceFinding {
  return deviceFinding({
    userAgent: '',
    maxTouchPoints: 0,
    hints: null,
    screen: { width: 1920, height: 1080 },
    memoryGiB: null,
    battery: null,
    screens: null,
    dataSaver: null,
    server: null,
    storage: true,
    capable: true,
    ...change,
  })
}

export const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
export const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko)'
export const iphone = (os: string) => `Mozilla/5.0 (iPhone; CPU iPhone OS ${os} like Mac OS X) ${WEBKIT}`
export const IPAD = `Mozilla/5.0 (iPad; CPU OS 12_5_7 like Mac OS X) ${WEBKIT}`
export const MAC = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT}`
export const MAC_BLINK = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${BLINK}`
export const WINDOWS = `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${BLINK}`
export const ANDROID = `Mozilla/5.0 (Linux; Android 10; K) ${BLINK}`
export const CHROMEBOOK = `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${BLINK}`
export const hints = (change: Partial<Hints>): Hints => ({
  mobile: false,
  platformVersion: null,
  formFactors: [],
  ...change,
})

export const PHONE = { maxTouchPoints: 5, screen: { width: 390, height: 844 } }
export const TABLET = { maxTouchPoints: 5, screen: { width: 820, height: 1180 } }
export const chrome = (version: number) => `Chrome/${version}.0.0.0 Safari/537.36`
