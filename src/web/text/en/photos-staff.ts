// What staff read about photos that a patient sent.
import { typed } from '../typed.ts'

export const words = {
  title: (count: number) => (count === 0 ? 'Photos' : `Photos (${count})`),
  count: (count: number) => (count === 1 ? '1 photo' : `${count} photos`),
  countOf: (count: number, name: string) => `${count === 1 ? '1 photo' : `${count} photos`} of ${typed(name)}`,
  titleOf: (name: string) => `Photos of ${typed(name)}`,
  loading: 'Looking up the photos',
  failed: 'The photos cannot be shown now',
  lookAgain: 'Look again',
  none: 'This patient has sent no photos.',
  received: (when: string) => `Received ${when}`,
  photo: (number: number) => `Photo ${number}`,
  open: (number: number) => `Look at photo ${number}`,
  compareTitle: 'Two photos',
  larger: 'Larger',
  smaller: 'Smaller',
  turn: 'Turn',
  compareWith: (number: number) => `Compare with photo ${number}`,
  one: 'Show one',
  of: (press: string, photo: string) => `${press}: ${photo.toLowerCase()}`,
  close: 'Close',
  copy: 'Copy into the note',
  copied: 'In the note',
  noteLine: (number: number, name: string, when: string) =>
    name ? `Photo ${number} of ${typed(name)}, received ${when}` : `Photo ${number}, received ${when}`,
}
