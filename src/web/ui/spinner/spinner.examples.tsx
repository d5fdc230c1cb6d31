// Something is being done.
import type { Example } from '../example.ts'
import { Spinner } from './spinner.tsx'

export const examples: readonly Example[] = [
  { name: 'in a line', draw: () => <Spinner words="Sending…" /> },
  { name: 'of a whole screen', draw: () => <Spinner large words="Finding your place…" /> },
]
