// The arrow keys, Home and End go from line to line, wherever in the list the focus is. Nothing else is done with keys:
// each line is a button of its own.
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

export function useArrows(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = list.current
    if (!element) return
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const lines = [...element.querySelectorAll<HTMLElement>('.queue-who:not(:disabled)')]
      const row = event.target instanceof Element ? event.target.closest('.queue-row') : null
      const to = stepTo(
        event.key,
        lines.findIndex((line) => row?.contains(line)),
        lines.length,
      )
      if (to === null) return
      event.preventDefault()
      lines[to]?.focus()
    }
    element.addEventListener('keydown', press)
    return () => element.removeEventListener('keydown', press)
  }, [list])
}

function stepTo(key: string, at: number, count: number): number | null {
  if (count === 0 || at < 0) return null
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1)
    case 'ArrowUp':
      return Math.max(at - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
