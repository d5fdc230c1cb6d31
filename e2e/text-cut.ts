// Runs in a page: which words are cut off by what stands around them, where no scrolling brings them into sight. What is
// shortened with dots says so itself.
export function textCut(): string[] {
  const found = new Set<string>()
  const CLIPS = ['hidden', 'clip']
  const LEAST = 3
  const modal = [...document.querySelectorAll('dialog:modal')].at(-1)
  const walk = document.createTreeWalker(modal ?? document.body, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) {
    const text = walk.currentNode as Text
    const parent = text.parentElement
    if (!parent || text.data.trim() === '' || parent.closest('.visually-hidden, .page-skip, [inert], svg, option'))
      continue
    if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    const box = range.getBoundingClientRect()
    for (let up: Element | null = parent; up && up !== document.documentElement; up = up.parentElement) {
      const { overflowX, overflowY, position, textOverflow, webkitLineClamp } = getComputedStyle(up)
      const [scrollsX, scrollsY] = [overflowX, overflowY].map((one) => one === 'auto' || one === 'scroll')
      if (scrollsX || scrollsY) break
      const around = up.getBoundingClientRect()
      if (textOverflow === 'ellipsis' || webkitLineClamp !== 'none' || around.width <= 1) break
      const across = CLIPS.includes(overflowX) && Math.max(around.left - box.left, box.right - around.right)
      const down = CLIPS.includes(overflowY) && Math.max(around.top - box.top, box.bottom - around.bottom)
      if ((across && across > LEAST) || (down && down > LEAST)) {
        found.add(`cut by <${up.localName} class="${up.className}">: ${text.data.trim().slice(0, 60)}`)
        break
      }
      if (position === 'fixed') break
    }
  }
  return [...found]
}
