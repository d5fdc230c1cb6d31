// What the patient reads while they get ready for their visit: the talk about devices, where to put the device, the check.
import type { OwnKit } from '#domain/advice'
import type { DeviceKind } from '#domain/plan'
import type { ThisDevice } from '../../patient/door/this-device.ts'
import { typed } from '../typed.ts'

const NAMES: Record<DeviceKind, string> = {
  smartphone: 'phone',
  tablet: 'tablet',
  laptop: 'laptop',
  desktop: 'computer',
}

const here = (device: ThisDevice) =>
  device === 'smartphone' ? 'this phone' : device === 'tablet' ? 'this tablet' : 'this computer'

const names = (devices: readonly DeviceKind[]) => {
  const all = devices.map((device) => NAMES[device])
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} or ${all[all.length - 1]}`
}

const theirs = (devices: readonly DeviceKind[]) => (devices.length === 0 ? 'phone or tablet' : names(devices))

export const words = {
  title: 'Get ready for your visit',
  tryAgain: 'Try again',
  back: 'Back',
  next: 'Continue',
  skipTalk: 'Skip these questions',
  part: (what: string, number: number, total: number) => `${what}: question ${number} of ${total}`,
  parts: { talk: 'Your device', place: 'A good place', check: 'Quick check' },

  device: (device: DeviceKind) => NAMES[device],
  devices: {
    smartphone: 'A mobile phone with a camera',
    tablet: 'A tablet, such as an iPad',
    laptop: 'A laptop',
    desktop: 'A computer on a desk',
  } satisfies Record<DeviceKind, string>,
  devicesAsk: 'Which of these do you have?',
  devicesHint: 'Tick all that you have. It may belong to a family member.',
  devicesNone: 'I have none of these',
  preferenceAsk: 'Which one do you like to use best?',
  preferenceOf: (device: DeviceKind) => `My ${NAMES[device]}`,
  preferenceAny: 'I do not mind',
  holdAsk: (devices: readonly DeviceKind[]) => `Can you hold your ${theirs(devices)} in your hand?`,
  holdHint: 'Think of about 20 minutes.',
  hold: { yes: 'Yes', 'short-time': 'Only for a short time', no: 'No' },
  moveAsk: (devices: readonly DeviceKind[]) => `Can you carry your ${theirs(devices)} to another place?`,
  aloneAsk: 'Is somebody with you?',
  aloneHint: 'Somebody who can help you during the visit.',
  aloneNo: 'Yes, somebody is with me',
  aloneYes: 'No, I am alone',
  helperAsk: (devices: readonly DeviceKind[]) => `Can they hold your ${theirs(devices)} for you?`,
  standAsk: (devices: readonly DeviceKind[]) => `Can you stand your ${theirs(devices)} up?`,
  standHint: 'Books, a shelf or a stand will do.',
  yes: 'Yes',
  no: 'No',
  hearingAsk: 'Is it hard for you to hear people on a call?',
  kitAsk: 'Do you have any of these at home?',
  kitHint: 'If you do, have them near you. If not, that is fine.',
  kit: {
    'step-counter': 'Step counter',
    'smart-watch': 'Smart watch',
    'peak-flow-meter': 'Peak flow meter',
    'blood-pressure-monitor': 'Blood pressure monitor',
    thermometer: 'Thermometer',
    scales: 'Bathroom scales',
    oximeter: 'Finger oxygen meter',
    'glucose-meter': 'Blood sugar meter',
  } satisfies Record<OwnKit, string>,
  kitNone: 'I have none of these',

  adviceHere: (device: ThisDevice) => `Stay on ${here(device)}`,
  adviceHereText: (device: ThisDevice) => `${here(device).replace('this', 'This')} is a good choice for this visit.`,
  adviceOther: (device: DeviceKind) => `Your ${NAMES[device]} is best for this visit`,
  adviceBoth: 'You can choose',
  adviceAgreed: (device: DeviceKind) => `We agreed: your ${NAMES[device]}`,
  adviceAgreedWith: (name: string) => `You agreed this with ${typed(name)}.`,
  adviceNone: 'You do not need a screen',
  adviceNoneText: 'The clinic can phone you, or see you in person.',
  adviceUnknown: 'Any device is fine',
  adviceUnknownText: 'Use what you have in front of you.',
  useHere: (device: ThisDevice) => `Use ${here(device)}`,
  stayHere: (device: ThisDevice) => `Stay on ${here(device)}`,
  changeTo: (device: DeviceKind) => `I will change to my ${NAMES[device]}`,
  phoneMe: 'Phone me instead',

  changeTitle: (device: DeviceKind) => `Change to your ${NAMES[device]}`,
  changeSteps: (device: DeviceKind): readonly string[] => [
    `Turn on your ${NAMES[device]}. Open its internet browser.`,
    'Type this address at the top:',
    'Press Start. Type your name again.',
  ],
  changeHonest: 'You get a new place there. It may be later in line.',
  changeLeave: 'Are you waiting there? Then press Leave on this page.',
  changeLink: (device: DeviceKind) =>
    `Your link opens only here. Phone your clinic and ask for a new link. Open it on your ${NAMES[device]}.`,
  copy: 'Copy the address',
  copied: 'The address is copied.',

  placeTitle: (device: DeviceKind | null) =>
    device === null ? 'Where to put your device' : `Where to put your ${NAMES[device]}`,
  /** For a phone in a visit that has to show all of them: the plan's own words speak of bigger screens. */
  placePhone: (feet: boolean) =>
    `Stand your phone up on something firm. Step back until we see your head and your ${feet ? 'feet' : 'hands'}.`,
  placeWear: 'What to wear',
  placeHave: 'What to have ready',
  placeSafety: 'Stay safe',
  /** For whoever is alone, instead of a plan's words that ask somebody to help. */
  placeSafetyAlone: {
    'walking-and-balance':
      'Clear the floor. Stay near something firm to hold. We only ask for what is safe alone. Stop if you feel dizzy.',
    transfers: 'Clear the floor. Keep your phone near you. Do not try anything new alone.',
  } as { readonly [purpose: string]: string },
  placeDone: 'Done',
  placeHelp: 'Help me with my place',
  moment: 'One moment…',
  drawings: {
    'whole-body': 'A laptop on a table. A woman stands back. We see her head and her feet.',
    'whole-body-tablet': 'A tablet leans on books on a table. A woman stands back. We see head and feet.',
    propped: 'A tablet leans on books. A woman stands in front with free hands.',
    'close-up': 'A hand holds a phone close to a knee.',
    face: 'A laptop stands on books. The camera is as high as the eyes.',
    'face-tablet': 'A tablet stands on books. The camera is as high as the eyes.',
    family: 'Three people on a sofa. All of them fit in the picture.',
    helper: 'A helper holds the phone. The other person sits on a chair.',
    'home-tour': 'A person walks with a phone and shows the stairs.',
  },

  checkTitle: 'We check that all works',
  checkAgain: 'Check again',
  checkDone: 'Done',
  checkSteps: 'What we found',
  stop: 'Stop the check',
  skipPart: 'Skip this part',
  now: {
    device: 'Looking at your device…',
    camera: 'Looking at your picture. Keep still for a moment.',
    microphone: 'Listening. Please say “one, two, three”.',
    speaker: 'Checking your loudspeaker…',
    connection: 'Testing your internet. Please wait.',
    done: 'Done.',
  },
  soundSoon: 'You will hear a soft sound now.',
  soundPlaying: 'A soft sound is playing. Please be quiet.',
  waitingPage: 'We wait until you look at this page.',
  waitingAnswer: 'Press Allow in the box of your browser.',
  heardAsk: 'Did you hear the sound?',
  heardYes: 'Yes',
  heardNo: 'No',
  dataTitle: 'Next: your internet',
  data: (megabytes: number, seconds: number) =>
    `This uses up to ${megabytes} MB of your data. It takes up to ${seconds} seconds.`,
  dataCost: 'It may cost you money without wifi.',
  dataSoon: (seconds: number) => (seconds === 1 ? 'It starts in 1 second.' : `It starts in ${seconds} seconds.`),
  dataStart: 'Test my internet',
  dataStartNow: 'Start now',
  dataNo: 'Leave it out',
  measured: (percent: number) => `${percent}% done`,

  pending: 'Not looked at yet',
  looking: 'Looking…',
  howTo: 'Show me how',
  result: {
    well: 'You are ready',
    better: 'You are nearly ready',
    soundFirst: 'Sound works best just now',
    phone: 'A phone call may be better',
    partly: 'That is fine',
  },
  resultText: {
    well: 'Your picture, your sound and your internet work.',
    better: 'You can start like this. It is better if you do this:',
    soundFirst: 'You can talk with us without a picture. This may help:',
    phone: 'Video may not work today. This may help:',
    partly: 'We did not check everything. You can check it later.',
  },
  useSound: 'Use sound only',
  remember: 'Remember on this device that it works',
  rememberHint: 'We keep only the kind of device and the day. Nothing about you.',
  allDone: 'That is all for now',
  readyText: 'Stay on this page. The bell rings when it is your turn.',
  showPlace: 'Where to put the device',
}
