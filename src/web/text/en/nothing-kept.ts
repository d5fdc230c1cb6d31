// What is read where the browser keeps no cookies, step by step for the browser in hand. Names in quotation marks are
// written as that browser writes them.
import type { BrowserKind } from '../../checks/browser-kind.ts'

const BACK = 'Come back here and press Try again.'

function steps({ device, browser, inApp }: BrowserKind): readonly string[] {
  if (inApp !== null) return ['Press the three dots or the share sign.', 'Choose to open this page in your browser.']
  if ((device === 'iphone' || device === 'ipad') && browser !== 'safari')
    return ['Open “Safari” on your device.', 'Open your link there.']
  if (device === 'iphone' || device === 'ipad')
    return [
      'Open “Settings” on your device.',
      'Press “Apps”, then “Safari”, then “Advanced”.',
      'Switch off “Block All Cookies”.',
      BACK,
    ]
  if (device === 'android' && browser !== 'firefox')
    return [
      'Press the three dots or lines of your browser.',
      'Press “Settings”, then “Site settings”.',
      'Press “On-device site data” and switch it on.',
      BACK,
    ]
  if (browser === 'firefox')
    return [
      'Press the three lines of Firefox, then “Settings”.',
      'Find “Enhanced Tracking Protection”.',
      'Choose “Standard”.',
      BACK,
    ]
  if (browser === 'safari')
    return [
      'Press “Safari” at the top of the screen.',
      'Press “Settings”, then “Advanced”.',
      'Take away the tick at “Block all cookies”.',
      BACK,
    ]
  return [
    'Press the small sign left of the address.',
    'Press “Cookies and site data”.',
    'Allow this page to save data.',
    BACK,
  ]
}

export const words = {
  title: 'This browser cannot keep your place',
  text: 'It keeps no cookies. We need one to know you again. Allow it, and you can start.',
  stepsTitle: 'What to do',
  steps,
  tryAgain: 'Try again',
  elsewhere: 'Or open your link in another browser, or on another device.',
}
