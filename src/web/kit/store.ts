// A value that screens can watch. A model owns stores and changes them; a view reads them with `useStore`.
import { useEffect, useState } from 'preact/hooks'

export interface Readable<T> {
  get(): T
  /** Calls `listener` after every change, not for the present value. Returns what unsubscribes it. */
  subscribe(listener: (value: T) => void): () => void
}

export interface Store<T> extends Readable<T> {
  set(value: T): void
  update(change: (value: T) => T): void
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<(value: T) => void>()
  const set = (next: T) => {
    if (Object.is(next, value)) return
    value = next
    for (const listener of [...listeners]) listener(value)
  }
  return {
    get: () => value,
    set,
    update: (change) => set(change(value)),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The store's value; the component draws again when it changes. */
export function useStore<T>(store: Readable<T>): T {
  // A value may be a function itself: it is kept, not called.
  const [value, setValue] = useState(() => store.get())
  useEffect(() => {
    setValue(() => store.get())
    return store.subscribe((next) => setValue(() => next))
  }, [store])
  return value
}
