import { expect, it } from 'vitest'
import { forgetKeptText, openKeptText } from './kept-text.ts'

function memory(entries: Record<string, string> = {}): Storage {
  const held = new Map(Object.entries(entries))
  return {
    get length() {
      return held.size
    },
    key: (at) => [...held.keys()][at] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
    clear: () => held.clear(),
  }
}

it('[SI12] what was not saved is there for the same person, also after loading again', () => {
  const storage = memory()
  openKeptText(storage, 'khan').setItem('bedside.note.1', 'Walks')
  expect(openKeptText(storage, 'khan').getItem('bedside.note.1')).toBe('Walks')
})

it('[SI12] for somebody else it is gone, and so it is after signing out', () => {
  const storage = memory()
  openKeptText(storage, 'khan').setItem('bedside.note.1', 'Walks')
  openKeptText(storage, 'lee')
  expect(storage.getItem('bedside.note.1')).toBeNull()
  openKeptText(storage, 'lee').setItem('bedside.note.2', 'Sits')
  forgetKeptText(storage)
  expect(storage.length).toBe(0)
})

it('[SI12] a note that still tries to be saved leaves nothing behind', () => {
  const storage = memory()
  const kept = openKeptText(storage, 'khan')
  kept.close()
  forgetKeptText(storage)
  kept.setItem('bedside.note.1', 'Walks')
  expect(storage.length).toBe(0)
})
