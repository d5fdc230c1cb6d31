// Which call control a key press means. Never one while somebody types, and never a letter alone (WCAG 2.1.4).

export type Shortcut = 'sound' | 'picture'

export interface KeyPress {
  readonly code: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly repeat: boolean
}

/** `typing`: the press happened in something that takes text. */
export function shortcutOf(press: KeyPress, typing: boolean): Shortcut | null {
  if (typing || press.repeat || !press.altKey || press.ctrlKey || press.metaKey) return null
  if (press.code === 'KeyM') return 'sound'
  return press.code === 'KeyV' ? 'picture' : null
}
