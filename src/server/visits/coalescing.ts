// Work that many ask for and that is done once for all of them.

export type Once = (key: string, work: () => Promise<void>) => void

/** Runs work by key: while one runs, any number of further calls become one more run. */
export function coalescing(onError: (key: string, error: unknown) => void): Once {
  const running = new Map<string, { again: boolean }>()
  return function once(key: string, work: () => Promise<void>): void {
    const now = running.get(key)
    if (now) {
      now.again = true
      return
    }
    const state = { again: false }
    running.set(key, state)
    const round = async (): Promise<void> => {
      state.again = false
      try {
        await work()
      } catch (error) {
        onError(key.split(':')[0] ?? '', error)
      }
      if (state.again) return round()
      running.delete(key)
    }
    void round()
  }
}
