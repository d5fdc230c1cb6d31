// The list of keys.
import type { Example } from '../../ui/example.ts'
import { ShortcutsList } from './shortcuts-dialog.tsx'

export const examples: readonly Example[] = [
  {
    name: 'list',
    draw: () => (
      <div>
        <h2>Keys</h2>
        <ShortcutsList />
      </div>
    ),
  },
]
