// Whether everything of a page can be reached at a size: nothing wider than the window, nothing pressable that is cut off
// or covered without a way to scroll to it, no words that stick out of a button, and a picture in the call worth looking at.

/** Runs in a page. What is out of reach now, told by the element. */
export async function outOfReach(leastPicture: number): Promise<string[]> {
  const found: string[] = []
  const told = (element: Element) =>
    `<${element.localName} class="${element.className}"> ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}`
  const root = document.documentElement
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > root.clientWidth + 1,
    )
    found.push(`wider than the window by ${root.scrollWidth - root.clientWidth}: ${wide.map(told).at(-1) ?? ''}`)
  }

  const modal = [...document.querySelectorAll('dialog:modal')].at(-1)
  const seen = (element: Element) => {
    const { width, height } = element.getBoundingClientRect()
    const drawn = element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    return drawn && width > 1 && height > 1 && !element.closest('[inert], .visually-hidden, .page-skip')
  }
  const HIDDEN = ['hidden', 'clip']
  const clips = (element: Element) => {
    const { overflowX, overflowY } = getComputedStyle(element)
    return HIDDEN.includes(overflowX) || HIDDEN.includes(overflowY)
  }
  const PRESSABLE = 'a[href], button, input, select, textarea, summary, [role=tab], [role=button]'
  for (const element of (modal ?? document).querySelectorAll<HTMLElement>(PRESSABLE)) {
    if (!seen(element) || element.matches(':disabled')) continue
    const clipping: Element[] = []
    for (let up = element.parentElement; up; up = up.parentElement) if (clips(up)) clipping.push(up)
    const before = clipping.map((one) => [one.scrollLeft, one.scrollTop] as const)
    element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
    if (undoWhatNoPersonCan(clipping, before)) found.push(`no way to scroll to ${told(element)}`)
    // Out from under bars that stay at the edge.
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
    undoWhatNoPersonCan(clipping, before)
    // A little of it is enough to press where it is larger than the window.
    const box = element.getBoundingClientRect()
    const middle = [
      Math.min(Math.max((box.left + box.right) / 2, 1), innerWidth - 2),
      Math.min(Math.max((box.top + box.bottom) / 2, 1), innerHeight - 2),
    ] as const
    const over = document.elementFromPoint(...middle)
    const label = element.id
      ? document.querySelector(`label[for="${CSS.escape(element.id)}"]`)
      : element.closest('label')
    const reached = over && (element.contains(over) || over.contains(element) || label?.contains(over))
    if (!reached) found.push(`${over ? `covered by ${told(over)}` : 'outside'}: ${told(element)}`)
    else if (box.left < -1 || box.right > innerWidth + 1) found.push(`cut off at the side: ${told(element)}`)
    if (
      element.localName === 'button' &&
      (element.scrollWidth > element.clientWidth + 2 || element.scrollHeight > element.clientHeight + 2)
    )
      if (getComputedStyle(element).textOverflow !== 'ellipsis') found.push(`its words do not fit: ${told(element)}`)
  }
  for (const stage of document.querySelectorAll('.stage')) {
    const { height } = stage.getBoundingClientRect()
    if (height < leastPicture) found.push(`the picture is ${Math.round(height)} px high`)
  }
  return found

  /** A script scrolls also what clips. True when it did, by more than a border. */
  function undoWhatNoPersonCan(clipping: readonly Element[], before: readonly (readonly [number, number])[]): boolean {
    let moved = false
    for (const [at, one] of clipping.entries()) {
      const [left, top] = before[at] ?? [0, 0]
      const { overflowX, overflowY } = getComputedStyle(one)
      const across = HIDDEN.includes(overflowX) && one.scrollLeft !== left
      const down = HIDDEN.includes(overflowY) && one.scrollTop !== top
      moved ||= (across && Math.abs(one.scrollLeft - left) > 4) || (down && Math.abs(one.scrollTop - top) > 4)
      if (across) one.scrollLeft = left
      if (down) one.scrollTop = top
    }
    return moved
  }
}
