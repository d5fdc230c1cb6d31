// More to read, shut and open.
import type { Example } from '../example.ts'
import { Disclosure } from './disclosure.tsx'

export const examples: readonly Example[] = [
  {
    name: 'shut',
    draw: () => (
      <Disclosure summary="What is kept?">
        <p>Your name, for one hour.</p>
      </Disclosure>
    ),
  },
  {
    name: 'open',
    draw: () => (
      <Disclosure open summary="What is kept?">
        <p>Your name, for one hour.</p>
      </Disclosure>
    ),
  },
]
