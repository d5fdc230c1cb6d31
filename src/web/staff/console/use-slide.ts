// Lines that change place slide there, and new ones come in softly, so that the eye can follow. Nothing moves for those
// who asked their device for less motion.
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

const QUICK_MS = 180

/** For a list whose items carry `data-slide` with a name that stays theirs. */
export function useSlide(list: RefObject<HTMLElement | null>): void {
  const before = useRef(new Map<string, number>())
  useLayoutEffect(() => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[data-slide]') ?? [])]
    const places = new Map(items.map((item) => [item.dataset.slide ?? '', item.offsetTop]))
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    if (!still && before.current.size > 0) for (const item of items) move(item, places, before.current)
    before.current = places
  })
}

function move(item: HTMLElement, places: Map<string, number>, before: Map<string, number>): void {
  const name = item.dataset.slide ?? ''
  const was = before.get(name)
  const is = places.get(name) ?? 0
  if (was === undefined) item.animate([{ opacity: 0 }, { opacity: 1 }], { duration: QUICK_MS, easing: 'ease-out' })
  else if (was !== is)
    item.animate([{ transform: `translateY(${was - is}px)` }, { transform: 'none' }], {
      duration: QUICK_MS,
      easing: 'ease-out',
    })
}
