// HTTP to our own server. Every reply is either the value or a `Refusal` with a code that has words in `text/`.
import type { ProblemCode, ProblemDetail } from '#domain/problem'

/** A request that was not done. `offline` means that no answer came at all. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  constructor(
    readonly code: ProblemCode | 'offline',
    readonly detail: ProblemDetail = {},
  ) {
    super(code)
  }
}

/** Whose page asks. The server refuses where this browser's cookie is of another visit, or of another person, by now. */
export interface Asker {
  readonly visitId?: string
  readonly personId?: string
}

export interface RequestOptions extends Asker {
  /** Without an answer for so long a request counts as lost. */
  readonly patienceMs?: number
}

const PATIENCE_MS = 15_000
/** For requests in which our server asks the organisation's identity provider, which it waits 30 seconds for. */
export const PROVIDER_PATIENCE_MS = 35_000

/**
 * Whether this browser brings back a cookie that it was given, and so finds back to whatever is begun here. Asked once more
 * where it had none yet.
 */
export async function keepsCookies(): Promise<boolean> {
  const asked = () => call<{ kept: boolean }>('GET', '/api/open/kept')
  return (await asked()).kept || (await asked()).kept
}

/** Sends `body` as JSON; throws `Refusal`. Requests carry a header that a cross-site form cannot set. */
export async function call<T>(...asked: Asked): Promise<T> {
  try {
    return await ask<T>(...asked)
  } catch (error) {
    // The server gives nothing to a browser that may lose it; most only had no cookie yet.
    const again = error instanceof Refusal && error.code === 'access/nothing-kept' && (await keepsCookies())
    if (again) return ask<T>(...asked)
    throw error
  }
}

type Asked = Parameters<typeof ask>

async function ask<T>(
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  body?: unknown,
  { visitId, personId, patienceMs = PATIENCE_MS }: RequestOptions = {},
): Promise<T> {
  const ending = new AbortController()
  const patience = setTimeout(() => ending.abort(), patienceMs)
  try {
    const reply = await fetch(url, {
      method,
      headers: {
        'x-bedside': '1',
        ...(visitId === undefined ? {} : { 'x-bedside-visit': visitId }),
        ...(personId === undefined ? {} : { 'x-bedside-person': personId }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      credentials: 'same-origin',
      signal: ending.signal,
    })
    const value = await reply.json().catch(() => null)
    if (ending.signal.aborted) throw new Refusal('offline')
    if (reply.ok) return value as T
    throw new Refusal(value?.code ?? (reply.status === 413 ? 'request/too-large' : 'server/fault'), value?.detail ?? {})
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('offline')
  } finally {
    clearTimeout(patience)
  }
}
