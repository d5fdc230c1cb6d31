// Which staff page an address means, and moving between them without loading the document again. Knows no screen.
import { createStore, type Readable } from '../store.ts'

export type Route =
  | { readonly page: 'first' }
  | { readonly page: 'setup'; readonly token: string }
  | { readonly page: 'sample'; readonly token: string }
  | { readonly page: 'console' }
  | { readonly page: 'visit'; readonly visitId: string }
  | { readonly page: 'notes' }
  | { readonly page: 'note'; readonly noteId: string }
  | { readonly page: 'settings' }
  | { readonly page: 'plans' }
  | { readonly page: 'people' }
  | { readonly page: 'outbox' }
  | { readonly page: 'invitation'; readonly token: string }
  /** Without a token: asking for a link. */
  | { readonly page: 'reset'; readonly token: string }
  | { readonly page: 'audit' }
  | { readonly page: 'break-glass' }
  | { readonly page: 'account' }
  /** A new address that is to be confirmed. */
  | { readonly page: 'email'; readonly token: string }
  | { readonly page: 'missing' }

/** The browser's address bar and history, or a fake of them. */
export interface AddressBar {
  read(): { path: string; hash: string }
  push(path: string): void
  replace(path: string): void
  onChange(listener: () => void): () => void
}

export interface Router {
  readonly route: Readable<Route>
  /** Moves to a path of ours; the browser's Back comes back here. */
  go(path: string): void
  /** Moves without leaving a step behind. */
  instead(path: string): void
}

const ID = '[0-9a-f-]{36}'

/** The page that `path` and `hash` mean. The secrets of one-time links stand after `#`: they are never sent to a server. */
export function routeOf(path: string, hash: string): Route {
  const plain = path.length > 1 ? path.replace(/\/+$/, '') : path
  const token = hash.replace(/^#/, '')
  if (plain === '/' || plain === '') return { page: 'first' }
  if (plain === '/setup') return { page: 'setup', token }
  if (plain === '/sample') return { page: 'sample', token }
  if (plain === '/staff') return { page: 'console' }
  if (plain === '/staff/notes') return { page: 'notes' }
  if (plain === '/staff/settings') return { page: 'settings' }
  if (plain === '/staff/settings/plans') return { page: 'plans' }
  if (plain === '/staff/people') return { page: 'people' }
  if (plain === '/staff/outbox') return { page: 'outbox' }
  if (plain === '/staff/invitation') return { page: 'invitation', token }
  if (plain === '/staff/reset') return { page: 'reset', token }
  if (plain === '/staff/audit') return { page: 'audit' }
  if (plain === '/staff/account') return { page: 'account' }
  if (plain === '/staff/email') return { page: 'email', token }
  if (plain === '/staff/break-glass') return { page: 'break-glass' }
  const visit = plain.match(`^/staff/visits/(${ID})$`)
  if (visit?.[1]) return { page: 'visit', visitId: visit[1] }
  const note = plain.match(`^/staff/notes/(${ID})$`)
  if (note?.[1]) return { page: 'note', noteId: note[1] }
  return { page: 'missing' }
}

/** Pages for somebody who is not signed in, or is about to be somebody else. */
export function isBeforeSignIn({ page }: Route): boolean {
  return ['first', 'setup', 'sample', 'invitation', 'reset'].includes(page)
}

export function createRouter(address: AddressBar): Router {
  const read = () => {
    const { path, hash } = address.read()
    return routeOf(path, hash)
  }
  const route = createStore<Route>(read())
  address.onChange(() => route.set(read()))
  return {
    route,
    go(path) {
      address.push(path)
      route.set(read())
    },
    instead(path) {
      address.replace(path)
      route.set(read())
    },
  }
}
