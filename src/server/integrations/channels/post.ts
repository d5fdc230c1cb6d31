// One POST to a carrier, and whether a failure leaves doubt.
import { timingSafeEqual } from 'node:crypto'
import type { Delivery } from './port.ts'

const PATIENCE_MS = 15_000

export interface Answer {
  readonly status: number
  /** Null where it is no JSON. */
  readonly body: Readonly<Record<string, unknown>> | null
}

/** The carrier's answer, or what is to be said where there is none. */
export async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  patienceMs = PATIENCE_MS,
): Promise<Answer | Delivery> {
  try {
    const reply = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    })
    const text = await reply.text().catch(() => '')
    return { status: reply.status, body: json(text) }
  } catch (error) {
    return unanswered(error)
  }
}

/** No connection was made, so nothing was taken. */
const NEVER_REACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

function unanswered(error: unknown): Delivery {
  const { name, cause } = (error ?? {}) as { name?: unknown; cause?: { code?: unknown } }
  const code = typeof cause?.code === 'string' ? cause.code : null
  if (code && NEVER_REACHED.has(code)) return { kind: 'failed', fault: code, lasting: false }
  return { kind: 'uncertain', fault: code ?? (name === 'TimeoutError' ? 'ETIMEDOUT' : 'no answer') }
}

function json(text: string): Answer['body'] {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

/**
 * What a refusal means. A carrier that refuses this message refuses it again; one that refuses us (a wrong key, too many
 * messages, trouble of its own) is asked again, because that gets mended. A gateway that gave up waiting leaves doubt.
 */
export function refused(name: string, { status }: Answer, detail: string | number | null = null): Delivery {
  const fault = [name, status, detail].filter((part) => part !== null).join(' ')
  if (status === 502 || status === 504) return { kind: 'uncertain', fault }
  return { kind: 'failed', fault, lasting: status === 400 || status === 404 || status === 413 || status === 422 }
}

/** Takes equally long however much of it is right. */
export function same(expected: string, given: string): boolean {
  const [x, y] = [Buffer.from(expected), Buffer.from(given)]
  return x.length === y.length && timingSafeEqual(x, y)
}
