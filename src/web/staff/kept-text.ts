// What this tab keeps of notes that are not saved yet, for the person who is signed in at it: gone when they sign out, and
// never there for anybody else.

type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export interface KeptText extends Place {
  /** Nothing is kept any more, whoever still tries. */
  close(): void
}

const NOTES = 'bedside.note.'
const WHOSE = 'bedside.whose'

/** Works with a storage that throws: then nothing is kept, and nothing has to go. */
function quietly<T>(act: () => T, otherwise: T): T {
  try {
    return act()
  } catch {
    return otherwise
  }
}

/** For this person; what somebody else left here is gone. */
export function openKeptText(storage: Storage, personId: string): KeptText {
  if (quietly(() => storage.getItem(WHOSE), null) !== personId) forgetKeptText(storage)
  quietly(() => storage.setItem(WHOSE, personId), undefined)
  let closed = false
  return {
    getItem: (key) => (closed ? null : storage.getItem(key)),
    setItem(key, value) {
      if (!closed) storage.setItem(key, value)
    },
    removeItem(key) {
      if (!closed) storage.removeItem(key)
    },
    close() {
      closed = true
    },
  }
}

export function forgetKeptText(storage: Storage): void {
  quietly(() => {
    const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '')
    for (const key of keys) if (key.startsWith(NOTES) || key === WHOSE) storage.removeItem(key)
  }, undefined)
}
