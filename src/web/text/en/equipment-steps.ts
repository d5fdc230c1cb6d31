// What to do, step by step, when camera, microphone or sound give trouble: for the device and browser in front of the
// person. Names in quotation marks are written as that browser writes them.
import type { BrowserKind } from '../../checks/browser-kind.ts'
import type { Trouble } from '../../patient/equipment/equipment-model.ts'
import { words as otherBrowser } from './other-browser.ts'

export type TroubledDevice = 'camera' | 'microphone' | 'both'

const onPhone = ({ device }: BrowserKind) => device === 'iphone' || device === 'ipad' || device === 'android'

const namedDevice = (device: TroubledDevice) =>
  device === 'both' ? '“Camera” and “Microphone”' : device === 'camera' ? '“Camera”' : '“Microphone”'

function refused(device: TroubledDevice, kind: BrowserKind): readonly string[] {
  const what = namedDevice(device)
  if (kind.device === 'iphone' || kind.device === 'ipad') {
    if (kind.browser === 'safari')
      return [
        'Press the small sign beside the address of this page.',
        'Press “Website Settings”. You may have to press the three dots first.',
        `Set ${what} to “Allow”.`,
        'Come back and press Try again.',
      ]
    const app = { chrome: 'Chrome', edge: 'Edge', firefox: 'Firefox', samsung: '', safari: '', other: '' }[kind.browser]
    return [
      'Open “Settings” on your device.',
      app ? `Press “Apps”, then “${app}”.` : 'Press “Apps”, then the name of your browser.',
      `Switch on ${what}.`,
      'Come back here and press Try again.',
    ]
  }
  if (kind.device === 'android') {
    if (kind.browser === 'firefox')
      return ['Press the lock beside the address.', `Press “Blocked” next to ${what}.`, 'Press Try again.']
    return [
      'Press the small sign left of the address.',
      'Press “Permissions”.',
      `Switch on ${what}.`,
      'Come back and press Try again.',
    ]
  }
  if (kind.browser === 'firefox')
    return [
      'Find the crossed-out camera left of the address. Press it.',
      'Press the small cross beside “Blocked”.',
      'Press Try again.',
    ]
  if (kind.browser === 'safari')
    return [
      'Press “Safari” at the top of the screen.',
      'Press “Settings for This Website”.',
      `Set ${what} to “Allow”.`,
      'Press Try again.',
    ]
  return [
    kind.browser === 'edge' ? 'Press the lock left of the address.' : 'Press the small sign left of the address.',
    `Switch on ${what}.`,
    'Press Try again. If nothing changes, load this page again.',
  ]
}

function none(device: TroubledDevice, kind: BrowserKind): readonly string[] {
  if (onPhone(kind)) return ['Close all other apps.', 'Turn your device off and on again.', 'Open the link again.']
  if (device === 'microphone')
    return ['Is your microphone or headset plugged in? Pull it out and plug it in again.', 'Press Try again.']
  return [
    'Is your camera plugged in? Pull it out and plug it in again.',
    'Some laptops have a small cover or a key for the camera. Open it.',
    'Press Try again.',
  ]
}

function busy(kind: BrowserKind): readonly string[] {
  if (onPhone(kind)) return ['End any other call.', 'Close all other apps.', 'Come back here and press Try again.']
  return [
    'Close other video programs, such as Teams, Zoom or WhatsApp.',
    'Close other pages that show your camera.',
    'Press Try again.',
  ]
}

function unsupported(kind: BrowserKind, secure: boolean): readonly string[] {
  const apple = kind.device === 'iphone' || kind.device === 'ipad'
  const better = apple ? 'Safari' : kind.device === 'android' ? 'Chrome' : null
  if (kind.inApp !== null) {
    const here = kind.inApp ? `You are inside ${kind.inApp}.` : 'You are inside another app.'
    return [
      `${here} Look for three dots on the screen and press them.`,
      better ? `Press “Open in ${better}” or “Open in browser”.` : 'Press “Open in browser”.',
      better ? `No such words? Copy the link. Then open ${better} and paste it.` : 'No such words? Copy the link.',
    ]
  }
  if (!secure)
    return ['Look at the address of this page.', 'It must begin with https. Ask your clinic for the right link.']
  return [`${otherBrowser.copy}.`, better ? `Open ${better} and paste the link there.` : otherBrowser.openOther]
}

const hearingAid = 'Do you use a hearing aid? Link it to this device, or come near the speaker.'

export const words = {
  steps(device: TroubledDevice, why: Trouble, kind: BrowserKind, secure: boolean): readonly string[] {
    switch (why) {
      case 'refused':
        return refused(device, kind)
      case 'none':
        return none(device, kind)
      case 'busy':
        return busy(kind)
      case 'unsupported':
        return unsupported(kind, secure)
      case 'lost':
        return device === 'microphone'
          ? ['Is your headset on and near you? Plug it in again.', 'Press Try again.']
          : ['Is something in front of the camera? Take it away.', ...busy(kind)]
    }
  },
  takeOtherCamera: 'Use your other camera',
  bellVoice: 'Hear a voice instead',
  bellVoiceSays: 'Hello. Can you hear this voice? Then all is well.',
  otherCamera: 'Does it still not work? Use your other camera.',
  quietBell(kind: BrowserKind): readonly string[] {
    if (kind.device === 'iphone')
      return [
        'Press the upper button at the side of your phone. Press it many times.',
        'Is there a small switch above it? Move it so that no orange shows.',
        'Do you use headphones? Put them on, or switch them off.',
        hearingAid,
      ]
    if (kind.device === 'ipad' || kind.device === 'android')
      return [
        'Press the upper volume button at the side. Press it many times.',
        'Do you use headphones? Put them on, or switch them off.',
        hearingAid,
      ]
    return [
      'Press the key with the loudspeaker and the plus sign many times.',
      'Are your loudspeakers on? Do they have a button for the volume?',
      'Do you use headphones? Put them on, or pull them out.',
      hearingAid,
    ]
  },
}
