// The meter at several levels.
import { createStore } from '../../kit/store.ts'
import type { Example } from '../example.ts'
import { Meter } from './meter.tsx'

export const examples: readonly Example[] = [
  { name: 'silent', draw: () => <Meter label="How loud you are" level={createStore(0)} /> },
  { name: 'speaking', draw: () => <Meter label="How loud you are" level={createStore(0.5)} /> },
  { name: 'loud', draw: () => <Meter label="How loud you are" level={createStore(1)} /> },
]
