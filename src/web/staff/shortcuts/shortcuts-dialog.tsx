// The list of keys, opened by "?".
import { useState } from 'preact/hooks'
import { words } from '#text/shortcuts'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { keyOf, type Shortcut } from './shortcut.ts'
import { useShortcuts } from './use-shortcuts.ts'
import './shortcuts-dialog.scss'

export function ShortcutsDialog() {
  const [open, setOpen] = useState(false)
  useShortcuts({ list: () => setOpen(true) })
  if (!open) return null
  return (
    <Dialog open title={words.title} onClose={() => setOpen(false)}>
      <ShortcutsList />
    </Dialog>
  )
}

export function ShortcutsList() {
  return (
    <>
      {words.groups.map(({ title, keys }) => (
        <section key={title} class="shortcuts">
          <h3>{title}</h3>
          <dl>
            {Object.entries(keys).map(([shortcut, does]) => (
              <div key={shortcut}>
                <dt>
                  <kbd>{keyOf(shortcut as Shortcut)}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p class="soft small">{words.typing}</p>
    </>
  )
}
