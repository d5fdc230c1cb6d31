// A screen that came by itself came under a finger: what is pressed in its first moment was meant for the screen before.
import { useLayoutEffect, useRef } from 'preact/hooks'
import { NOT_YET_MS } from '#domain/called'
import { later } from '../../kit/later.ts'

/** `byItself`: whether the call came without a press of theirs. */
export function useNoPressYet(screen: 'called' | 'call' | 'other', byItself: () => boolean): void {
  const before = useRef(screen)
  useLayoutEffect(() => {
    const was = before.current
    before.current = screen
    return screen === 'called' || (screen === 'call' && was === 'called' && byItself()) ? takeNoPress() : undefined
  }, [screen])
}

/** Also a press by the keyboard comes as a click. Returns the way to stop. */
function takeNoPress(): () => void {
  const drop = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
  }
  const stop = () => removeEventListener('click', drop, true)
  addEventListener('click', drop, true)
  const cancel = later(stop, NOT_YET_MS)
  return () => {
    cancel()
    stop()
  }
}
