// The steps of a short journey.
import type { Example } from '../example.ts'
import { Steps } from './steps.tsx'

export const examples: readonly Example[] = [
  { name: 'first', draw: () => <Steps current={1} total={3} /> },
  { name: 'last', draw: () => <Steps current={3} total={3} /> },
]
