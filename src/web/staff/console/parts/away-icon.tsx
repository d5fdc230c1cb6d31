// A sleeping moon: somebody's page is not there for now. Drawn in the hand of the kit's icons.
import { drawn } from '../../../ui/icon/line.tsx'

export const AwayIcon = drawn(<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z" />)
