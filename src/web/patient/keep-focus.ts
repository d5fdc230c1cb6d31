// What is pressed may go away with the press, and the keyboard's focus with it: a screen reader then begins again at the top.
// Here it goes to what stands nearest to where it was: the heading of that part, or what can be pressed there.

const TARGETS =
  'h1[tabindex], h2[tabindex], h3[tabindex], button:not(:disabled), a[href], input, textarea, select, [tabindex]'

/** Long enough for a new screen to take the focus itself (ms). */
const SETTLED_MS = 60

export function keepFocus(page: Document): void {
  let path: readonly Element[] = []
  let waits = false
  page.addEventListener('focusin', ({ target }) => {
    path = []
    for (let at = target as Element | null; at; at = at.parentElement) path = [...path, at]
  })
  const look = () => {
    waits = false
    if (page.activeElement !== page.body || path.length === 0) return
    for (const at of path) {
      if (!at.isConnected) continue
      const found = [at, ...at.querySelectorAll<HTMLElement>(TARGETS)].find(isTarget)
      found?.focus()
      if (page.activeElement !== page.body) return
    }
  }
  new MutationObserver(() => {
    if (waits || page.activeElement !== page.body) return
    waits = true
    setTimeout(look, SETTLED_MS)
  }).observe(page.body, { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden', 'inert'] })
}

const isTarget = (at: Element): at is HTMLElement =>
  at instanceof HTMLElement && at.matches(TARGETS) && at.checkVisibility?.() !== false
