// Tells whether somebody is about to press something in a list: a mouse that moves over it, or the keyboard's focus in it.
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** A mouse left lying on the list must not hold it for ever. */
const LEFT_LYING_MS = 4000

export function useResting(list: RefObject<HTMLElement | null>, onRest: (resting: boolean) => void): void {
  useEffect(() => {
    const element = list.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let pointer = false
    const keyboard = () => element.querySelector(':focus-visible') !== null
    const tell = () => onRest(pointer || keyboard())
    const leave = () => {
      clearTimeout(timer)
      pointer = false
      tell()
    }
    const move = (event: PointerEvent) => {
      // A finger is not over anything between presses.
      if (event.pointerType !== 'mouse') return
      clearTimeout(timer)
      timer = setTimeout(leave, LEFT_LYING_MS)
      pointer = true
      tell()
    }
    const focus = () => queueMicrotask(tell)
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerleave', leave)
    element.addEventListener('focusin', focus)
    element.addEventListener('focusout', focus)
    return () => {
      clearTimeout(timer)
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerleave', leave)
      element.removeEventListener('focusin', focus)
      element.removeEventListener('focusout', focus)
      onRest(false)
    }
  }, [list, onRest])
}
