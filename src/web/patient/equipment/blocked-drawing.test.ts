import { expect, it } from 'vitest'
import type { BrowserKind } from '../../checks/browser-kind.ts'
import { blockedLook } from './blocked-drawing.tsx'

const on = (device: BrowserKind['device'], browser: BrowserKind['browser']): BrowserKind => ({
  device,
  browser,
  inApp: null,
})

it.each([
  [on('windows', 'chrome'), 'tune'],
  [on('android', 'chrome'), 'tune'],
  [on('windows', 'edge'), 'lock'],
  [on('android', 'samsung'), 'lock'],
  [on('linux', 'firefox'), 'crossed-camera'],
  [on('android', 'firefox'), 'lock'],
  [on('iphone', 'safari'), 'page-settings'],
  [on('iphone', 'chrome'), 'settings-app'],
  [on('mac', 'safari'), 'menu'],
] as const)('[P71] %o shows the sign that this browser has', (kind, look) => {
  expect(blockedLook(kind)).toBe(look)
})
