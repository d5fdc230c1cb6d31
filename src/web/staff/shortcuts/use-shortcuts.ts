// Keys for what is needed fast, on the whole page but never while somebody types, and not under an open dialog.
import { useEffect } from 'preact/hooks'
import { type Shortcut, shortcutOf } from './shortcut.ts'

/** What is left out, or null, does nothing now. */
export function useShortcuts(acts: Partial<Record<Shortcut, (() => void) | null>>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target
      const typing =
        target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
      const shortcut = shortcutOf(event, typing)
      if (!shortcut || !(shortcut in acts) || document.querySelector('dialog[open]')) return
      event.preventDefault()
      acts[shortcut]?.()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
}
