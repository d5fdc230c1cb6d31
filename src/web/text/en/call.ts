// Words of the call that both sides read, and those of the patient's call. Patients: short sentences, what to do first.
import { typed } from '../typed.ts'

const seconds = (count: number) => (count === 1 ? '1 second' : `${count} seconds`)
const age = (count: number) => {
  if (count < 60) return seconds(count)
  const minutes = Math.floor(count / 60)
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}

export const words = {
  /** The large picture. `name` is the other person. */
  stage: {
    label: (name: string) => `Picture of ${typed(name)}`,
    connecting: { title: (name: string) => `Connecting you with ${typed(name)}`, hint: 'This takes a few seconds.' },
    coming: { title: (name: string) => `You can talk with ${typed(name)}`, hint: 'The picture is on its way.' },
    stopped: (count: number) => `The picture stopped ${age(count)} ago`,
    stoppedHint: 'You can go on talking.',
    paused: {
      title: 'We paused the picture to keep the sound',
      hint: 'Go on talking. The picture comes back by itself.',
    },
    cameraOff: {
      title: (name: string) => `${typed(name)} turned their camera off`,
      hint: 'You can still hear each other.',
    },
    soundOnly: {
      title: (name: string) => `You can talk with ${typed(name)}`,
      hint: 'This is sound only. There is no picture.',
    },
    reconnecting: { title: 'The connection was lost', hint: 'Please stay on this page. We are trying again now.' },
    theyAreMuted: (name: string) => `${typed(name)} is muted`,
    fill: 'Fill the space',
    showAll: 'Show the whole picture',
    fullScreen: 'Full screen',
    leaveFullScreen: 'Leave full screen',
    pressToHear: 'Press to hear',
    pressToHearHint: (name: string) => `Your browser waits for you before it plays ${typed(name)}.`,
  },
  quality: {
    label: 'Connection:',
    good: 'Good connection',
    fair: 'Weak connection',
    poor: 'Very weak connection',
    checking: 'Checking connection',
    lost: 'Connection lost',
  },
  elapsed: { label: 'Time since the start:' },
  here: {
    title: 'Who is here',
    you: 'You',
    connected: 'connected',
    connecting: 'connecting',
    lost: 'connection lost',
  },
  self: {
    label: 'Your own picture',
    hint: 'Arrow keys move it to another corner.',
    move: 'Move',
    moveLong: 'Move your own picture to the next corner',
    hide: 'Hide',
    hideLong: 'Hide your own picture',
    show: 'Show my picture',
    cameraOff: 'Your camera is off',
    noCamera: 'No camera',
    asking: 'Starting your camera',
    lost: 'Your camera stopped',
    paused: 'Paused to keep the sound',
    smaller: 'Smaller to keep the sound',
    notSent: 'Not being sent',
  },
  bar: {
    label: 'Call controls',
    soundOn: 'Sound on',
    soundOff: 'Sound off',
    soundTurnOff: 'Turn my sound off',
    soundTurnOn: 'Turn my sound on',
    soundMend: 'Turn on sound',
    soundAbsent: 'No microphone',
    pictureOn: 'Picture on',
    pictureOff: 'Picture off',
    pictureTurnOff: 'Turn my picture off',
    pictureTurnOn: 'Turn my picture on',
    pictureMend: 'Turn on picture',
    pictureAbsent: 'No camera',
    asking: 'Please wait',
    flip: 'Turn camera round',
    help: 'Help',
    leave: 'Leave',
  },
  lostDevices: {
    title: 'Your camera or microphone stopped',
    text: 'Press the button. If it does not help, unplug your headset and try again.',
    restart: 'Restart camera and sound',
  },
  messages: {
    title: 'Messages',
    field: 'Write a message',
    send: 'Send',
    sending: 'Being sent',
    refused: 'Could not be sent',
    none: 'No messages yet.',
    you: 'You',
    all: (count: number) => (count === 1 ? '1 message' : `${count} messages`),
    dismiss: 'Hide this message',
    close: 'Close messages',
  },
  patient: {
    /** Of the browser: it names nobody. */
    tab: 'Your call',
    title: (name: string) => `Your call with ${typed(name)}`,
    clinic: 'the clinic',
    silent: 'This page makes no sound, and nobody hears you. Write here.',
    canTalk: 'I can talk now',
    serverLost: 'You can go on talking. We lost contact with the clinic’s computer for a moment.',
    ladder: {
      trying: 'We are still trying. Please stay.',
      'camera-off': 'We are still trying. Your camera is off to help the sound.',
      phone: 'It does not work yet. Shall we phone you?',
    },
    allLost: 'Check that your wifi or mobile data is on.',
    stillLost: (phone: string) => `If it does not come back, phone us on ${typed(phone)}.`,
    hold: {
      title: (name: string) => `${typed(name)} has put you on hold`,
      stay: 'Please stay. They will come back to you.',
      private: 'They cannot see or hear you now. Your picture and sound are not being sent.',
      chime: 'Play a soft sound while I wait',
    },
    leave: {
      title: 'Do you want to leave?',
      text: (name: string) => `Your call with ${typed(name)} will end.`,
      stay: 'Stay in the call',
      leave: 'Leave the call',
      leaving: 'Leaving',
      failed: 'We could not tell the clinic. Please try again.',
    },
    impossible: {
      write: (name: string) => `You can also write to ${typed(name)} here.`,
      phone: 'Or phone us:',
    },
    theyCannotHear: 'Your sound is off. Press “Turn my sound on” to speak.',
  },
}
