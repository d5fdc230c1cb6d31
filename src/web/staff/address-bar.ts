// The browser's address bar and history behind the router's port, and links of ours that open without a new document.
import type { AddressBar } from './router.ts'

export const browserAddress: AddressBar = {
  read: () => ({ path: location.pathname, hash: location.hash, search: location.search }),
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
