import { describe, expect, test } from 'vitest'
import { KEYS, type KeyPress, keyOf, shortcutOf } from './shortcut.ts'

const alt: KeyPress = { code: 'KeyM', key: 'm', altKey: true, ctrlKey: false, metaKey: false, repeat: false }

describe('keys', () => {
  test('[CS8] Alt and M is the sound, Alt and C the picture', () => {
    expect(shortcutOf(alt, false)).toBe('sound')
    expect(shortcutOf({ ...alt, code: 'KeyC' }, false)).toBe('picture')
    expect(keyOf('picture')).toBe('Alt+C')
  })

  test('[CS8] never while somebody types, never a letter alone, never by holding it down', () => {
    expect(shortcutOf(alt, true)).toBeNull()
    expect(shortcutOf({ ...alt, altKey: false }, false)).toBeNull()
    expect(shortcutOf({ ...alt, ctrlKey: true }, false)).toBeNull()
    expect(shortcutOf({ ...alt, repeat: true }, false)).toBeNull()
  })

  test('[CS84] a question mark lists them, and no key is one that opens a menu of a browser', () => {
    expect(shortcutOf({ ...alt, altKey: false, key: '?' }, false)).toBe('list')
    expect(shortcutOf({ ...alt, altKey: false, key: '?' }, true)).toBeNull()
    for (const theirs of 'DEFVSBTH') expect(Object.keys(KEYS)).not.toContain(`Key${theirs}`)
  })
})
