// Words of the patient's help in the call: what to do first, then what to tell, then the ways out.
import { typed } from '../typed.ts'
export const words = {
  title: 'Help with your call',
  restart: 'Restart camera and sound',
  restartHint: 'Try this first. It takes a few seconds.',
  cannotHear: 'I cannot hear you',
  cannotSee: 'I cannot see you',
  told: (name: string) => `We told ${typed(name)}.`,
  volume: 'Turn up the sound of your device.',
  message: { hear: 'I cannot hear you.', see: 'I cannot see you.' },
  type: 'Type instead of talk',
  cannotTalk: 'I cannot talk now',
  phoneMe: 'Phone me instead',
  clinic: (phone: string) => `Phone the clinic on ${typed(phone)}`,
  devices: 'Camera and sound choices',
  close: 'Close',
}
