import { describe, expect, test } from 'vitest'
import { createNoteKeeper, type KeptNote } from './note-kept.ts'

function memory(): Storage & { all: Map<string, string> } {
  const all = new Map<string, string>()
  return {
    all,
    get length() {
      return all.size
    },
    clear: () => all.clear(),
    key: () => null,
    getItem: (key) => all.get(key) ?? null,
    setItem: (key, value) => void all.set(key, value),
    removeItem: (key) => void all.delete(key),
  }
}

const kept: KeptNote = { text: 'Knee better', base: 4, sent: 'Knee' }

describe('the copy this tab keeps', () => {
  test('[CS26] comes back as it was, and is gone when forgotten', () => {
    const storage = memory()
    createNoteKeeper('one', storage).write(kept)
    expect(createNoteKeeper('one', storage).read()).toEqual(kept)
    expect(createNoteKeeper('another', storage).read()).toBeNull()
    createNoteKeeper('one', storage).forget()
    expect(storage.all.size).toBe(0)
  })

  test.each(['', 'nonsense{', '[]', '{"text":7}'])('[CS26] what is no copy (%s) is no copy', (stored) => {
    const storage = memory()
    storage.setItem('bedside.note.one', stored)
    expect(createNoteKeeper('one', storage).read()).toBeNull()
  })

  test('[CS26] a storage that refuses costs nothing but the copy', () => {
    const refuse = () => {
      throw new Error('full')
    }
    const keeper = createNoteKeeper('one', { getItem: refuse, setItem: refuse, removeItem: refuse })
    expect(() => keeper.write(kept)).not.toThrow()
    expect(keeper.read()).toBeNull()
  })
})
