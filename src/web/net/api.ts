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

/** Sends `body` as JSON; throws `Refusal`. Requests carry a header that a cross-site form cannot set. */
export async function call<T>(
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  let reply: Response
  try {
    reply = await fetch(url, {
      method,
      headers: { 'x-bedside': '1', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body === undefined ? null : JSON.stringify(body),
      credentials: 'same-origin',
      signal: signal ?? null,
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new Refusal('offline')
  }
  const value = await reply.json().catch(() => null)
  if (reply.ok) return value as T
  throw new Refusal(value?.code ?? (reply.status === 413 ? 'request/too-large' : 'server/fault'), value?.detail ?? {})
}
