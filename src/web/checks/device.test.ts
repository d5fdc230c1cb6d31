// What real devices are taken for, from user agents and facts as they really send them.
import { describe, expect, it } from 'vitest'
import {
  ANDROID,
  BLINK,
  CHROMEBOOK,
  chrome,
  hints,
  IPAD,
  iphone,
  look,
  MAC,
  MAC_BLINK,
  PHONE,
  TABLET,
  WINDOWS,
} from '../../../test/checks/made-up-device.ts'
import type { DeviceFacts } from './device.ts'

// [what it is, facts, kind system version browser version supported]
const devices: [string, Partial<DeviceFacts>, string][] = [
  [
    'iPhone, Safari',
    { ...PHONE, userAgent: `${iphone('18_5')} Version/18.5 Mobile/15E148 Safari/604.1` },
    'smartphone ios 18.5 safari 18 yes',
  ],
  [
    'iPhone with iOS 26, whose Safari says 18 of the system',
    { ...PHONE, userAgent: `${iphone('18_6')} Version/26.1 Mobile/15E148 Safari/604.1` },
    'smartphone ios 26.1 safari 26 yes',
  ],
  [
    'iPhone, Chrome',
    { ...PHONE, userAgent: `${iphone('17_4')} CriOS/138.0.7204.53 Mobile/15E148 Safari/604.1` },
    'smartphone ios 17.4 chrome 138 yes',
  ],
  [
    'iPhone, Firefox on a system that is too old',
    { ...PHONE, userAgent: `${iphone('15_3')} FxiOS/140.0 Mobile/15E148 Safari/605.1.15` },
    'smartphone ios 15.3 firefox 140 too-old',
  ],
  [
    'iPhone at the least version',
    { ...PHONE, userAgent: `${iphone('15_4')} Version/15.4 Mobile/15E148 Safari/604.1` },
    'smartphone ios 15.4 safari 15 yes',
  ],
  [
    'iPhone with lockdown mode, which has no WebRTC',
    { ...PHONE, capable: false, userAgent: `${iphone('18_5')} Version/18.5 Mobile/15E148 Safari/604.1` },
    'smartphone ios 18.5 safari 18 no',
  ],
  [
    'iPad that says it is a Mac',
    { ...TABLET, userAgent: `${MAC} Version/18.5 Safari/605.1.15` },
    'tablet ios 18.5 safari 18 yes',
  ],
  [
    'iPad Air of 2013',
    { ...TABLET, userAgent: `${IPAD} Version/12.1.2 Mobile/15E148 Safari/604.1` },
    'tablet ios 12.5.7 safari 12 too-old',
  ],
  [
    'MacBook, Safari',
    { screen: { width: 1512, height: 982 }, userAgent: `${MAC} Version/17.4 Safari/605.1.15` },
    'laptop macos null safari 17 yes',
  ],
  [
    'iMac, Safari of 2021',
    { userAgent: `${MAC} Version/15.3 Safari/605.1.15` },
    'desktop macos null safari 15 too-old',
  ],
  [
    'MacBook, Chrome',
    {
      screen: { width: 1440, height: 900 },
      hints: hints({ platformVersion: '14.5.0' }),
      userAgent: `${MAC_BLINK} ${chrome(138)}`,
    },
    'laptop macos 14.5 chrome 138 yes',
  ],
  [
    'Windows 11 laptop, Edge',
    {
      screen: { width: 1536, height: 864 },
      hints: hints({ platformVersion: '15.0.0' }),
      userAgent: `${WINDOWS} ${chrome(138)} Edg/138.0.0.0`,
    },
    'laptop windows 11 edge 138 yes',
  ],
  [
    'Windows 10 machine of unknown shape',
    { hints: hints({ platformVersion: '10.0.0' }), userAgent: `${WINDOWS} ${chrome(120)}` },
    'null windows 10 chrome 120 yes',
  ],
  [
    'Windows laptop on its battery',
    { battery: { level: 0.4, charging: false }, userAgent: `${WINDOWS} ${chrome(120)}` },
    'laptop windows null chrome 120 yes',
  ],
  [
    'wide screen on a desk',
    { screen: { width: 2560, height: 1440 }, userAgent: `${WINDOWS} ${chrome(120)}` },
    'desktop windows null chrome 120 yes',
  ],
  [
    'Windows tablet with a touch screen',
    { maxTouchPoints: 10, userAgent: `${WINDOWS} ${chrome(120)}` },
    'laptop windows null chrome 120 yes',
  ],
  [
    'Windows 7, Chrome 109, the last there',
    {
      screen: { width: 1366, height: 768 },
      userAgent: `Mozilla/5.0 (Windows NT 6.1; Win64; x64) ${BLINK} ${chrome(109)}`,
    },
    'laptop windows 7 chrome 109 yes',
  ],
  [
    'Firefox before its least version',
    { userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:103.0) Gecko/20100101 Firefox/103.0' },
    'null windows null firefox 103 too-old',
  ],
  [
    'Firefox at its least version',
    { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:104.0) Gecko/20100101 Firefox/104.0' },
    'null linux null firefox 104 yes',
  ],
  ['Chrome before its least version', { userAgent: `${WINDOWS} ${chrome(96)}` }, 'null windows null chrome 96 too-old'],
  ['Chrome at its least version', { userAgent: `${WINDOWS} ${chrome(97)}` }, 'null windows null chrome 97 yes'],
  [
    'Opera, judged by its engine',
    { userAgent: `${WINDOWS} ${chrome(96)} OPR/82.0.0.0` },
    'null windows null other 82 too-old',
  ],
  [
    'Chromebook',
    { screen: { width: 1366, height: 768 }, userAgent: `${CHROMEBOOK} ${chrome(138)}` },
    'laptop chromeos null chrome 138 yes',
  ],
  [
    'Android telephone, Chrome',
    {
      ...PHONE,
      hints: hints({ mobile: true, platformVersion: '14.0.0', formFactors: ['Mobile'] }),
      userAgent: `${ANDROID} Chrome/138.0.0.0 Mobile Safari/537.36`,
    },
    'smartphone android 14 chrome 138 yes',
  ],
  [
    'Android telephone, whose Chrome says no more than K',
    { ...PHONE, userAgent: `${ANDROID} Chrome/138.0.0.0 Mobile Safari/537.36` },
    'smartphone android null chrome 138 yes',
  ],
  [
    'Android tablet, Chrome',
    { ...TABLET, userAgent: `${ANDROID} ${chrome(138)}` },
    'tablet android null chrome 138 yes',
  ],
  [
    'Android tablet that calls itself mobile',
    { ...TABLET, userAgent: `${ANDROID} Chrome/138.0.0.0 Mobile Safari/537.36` },
    'tablet android null chrome 138 yes',
  ],
  [
    'Samsung Internet',
    {
      ...PHONE,
      userAgent: `Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S918B) ${BLINK} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
    },
    'smartphone android 14 samsung 28 yes',
  ],
  [
    'Samsung Internet before its least version',
    {
      ...PHONE,
      userAgent: `Mozilla/5.0 (Linux; Android 11; SAMSUNG SM-A515F) ${BLINK} SamsungBrowser/17.0 Chrome/96.0.4664.104 Mobile Safari/537.36`,
    },
    'smartphone android 11 samsung 17 too-old',
  ],
  [
    'Firefox on Android',
    { ...PHONE, userAgent: 'Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0' },
    'smartphone android 14 firefox 140 yes',
  ],
  [
    'Android telephone that asked for the desktop site',
    { ...PHONE, userAgent: `Mozilla/5.0 (X11; Linux x86_64) ${BLINK} ${chrome(138)}` },
    'smartphone linux null chrome 138 yes',
  ],
  ['something unknown', { userAgent: 'Lynx/2.9', capable: false }, 'null other null other null no'],
]

describe('[EC1] [EC2] kind, system, browser and their versions', () => {
  it.each(devices)('%s', (_, facts, expected) => {
    const told = look(facts)
    expect(
      `${told.kind} ${told.system} ${told.systemVersion} ${told.browser} ${told.browserVersion} ${told.supported}`,
    ).toBe(expected)
  })
})
