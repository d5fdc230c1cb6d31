// What a patient reads when it is their turn, before they join.
import { typed } from '../typed.ts'

export const words = {
  tab: 'It is your turn',
  title: (name: string, title: string) =>
    title ? `${typed(name)}, ${typed(title)}, is ready.` : `${typed(name) || 'The clinic'} is ready.`,
  cameraOn: 'Your camera comes on.',
  cameraOff: 'Your camera is off.',
  join: 'Join now',
  joining: 'Joining…',
  byItself: (seconds: number) =>
    seconds === 1 ? 'You join by yourself in 1 second.' : `You join by yourself in ${seconds} seconds.`,
  press: 'Press the button to join.',
  cannotTalk: 'I cannot talk now',
  silent: 'This page makes no sound. Nobody hears you.',
  phoneMe: 'Phone me instead',
  leave: 'Leave',
}
