// What the patient reads of their own equipment: the names of its parts, how it is, and the one thing to do next. Short
// sentences, reading age 9 to 11. What to ask of them stands in readiness.
import type { Verdict } from '#domain/equipment'
import type { Item, Means, Step } from '#domain/equipment-judged'

const rounded = (value: number, digits: number) =>
  new Intl.NumberFormat('en-GB', { maximumFractionDigits: digits }).format(value)

export const words = {
  items: {
    device: 'Your device',
    power: 'Battery',
    camera: 'Picture',
    light: 'Light',
    microphone: 'Your voice',
    speaker: 'What you hear',
    connection: 'Internet',
  } satisfies Record<Item, string>,
  verdicts: {
    good: 'Good',
    ok: 'Fine',
    poor: 'Could be better',
    'not-suitable': 'Needs your help',
    unknown: 'Not tested',
  } satisfies Record<Verdict, string>,
  overall: {
    good: 'All is well.',
    ok: 'All is well.',
    poor: 'It works. One thing could be better.',
    'not-suitable': 'One thing needs your help.',
    unknown: 'We have not tested it all yet.',
  } satisfies Record<Verdict, string>,
  means: {
    video: 'You can see and hear us.',
    'sound-first': 'You can talk with us. The picture may stop.',
    phone: 'If it does not work, we phone you.',
  } satisfies Record<Means, string>,
  steps: {
    'use-other-browser': 'Open the link in Chrome, Safari, Edge or Firefox.',
    'update-browser': 'Update your browser. Then open the link again.',
    'open-in-browser': 'Open the link in your browser. Press the three dots to find it.',
    'close-other-app': 'Close your other apps and calls. Then try again.',
    'set-clock': 'Your clock is wrong. Set date and time to “automatic” in Settings.',
    'plug-in-charger': 'Plug in your charger.',
    'allow-camera': 'Press the sign next to the address. Set the camera to “Allow”.',
    'switch-on-camera': 'Turn on your camera.',
    'uncover-camera': 'Something is in front of your camera. Take it away.',
    'restart-camera': 'Turn your camera off and on again.',
    'connect-camera': 'Plug in a camera. Or use a phone or tablet.',
    'use-other-device': 'Do you have another phone, tablet or laptop? Open the link there.',
    'turn-light-on': 'Turn on a light.',
    'turn-light-to-face': 'Turn round, so that the light shines on your face.',
    'allow-microphone': 'Press the sign next to the address. Set the microphone to “Allow”.',
    'switch-on-microphone': 'Turn on your sound.',
    'connect-microphone': 'Plug in a headset. Or ask us to phone you.',
    'restart-microphone': 'Unplug your headset. Then try again.',
    'speak-up': 'Come nearer and speak louder.',
    'move-back-from-microphone': 'You are very loud. Move back a little.',
    'go-where-quiet': 'Go where it is quiet. Turn off the TV or radio.',
    'turn-sound-up': 'Turn the sound up.',
    'wear-headset': 'Put on headphones if you have some.',
    'check-internet': 'Check that your wifi or mobile data is on.',
    'sign-in-to-wifi': 'This wifi wants you to sign in. Open a new page to do that.',
    'move-nearer-wifi': 'Move nearer your wifi box.',
    'leave-vpn': 'Do you use a VPN? Turn it off. Or try another wifi.',
    'data-saver-off': 'Turn off “Data Saver” in Settings.',
    'run-check': 'Press Check to test it.',
    'check-again': 'The test stopped too early. Test again.',
    'phone-instead': 'Ask us to phone you instead.',
  } satisfies Record<Step, string>,
  figures: {
    lines: (lines: number) => `${rounded(lines, 0)} lines`,
    fps: (fps: number) => `${rounded(fps, 0)} pictures a second`,
    down: (mbps: number) => `${rounded(mbps, 1)} Mbps down`,
    up: (mbps: number) => `${rounded(mbps, 1)} Mbps up`,
    roundTrip: (ms: number) => `${rounded(ms, 0)} ms`,
    loss: (percent: number) => `${rounded(percent, 1)}% lost`,
    battery: (percent: number) => `${rounded(percent, 0)}% full`,
  },
}
