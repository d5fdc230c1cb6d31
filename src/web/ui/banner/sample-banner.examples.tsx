// The mark of the made-up clinic.
import type { Example } from '../example.ts'
import { SampleBanner } from './sample-banner.tsx'

export const examples: readonly Example[] = [{ name: 'sample clinic', draw: () => <SampleBanner /> }]
