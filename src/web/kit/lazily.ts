// A part of the page that is fetched when it is first wanted, once; after a failure it is fetched again.

export interface Lazy<T> {
  load(): Promise<T>
  /** What has been loaded; null before. */
  get(): T | null
}

export function lazily<T>(fetchPart: () => Promise<T>): Lazy<T> {
  let coming: Promise<T> | null = null
  let here: T | null = null
  return {
    load() {
      coming ??= fetchPart().then(
        (part) => {
          here = part
          return part
        },
        (error) => {
          coming = null
          throw error
        },
      )
      return coming
    },
    get: () => here,
  }
}
