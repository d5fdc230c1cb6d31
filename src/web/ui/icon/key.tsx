// A key: for passkeys.
import { drawn } from './line.tsx'

export const KeyIcon = drawn(<path d="M11 12h10v4M16.5 12v3M11 12a4 4 0 1 1-8 0a4 4 0 0 1 8 0z" />)
