// Draws a component again every so often while something on it grows old: an age, an elapsed time.
import { useEffect, useState } from 'preact/hooks'

export function useTick(ms: number): void {
  const [, setCount] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setCount((count) => count + 1), ms)
    return () => clearInterval(timer)
  }, [ms])
}
