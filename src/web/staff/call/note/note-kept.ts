// The copy of a note's text that this tab holds until the server has acknowledged it. It lives in sessionStorage, which
// ends with the tab, and is removed on acknowledgement: it must never become a second home of notes.

export interface KeptNote {
  readonly text: string
  /** The revision this text began from; null when it was typed before the note could be loaded. */
  readonly base: number | null
  /** A text that was sent from `base` and never answered: the server may or may not have it. */
  readonly sent: string | null
}

export interface NoteKeeper {
  read(): KeptNote | null
  write(kept: KeptNote): void
  forget(): void
}

/** Works with a storage that throws (private mode, full): the text then lives only on screen and in what is sent. */
export function createNoteKeeper(
  noteId: string,
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): NoteKeeper {
  const key = `bedside.note.${noteId}`
  const quietly = <T>(act: () => T): T | null => {
    try {
      return act()
    } catch {
      return null
    }
  }
  return {
    read: () => quietly(() => parse(storage.getItem(key))),
    write: (kept) => quietly(() => storage.setItem(key, JSON.stringify(kept))),
    forget: () => quietly(() => storage.removeItem(key)),
  }
}

function parse(stored: string | null): KeptNote | null {
  if (!stored) return null
  const value: unknown = JSON.parse(stored)
  if (typeof value !== 'object' || value === null) return null
  const { text, base, sent } = value as Record<string, unknown>
  if (typeof text !== 'string') return null
  return { text, base: typeof base === 'number' ? base : null, sent: typeof sent === 'string' ? sent : null }
}
