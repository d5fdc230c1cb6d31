// What to do about weak equipment, as a practitioner reads it: what is wrong, what to ask of the patient, what to do oneself.
import type { Step } from '#domain/equipment-judged'

/** `trouble`: what is wrong in two or three words; `them`: what to ask of the patient; `you`: what to do oneself. */
interface StepWords {
  readonly trouble: string
  readonly them: string
  readonly you: string
}

export const words = {
  'use-other-browser': {
    trouble: 'Browser too limited',
    them: 'Ask them to open the link in Chrome, Edge, Safari or Firefox',
    you: 'Open this page in Chrome, Edge, Safari or Firefox',
  },
  'update-browser': {
    trouble: 'Old browser',
    them: 'Ask them to update their browser',
    you: 'Update your browser',
  },
  'open-in-browser': {
    trouble: 'Inside another app',
    them: 'Ask them to open the link in their browser',
    you: 'Open this page in your browser',
  },
  'close-other-app': {
    trouble: 'Device is busy',
    them: 'Ask them to close other apps',
    you: 'Close other programs',
  },
  'set-clock': {
    trouble: 'Clock is wrong',
    them: 'Ask them to set their clock to automatic',
    you: 'Set your clock to automatic',
  },
  'plug-in-charger': {
    trouble: 'Battery low',
    them: 'Ask them to plug in the charger',
    you: 'Plug in your charger',
  },
  'allow-camera': {
    trouble: 'Camera blocked',
    them: 'Ask them to press Allow for the camera',
    you: 'Allow the camera: press the sign next to the address',
  },
  'switch-on-camera': {
    trouble: 'Camera off',
    them: 'Ask them to switch the camera on',
    you: 'Switch your camera on',
  },
  'uncover-camera': {
    trouble: 'Camera covered',
    them: 'Ask them to uncover the camera',
    you: 'Uncover your camera',
  },
  'restart-camera': {
    trouble: 'Picture stands still',
    them: 'Ask them to restart the camera',
    you: 'Restart your camera',
  },
  'connect-camera': {
    trouble: 'No camera',
    them: 'Ask whether they have another device with a camera',
    you: 'Connect a camera',
  },
  'use-other-device': {
    trouble: 'Picture is small',
    them: 'Ask whether they have another device',
    you: 'Use another camera or device',
  },
  'turn-light-on': {
    trouble: 'Too dark',
    them: 'Ask them to turn on a light',
    you: 'Turn on a light in front of you',
  },
  'turn-light-to-face': {
    trouble: 'Light from behind',
    them: 'Ask them to turn towards the light',
    you: 'Turn towards the light',
  },
  'allow-microphone': {
    trouble: 'Microphone blocked',
    them: 'Ask them to press Allow for the microphone',
    you: 'Allow the microphone: press the sign next to the address',
  },
  'switch-on-microphone': {
    trouble: 'Microphone off',
    them: 'Ask them to switch the microphone on',
    you: 'Switch your microphone on',
  },
  'connect-microphone': {
    trouble: 'No microphone',
    them: 'Phone them for the sound',
    you: 'Connect a microphone or a headset',
  },
  'restart-microphone': {
    trouble: 'Microphone stopped',
    them: 'Ask them to start the microphone again',
    you: 'Start your microphone again',
  },
  'speak-up': {
    trouble: 'Very quiet',
    them: 'Ask them to come nearer the microphone',
    you: 'Come nearer your microphone',
  },
  'move-back-from-microphone': {
    trouble: 'Sound too loud',
    them: 'Ask them to move back from the microphone',
    you: 'Move back from your microphone',
  },
  'go-where-quiet': {
    trouble: 'Noise around',
    them: 'Ask them to go where it is quiet',
    you: 'Go where it is quiet, or wear a headset',
  },
  'turn-sound-up': {
    trouble: 'Sound not heard',
    them: 'Ask them to turn the sound up',
    you: 'Turn your sound up',
  },
  'wear-headset': {
    trouble: 'No headset',
    them: 'Ask them to put headphones on, if they have some',
    you: 'Put your headset on',
  },
  'check-internet': {
    trouble: 'No internet',
    them: 'Ask them to check their internet',
    you: 'Check your internet',
  },
  'sign-in-to-wifi': {
    trouble: 'Wifi wants a sign-in',
    them: 'Ask them to sign in to the wifi',
    you: 'Sign in to the wifi',
  },
  'move-nearer-wifi': {
    trouble: 'Slow connection',
    them: 'Ask them to move nearer the wifi',
    you: 'Move nearer the wifi, or use a cable',
  },
  'leave-vpn': {
    trouble: 'Network in the way',
    them: 'Ask them to leave a VPN, if they use one',
    you: 'Leave the VPN for the call, if your policy allows it',
  },
  'data-saver-off': {
    trouble: 'Data saver is on',
    them: 'Ask them to switch the data saver off',
    you: 'Switch the data saver off',
  },
  'run-check': {
    trouble: 'Not measured yet',
    them: 'Ask them to run the check',
    you: 'Check your equipment',
  },
  'check-again': {
    trouble: 'Check was cut short',
    them: 'Ask them to check again',
    you: 'Check again',
  },
  'phone-instead': {
    trouble: 'Video will not work',
    them: 'Phone them instead',
    you: 'Use the phone instead',
  },
} satisfies Record<Step, StepWords>
