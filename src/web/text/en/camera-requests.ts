// What a practitioner asks of the patient's camera, as the patient reads it. Nothing happens before they press.
import type { CameraRequestKind } from '#contract/consultation'
import { typed } from '../typed.ts'

interface AskWords {
  readonly title: string
  readonly text: string
}

export const words = {
  asks: (name: string) => `${typed(name)} asks:`,
  kinds: {
    'back-camera': {
      title: 'May we use the camera on the back?',
      text: 'We then see what is in front of you.',
    },
    'front-camera': {
      title: 'May we use the camera on the front?',
      text: 'We then see your face again.',
    },
    'zoom-in': { title: 'May we look closer?', text: 'Your camera makes things bigger.' },
    'zoom-out': { title: 'May we see more?', text: 'Your camera shows more around you.' },
    'torch-on': { title: 'May we turn on your light?', text: 'It is bright. Keep it away from your eyes.' },
    'torch-off': { title: 'May we turn off your light?', text: 'The light by your camera goes out.' },
    still: {
      title: 'May we take a sharp picture?',
      text: 'Hold still, then press Allow. Only the person you see gets it.',
    },
    'turn-sideways': { title: 'Please turn to the side', text: 'We want to see you from the side.' },
    'move-back': { title: 'Please move back a little', text: 'We want to see more of you.' },
    'move-nearer': { title: 'Please come nearer', text: 'Move closer to your camera.' },
    'tilt-back': { title: 'Please tilt your screen back a little', text: 'Your camera then looks higher up.' },
    'tilt-forward': { title: 'Please tilt your screen forward a little', text: 'Your camera then looks lower down.' },
    'more-light': { title: 'Please turn on a light', text: 'Or turn so that light falls on you.' },
  } satisfies Record<CameraRequestKind, AskWords> as Readonly<Record<CameraRequestKind, AskWords>>,
  allow: 'Allow',
  done: 'I have done it',
  notNow: 'Not now',
  working: 'One moment',
  holdStill: 'Hold still',
  sending: (percent: number) => `Your picture is on its way: ${percent}%`,
  sent: 'They have your picture now.',
  notSent: 'The picture did not get there. They can ask again.',
  thanks: 'Done. Thank you.',
  cannot: 'Your camera cannot do this. That is fine.',
}
