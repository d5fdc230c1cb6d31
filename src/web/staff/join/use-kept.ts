// The last value that was there, for a screen that still speaks of it when it is gone.
import { useRef } from 'preact/hooks'

export function useKept<T>(value: T | null): T | null {
  const kept = useRef<T | null>(value)
  if (value !== null) kept.current = value
  return kept.current
}
