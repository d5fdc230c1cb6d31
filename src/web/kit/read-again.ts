// What a page loads again each time it gets in contact with the server. The first contact comes right after the page's own
// first load: loading twice would only write everything into the audit twice.
export interface Reading {
  readonly refused: () => boolean
  readonly load: () => void
}

/** To be called at every contact. The first one reads only what was refused until then. */
export function createReadAgain(readings: readonly Reading[]): () => void {
  let before = false
  return () => {
    for (const { refused, load } of readings) if (before || refused()) load()
    before = true
  }
}
