// What this page calls a device and a browser, from user agents as these browsers really send them.
import { describe, expect, it } from 'vitest'
import { browserKind } from '../../checks/browser-kind.ts'
import { promptPlace } from './surroundings.ts'

const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
const IPHONE = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${webkit}`
const MAC = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit}`
const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)'
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'

const cases: [string, string, number, string][] = [
  ['Safari on iPhone', `${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1`, 5, 'iphone safari null'],
  ['Chrome on iPhone', `${IPHONE} CriOS/138.0.7204.53 Mobile/15E148 Safari/604.1`, 5, 'iphone chrome null'],
  ['Firefox on iPhone', `${IPHONE} FxiOS/140.0 Mobile/15E148 Safari/605.1.15`, 5, 'iphone firefox null'],
  ['Edge on iPhone', `${IPHONE} Version/18.0 EdgiOS/137.0.3296.88 Mobile/15E148 Safari/604.1`, 5, 'iphone edge null'],
  ['iPad, which says it is a Mac', `${MAC} Version/18.5 Safari/605.1.15`, 5, 'ipad safari null'],
  ['Safari on a Mac', `${MAC} Version/18.5 Safari/605.1.15`, 0, 'mac safari null'],
  [
    'Chrome on a Mac',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36',
    0,
    'mac chrome null',
  ],
  ['Chrome on Android', `${ANDROID} Chrome/138.0.0.0 Mobile Safari/537.36`, 5, 'android chrome null'],
  [
    'Samsung Internet',
    'Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
    5,
    'android samsung null',
  ],
  [
    'Firefox on Android',
    'Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
    5,
    'android firefox null',
  ],
  ['Edge on Windows', `${WINDOWS} Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0`, 0, 'windows edge null'],
  ['Chrome on Windows', `${WINDOWS} Chrome/138.0.0.0 Safari/537.36`, 0, 'windows chrome null'],
  ['Opera on Windows', `${WINDOWS} Chrome/136.0.0.0 Safari/537.36 OPR/120.0.0.0`, 0, 'windows other null'],
  [
    'Chromebook',
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36',
    0,
    'chromebook chrome null',
  ],
  [
    'Firefox on Linux',
    'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    0,
    'linux firefox null',
  ],
  [
    'Facebook on iPhone',
    `${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/515.0.0.35.90;FBDV/iPhone15,2;FBSN/iOS;FBSV/18.5]`,
    5,
    'iphone other Facebook',
  ],
  ['Messenger on iPhone', `${IPHONE} Mobile/15E148 [FBAN/MessengerForiOS;FBAV/510.0]`, 5, 'iphone other Messenger'],
  [
    'Facebook on Android',
    'Mozilla/5.0 (Linux; Android 14; SM-A546B; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/138.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/515.0]',
    5,
    'android chrome Facebook',
  ],
  [
    'Instagram on Android',
    'Mozilla/5.0 (Linux; Android 13; Pixel 7; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/138.0.0.0 Mobile Safari/537.36 Instagram 385.0.0.0',
    5,
    'android chrome Instagram',
  ],
  ['WhatsApp on iPhone', `${IPHONE} Mobile/15E148 WhatsApp/25.17.81`, 5, 'iphone other WhatsApp'],
  [
    'an Android app that does not say its name',
    'Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/138.0.0.0 Mobile Safari/537.36',
    5,
    'android chrome ',
  ],
  ['an iPhone app that does not say its name', `${IPHONE} Mobile/15E148`, 5, 'iphone other '],
  ['something unknown', 'Lynx/2.9', 0, 'other other null'],
]

describe('[P12] the words fit the device and browser in front of the patient', () => {
  it.each(cases)('%s', (_, userAgent, maxTouchPoints, expected) => {
    const kind = browserKind({ userAgent, maxTouchPoints })
    expect(`${kind.device} ${kind.browser} ${kind.inApp}`).toBe(expected)
  })

  it('knows where the question for permission appears', () => {
    expect(promptPlace({ device: 'iphone', browser: 'safari', inApp: null })).toBe('middle')
    expect(promptPlace({ device: 'android', browser: 'samsung', inApp: null })).toBe('bottom')
    expect(promptPlace({ device: 'windows', browser: 'edge', inApp: null })).toBe('top')
  })
})
