// Which deed a key press means. Always with Alt, and with letters that no browser's menu is opened by (D, E, F, V, S, B, T and
// H are theirs); never while somebody types, never a letter alone (WCAG 2.1.4). "?" lists them.

/** By `code`, so that the key is at the same place on every keyboard. */
export const KEYS = {
  KeyM: 'sound',
  KeyC: 'picture',
  KeyO: 'hold',
  KeyN: 'note',
  KeyL: 'checklist',
  KeyG: 'messages',
  KeyX: 'end',
  KeyJ: 'next',
  KeyQ: 'queue',
} as const

export type Shortcut = (typeof KEYS)[keyof typeof KEYS] | 'list'

export interface KeyPress {
  readonly code: string
  readonly key: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly repeat: boolean
}

/** `typing`: the press happened in something that takes text. */
export function shortcutOf(press: KeyPress, typing: boolean): Shortcut | null {
  if (typing || press.repeat || press.ctrlKey || press.metaKey) return null
  if (!press.altKey) return press.key === '?' ? 'list' : null
  return KEYS[press.code as keyof typeof KEYS] ?? null
}

/** As a person reads it: "Alt+M". */
export const keyOf = (shortcut: Shortcut): string => {
  const code = Object.entries(KEYS).find(([, one]) => one === shortcut)?.[0]
  return code ? `Alt+${code.slice('Key'.length)}` : '?'
}
