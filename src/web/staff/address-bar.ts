// The browser's address bar and history behind the router's port, and links of ours that open without a new document.
import type { AddressBar } from './router.ts'

/**
 * What stands after `#` is the secret of a one-time link. It is read once and leaves the address bar, where others could
 * see it and from where it would go into bookmarks; the entry of the history keeps it, for a reload and for Back.
 */
function takeFragment(): string {
  if (location.hash === '') return (history.state as { fragment?: string } | null)?.fragment ?? ''
  const fragment = location.hash
  history.replaceState({ fragment }, '', location.pathname + location.search)
  return fragment
}

export const browserAddress: AddressBar = {
  read: () => ({ hash: takeFragment(), path: location.pathname, search: location.search }),
  push: (path) => history.pushState(null, '', path),
  replace: (path) => history.replaceState(null, '', path),
  onChange(listener) {
    addEventListener('popstate', listener)
    addEventListener('hashchange', listener)
    return () => {
      removeEventListener('popstate', listener)
      removeEventListener('hashchange', listener)
    }
  },
}

/** The staff path a plain press on this link leads to; null where the browser should do what it always does. */
export function staffPathOf(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return null
  const isOurs = link.pathname === '/' || link.pathname === '/staff' || link.pathname.startsWith('/staff/')
  return isOurs && !link.hash ? link.pathname : null
}
