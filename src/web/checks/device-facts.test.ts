// What is told of a device beside its kind: the app around the page, battery, clock, and what goes through.
import { describe, expect, it } from 'vitest'
import { BLINK, iphone, look, PHONE } from '../../../test/checks/made-up-device.ts'

// The apps in which links from messages open.
const apps: [string, string][] = [
  ['Facebook', `${iphone('18_5')} Mobile/15E148 [FBAN/FBIOS;FBAV/515.0.0.35.90;FBDV/iPhone15,2;FBSN/iOS;FBSV/18.5]`],
  ['Messenger', `${iphone('18_5')} Mobile/15E148 [FBAN/MessengerForiOS;FBAV/510.0]`],
  ['Instagram', `${iphone('17_5')} Mobile/15E148 Instagram 385.0.0.27.88 (iPhone15,3; iOS 17_5; en_GB; scale=3.00)`],
  ['WhatsApp', `${iphone('18_5')} Mobile/15E148 WhatsApp/25.17.81`],
  ['LinkedIn', `${iphone('18_5')} Mobile/15E148 [LinkedInApp]/9.30.5542`],
  ['Line', `${iphone('18_5')} Mobile/15E148 Safari Line/15.7.0`],
  ['WeChat', `${iphone('18_5')} Mobile/15E148 MicroMessenger/8.0.60(0x18003c2b) NetType/WIFI Language/en`],
  ['Google', `${iphone('18_5')} GSA/370.0.770155870 Mobile/15E148 Safari/604.1`],
  ['TikTok', `${iphone('18_5')} Mobile/15E148 musical_ly_39.9.0 BytedanceWebview/d8a21c6`],
  ['Snapchat', `${iphone('18_5')} Mobile/15E148 Snapchat/13.40.0.41 (like Safari/8617.1.17, panda)`],
  [
    'an Android app',
    `Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) ${BLINK} Version/4.0 Chrome/138.0.0.0 Mobile Safari/537.36`,
  ],
]

describe('[EC3] a page inside another app', () => {
  it.each(apps)('%s', (_, userAgent) => {
    expect(look({ ...PHONE, userAgent })).toMatchObject({ browser: 'in-app', supported: 'in-app' })
  })

  it('an app with an old engine is told as an app: the way out is the same', () => {
    const userAgent = `${iphone('14_2')} Mobile/15E148 Instagram 385.0.0.27.88`
    expect(look({ ...PHONE, userAgent }).supported).toBe('in-app')
  })
})

describe('[EC4] battery', () => {
  it.each([
    ['low', { level: 0.12, charging: false }, 12, false],
    ['charging', { level: 0.5, charging: true }, 50, true],
    ['full, off the plug', { level: 1, charging: false }, 100, false],
    ['full on the plug, or none at all', { level: 1, charging: true }, null, null],
    ['not told', null, null, null],
  ])('%s', (_, battery, batteryPercent, charging) => {
    expect(look({ battery })).toMatchObject({ batteryPercent, charging })
  })
})

describe('[EC5] the clock', () => {
  const DAY = 24 * 60 * 60 * 1000
  it.each([
    ['right', { serverMs: 1_000_000, sentMs: 999_950, receivedMs: 1_000_050 }, 0],
    ['a day ahead', { serverMs: 1_000_000, sentMs: 1_000_000 + DAY, receivedMs: 1_000_100 + DAY }, DAY + 50],
    ['a day behind', { serverMs: 1_000_000 + DAY, sentMs: 1_000_000, receivedMs: 1_000_100 }, 50 - DAY],
    ['not asked', null, null],
  ])('%s', (_, server, clockAheadMs) => {
    expect(look({ server }).clockAheadMs).toBe(clockAheadMs)
  })
})

it('[EC6] memory, screens, data saver and storage go through as they are told', () => {
  const told = { memoryGiB: 4, screens: 2, dataSaver: true, storage: false }
  expect(look(told)).toMatchObject(told)
  expect(look({})).toMatchObject({ memoryGiB: null, screens: null, dataSaver: null, storage: true })
})
