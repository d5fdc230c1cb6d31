// Which staff page an address means, and moving between them without loading the document again. Knows no screen.
import { createStore, type Readable } from '../kit/store.ts'
import type { ProviderWhy } from './provider/provider-model.ts'
import { groupsOf, ORGANISATION, type Place, type PlaceGroup } from './settings/place.ts'

export type Route =
  | { readonly page: 'first' }
  | { readonly page: 'setup'; readonly token: string }
  | { readonly page: 'sample'; readonly token: string }
  | { readonly page: 'console' }
  | { readonly page: 'visit'; readonly visitId: string }
  | { readonly page: 'appointments' }
  | { readonly page: 'appointment-week' }
  | { readonly page: 'appointment-list' }
  | { readonly page: 'clinic-list' }
  | { readonly page: 'notes' }
  | { readonly page: 'note'; readonly noteId: string }
  /** Null: the first place that somebody keeps. */
  | { readonly page: 'settings'; readonly place: Place | null; readonly group: PlaceGroup }
  | { readonly page: 'plans' }
  /** How patients get to an area, and the sheet to print. */
  | { readonly page: 'ways-in' | 'poster'; readonly slug: string }
  /** A short code that no waiting area has, or none yet. */
  | { readonly page: 'code'; readonly typed: string }
  | { readonly page: 'people' }
  | { readonly page: 'outbox' }
  /** What patients answered after their call. */
  | { readonly page: 'feedback' }
  | { readonly page: 'invitation'; readonly token: string }
  /** Without a token: asking for a link. */
  | { readonly page: 'reset'; readonly token: string }
  | { readonly page: 'audit' }
  /** On the way to the organisation's own sign-in, or back from it with `search`. `beside`: in a second tab. */
  | { readonly page: 'provider'; readonly search: string; readonly why: ProviderWhy }
  | { readonly page: 'sign-in-settings' }
  | { readonly page: 'sign-ins' }
  /** Signing in beside a page that is locked, which then goes on. */
  | { readonly page: 'again' }
  | { readonly page: 'break-glass' }
  | { readonly page: 'account' }
  /** A new address that is to be confirmed. */
  | { readonly page: 'email'; readonly token: string }
  /** What somebody signs in with. */
  | { readonly page: 'factors' }
  | { readonly page: 'missing' }

/** The browser's address bar and history, or a fake of them. */
export interface AddressBar {
  read(): { path: string; hash: string; search?: string }
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
  /**
   * `mayLeave` is asked before each move, also by the browser's Back; where it says no, everything stays as it is. Returns what
   * removes the guard.
   */
  guard(mayLeave: (next: Route, path: string) => boolean): () => void
}

const ID = '[0-9a-f-]{36}'

/** The page that `path` and `hash` mean. The secrets of one-time links stand after `#`: they are never sent to a server,
 * and `address-bar` takes them out of sight. */
export function routeOf(path: string, hash: string, search = ''): Route {
  const plain = path.length > 1 ? path.replace(/\/+$/, '') : path
  const token = hash.replace(/^#/, '')
  if (plain === '/' || plain === '') return { page: 'first' }
  if (plain === '/setup') return { page: 'setup', token }
  if (plain === '/sample') return { page: 'sample', token }
  if (plain === '/staff') return { page: 'console' }
  if (plain === '/staff/appointments') return { page: 'appointments' }
  if (plain === '/staff/appointments/week') return { page: 'appointment-week' }
  if (plain === '/staff/appointments/all') return { page: 'appointment-list' }
  if (plain === '/staff/appointments/list') return { page: 'clinic-list' }
  if (plain === '/staff/notes') return { page: 'notes' }
  if (plain === '/staff/settings') return { page: 'settings', place: null, group: 'general' }
  const place = plain.match(`^/staff/settings/(?:organisation|(services|areas)/(${ID}))(?:/([a-z]+))?$`)
  if (place) return settingsRoute(place[1], place[2], place[3] ?? 'general')
  if (plain === '/staff/settings/plans') return { page: 'plans' }
  if (plain === '/staff/people') return { page: 'people' }
  if (plain === '/staff/outbox') return { page: 'outbox' }
  if (plain === '/staff/feedback') return { page: 'feedback' }
  if (plain === '/staff/invitation') return { page: 'invitation', token }
  if (plain === '/staff/reset') return { page: 'reset', token }
  if (plain === '/staff/provider')
    return { page: 'provider', search, why: token === 'beside' || token === 'prove' ? token : 'here' }
  if (plain === '/staff/settings/sign-in') return { page: 'sign-in-settings' }
  if (plain === '/staff/audit') return { page: 'audit' }
  const area = plain.match(/^\/staff\/areas\/([a-z0-9-]{1,64})(\/poster)?$/)
  if (area?.[1]) return { page: area[2] ? 'poster' : 'ways-in', slug: area[1] }
  const code = plain.match(/^\/a(?:\/(.*))?$/)
  if (code) return { page: 'code', typed: decoded(code[1] ?? '') }
  if (plain === '/staff/sign-ins') return { page: 'sign-ins' }
  if (plain === '/staff/again') return { page: 'again' }
  if (plain === '/staff/account') return { page: 'account' }
  if (plain === '/staff/email') return { page: 'email', token }
  if (plain === '/staff/break-glass') return { page: 'break-glass' }
  if (plain === '/staff/your-sign-in') return { page: 'factors' }
  const visit = plain.match(`^/staff/visits/(${ID})$`)
  if (visit?.[1]) return { page: 'visit', visitId: visit[1] }
  const note = plain.match(`^/staff/notes/(${ID})$`)
  if (note?.[1]) return { page: 'note', noteId: note[1] }
  return { page: 'missing' }
}

function settingsRoute(level: string | undefined, id: string | undefined, asked: string): Route {
  const place: Place = id ? { level: level === 'areas' ? 'area' : 'service', id } : ORGANISATION
  const group = groupsOf(place.level).find((one) => one === asked)
  return group ? { page: 'settings', place, group } : { page: 'missing' }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Pages for somebody who is not signed in, or is about to be somebody else. */
export function isBeforeSignIn({ page }: Route): boolean {
  return ['first', 'code', 'setup', 'sample', 'invitation', 'reset', 'provider', 'again'].includes(page)
}

export function createRouter(address: AddressBar): Router {
  const read = () => {
    const { path, hash, search } = address.read()
    return routeOf(path, hash, search)
  }
  const route = createStore<Route>(read())
  let here = address.read().path
  let mayLeave: (next: Route, path: string) => boolean = () => true
  /** A fragment that leads nowhere else draws nothing anew: what is typed on the page stays. */
  const arrive = () => {
    here = address.read().path
    const next = read()
    if (JSON.stringify(next) !== JSON.stringify(route.get())) route.set(next)
  }
  address.onChange(() => {
    if (mayLeave(read(), address.read().path)) arrive()
    // The browser has moved already.
    else address.push(here)
  })
  return {
    route,
    go(path) {
      if (!mayLeave(routeOf(path, ''), path)) return
      address.push(path)
      arrive()
    },
    instead(path) {
      if (!mayLeave(routeOf(path, ''), path)) return
      address.replace(path)
      arrive()
    },
    guard(next) {
      mayLeave = next
      return () => {
        if (mayLeave === next) mayLeave = () => true
      }
    },
  }
}
