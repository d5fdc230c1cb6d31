// Keys for the controls that are needed fast, on the whole page but never while somebody types.
import { useEffect } from 'preact/hooks'
import { type Shortcut, shortcutOf } from '../shortcut.ts'

export function useShortcuts(acts: Record<Shortcut, (() => void) | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target
      const typing =
        target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
      const shortcut = shortcutOf(event, typing)
      if (!shortcut) return
      event.preventDefault()
      acts[shortcut]?.()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [acts.sound, acts.picture])
}
