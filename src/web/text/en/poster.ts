// What patients read on the poster of a waiting area.
import { typed } from '../typed.ts'
export const words = {
  kicker: 'Video visits',
  steps: [
    'Hold the camera of your phone over this square.',
    'Press the link that your phone shows.',
    'Tell us your name, and wait on the page. We join you.',
  ],
  square: (area: string) => `Square for your camera. It opens ${typed(area)}.`,
  typeTitle: 'Or type this on a phone, tablet or computer:',
  codeTitle: 'Or use this code:',
  codeAt: (host: string) => `Open ${host} and type it there.`,
  hours: 'When you can come:',
  free: 'You need no app and no account.',
  help: 'Do you need help?',
  phone: (number: string) => `Phone ${number}`,
  email: (address: string) => `Write to ${typed(address)}`,
  sample: 'This is a made-up clinic for trying things out.',
}
