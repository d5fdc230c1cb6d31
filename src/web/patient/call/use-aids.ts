// Fetches what a call shows beside its picture: when the picture has been seen, or when none has come for a while.
import { useEffect, useState } from 'preact/hooks'
import { lazily } from '../../kit/lazily.ts'
import type * as AidsPart from './patient-aids-part.tsx'

const part = lazily((): Promise<typeof AidsPart> => import('./patient-aids-part.tsx'))
/** Whoever has no picture can still be asked for something. */
const WITHOUT_PICTURE_MS = 4000
const AGAIN_MS = 5000

export function useAids(seen: boolean): typeof AidsPart | null {
  const [aids, setAids] = useState(part.get())
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (aids) return
    const wait = tries > 0 ? AGAIN_MS : seen ? 0 : WITHOUT_PICTURE_MS
    const timer = setTimeout(() => part.load().then(setAids, () => setTries((count) => count + 1)), wait)
    return () => clearTimeout(timer)
  }, [seen, aids, tries])
  return aids
}
