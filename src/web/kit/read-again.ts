// What a page reads anew each time it comes into contact with the server. The first contact comes with the page's own
// first reading: a second one then would only write every reading into the audit twice.
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
