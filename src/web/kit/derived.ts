// A value computed from other stores, kept up to date. Changing it is not possible: change what it comes from.
import { createScope } from './scope.ts'
import { createStore, type Readable } from './store.ts'

export interface Derived<T> extends Readable<T> {
  close(): void
}

export function derive<T>(sources: readonly Readable<unknown>[], compute: () => T): Derived<T> {
  const value = createStore(compute())
  const scope = createScope(sources.map((source) => source.subscribe(() => value.set(compute()))))
  return { get: value.get, subscribe: value.subscribe, close: scope.close }
}
