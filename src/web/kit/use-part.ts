// A part of the page that is drawn once it has been fetched; what fails is tried again.
import { useEffect, useState } from 'preact/hooks'
import { later } from './later.ts'
import type { Lazy } from './lazily.ts'

/** A part of the page, fetched once it is wanted, until it is here. */
export function usePart<T>(lazy: Lazy<T>, wanted: boolean): T | null {
  const [part, setPart] = useState(lazy.get())
  useEffect(() => {
    if (!wanted || part) return
    let stop = () => {}
    const load = () => {
      lazy.load().then(
        (loaded) => setPart(() => loaded),
        () => {
          stop = later(load, 2000)
        },
      )
    }
    load()
    return () => stop()
  }, [lazy, wanted, part])
  return part
}
