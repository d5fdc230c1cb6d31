// Writes into the note on behalf of something else on the screen, as soon as the note can be written: at once, or when it
// has been opened. A signed note is never changed.
import type { Readable } from '../../../kit/store.ts'
import type { NoteModel } from './note-model.ts'

export interface NoteWriter {
  change(change: (text: string) => string): void
  close(): void
}

export function createNoteWriter(note: Readable<NoteModel | null>): NoteWriter {
  let waiting: ((text: string) => string)[] = []
  let unfollow = () => {}

  function work(): void {
    const model = note.get()
    const state = model?.state.get()
    const write = model?.actions.get().write
    if (state?.kind === 'signed') waiting = []
    if (state?.kind !== 'writing' || !write) return
    const changes = waiting
    waiting = []
    write(changes.reduce((text, change) => change(text), state.text))
  }

  function follow(): void {
    unfollow()
    unfollow = note.get()?.actions.subscribe(() => waiting.length > 0 && work()) ?? (() => {})
    work()
  }

  const stop = note.subscribe(follow)
  follow()
  return {
    change(change) {
      waiting = [...waiting, change]
      work()
    },
    close() {
      stop()
      unfollow()
    },
  }
}
