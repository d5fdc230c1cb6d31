// One browser as the server sees it: cookies that come and go, requests that say they are the product's own, sockets.
// It draws nothing.
import { KEPT_COOKIE } from '../src/server/platform/caller.ts'
import { openPage, type Page, type PageSettings } from './page.ts'
import type { TestServer } from './server.ts'

export type Method = 'GET' | 'POST' | 'PUT'

export interface Reply<Body> {
  readonly status: number
  readonly headers: Headers
  /** As it came over the wire. */
  readonly text: string
  /** Parsed, where it is JSON; null otherwise. */
  readonly body: Body
  /** The problem's code; null when there is none. */
  readonly code: string | null
}

export interface Browser {
  /** A cookie's value as it is now. */
  cookie(name: string): string | undefined
  setCookie(name: string, value: string): void
  /** Remembers the cookies as they are; calling what it returns brings them back. */
  rememberCookies(): () => void
  /** `headers` replace the usual ones. A body that is a string or bytes goes as it is. */
  call<Body = Record<string, unknown>>(
    method: Method,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply<Body>>
  /** An open socket to the patient's or the staff's side. Closed when the test ends. */
  connect(as: 'patient' | 'staff', settings?: PageSettings): Promise<Page>
}

export function openBrowser(server: Pick<TestServer, 'url'>): Browser {
  // As one that has been here before: it keeps cookies, over http and https.
  const cookies = new Map<string, string>([KEPT_COOKIE, `__Host-${KEPT_COOKIE}`].map((name) => [name, '1']))
  const cookieHeader = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

  return {
    // Over https it is called so.
    cookie: (name) => cookies.get(name) ?? cookies.get(`__Host-${name}`),
    setCookie: (name, value) => void cookies.set(name, value),
    rememberCookies() {
      const before = [...cookies]
      return () => {
        cookies.clear()
        for (const [name, value] of before) cookies.set(name, value)
      }
    },
    async call<Body>(method: Method, path: string, body?: unknown, headers?: Record<string, string>) {
      const raw = typeof body === 'string' || body instanceof Uint8Array
      const response = await fetch(server.url + path, {
        method,
        headers: {
          ...(cookies.size > 0 ? { cookie: cookieHeader() } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(headers ?? { 'x-bedside': '1' }),
        },
        body: body === undefined || method === 'GET' ? undefined : raw ? (body as string) : JSON.stringify(body),
        redirect: 'manual',
      })
      for (const line of response.headers.getSetCookie()) keep(cookies, line)
      const text = await response.text()
      const json = /json/.test(response.headers.get('content-type') ?? '')
      const parsed = json ? (JSON.parse(text) as Record<string, unknown>) : null
      const code = typeof parsed?.code === 'string' && response.status >= 400 ? parsed.code : null
      return { status: response.status, headers: response.headers, text, body: parsed as Body, code }
    },
    connect: (as, settings) => openPage(server.url, as, cookieHeader(), settings),
  }
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';')
  const at = pair.indexOf('=')
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
  if (attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute))) cookies.delete(name)
  else cookies.set(name, value)
}
