// The way to earlier messages.
import type { Example } from '../example.ts'
import { EarlierMessages } from './earlier-messages.tsx'

export const examples: readonly Example[] = [
  { name: 'there are earlier ones', draw: () => <EarlierMessages onPress={async () => {}} /> },
]
