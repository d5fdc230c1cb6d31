// What a browser's own translator does to a page, as Google's does it in Chrome: each text node is taken out and an
// element of the translator's stands in its place; what appears or changes later is treated the same.
import type { BrowserContext } from 'playwright-core'

/** Everything that failed in the pages of `context` from now on. */
export function faultsOf(context: BrowserContext): string[] {
  const faults: string[] = []
  context.on('weberror', (fault) => faults.push(String(fault.error())))
  return faults
}

/** Runs in a page. The words stay as they are, so that a test can find them; a mark says that they went through. */
export function translate(): void {
  const LEFT_ALONE = 'script, style, textarea, [translate=no], .notranslate, [data-translated]'
  const replace = (text: Text) => {
    if (!text.parentElement || text.data.trim() === '' || text.parentElement.closest(LEFT_ALONE)) return
    const outer = document.createElement('font')
    const inner = document.createElement('font')
    outer.setAttribute('data-translated', '')
    inner.append(text.data)
    outer.append(inner)
    text.replaceWith(outer)
  }
  const replaceIn = (root: Node) => {
    if (root instanceof Text) return replace(root)
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const found: Text[] = []
    while (walk.nextNode()) found.push(walk.currentNode as Text)
    for (const text of found) replace(text)
  }
  addEventListener('DOMContentLoaded', () => {
    replaceIn(document.body)
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        if (type === 'characterData') replaceIn(target)
        for (const node of addedNodes) replaceIn(node)
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true })
  })
}

/** Runs in a page: words on the screen that the translator did not get, apart from what people typed. */
export function untranslated(): string[] {
  const LEFT_ALONE = 'script, style, textarea, option, [translate=no], [data-translated]'
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found: string[] = []
  while (walk.nextNode()) {
    const text = walk.currentNode as Text
    if (text.data.trim() !== '' && !text.parentElement?.closest(LEFT_ALONE)) found.push(text.data)
  }
  return found
}
