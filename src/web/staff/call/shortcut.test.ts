import { describe, expect, test } from 'vitest'
import { type KeyPress, shortcutOf } from './shortcut.ts'

const alt: KeyPress = { code: 'KeyM', altKey: true, ctrlKey: false, metaKey: false, repeat: false }

describe('keys during the call', () => {
  test('[CS8] Alt and M is the sound, Alt and V the picture', () => {
    expect(shortcutOf(alt, false)).toBe('sound')
    expect(shortcutOf({ ...alt, code: 'KeyV' }, false)).toBe('picture')
  })

  test('[CS8] never while somebody types, never a letter alone, never by holding it down', () => {
    expect(shortcutOf(alt, true)).toBeNull()
    expect(shortcutOf({ ...alt, altKey: false }, false)).toBeNull()
    expect(shortcutOf({ ...alt, ctrlKey: true }, false)).toBeNull()
    expect(shortcutOf({ ...alt, repeat: true }, false)).toBeNull()
  })
})
