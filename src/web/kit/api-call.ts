// The one way in which staff models ask the server for something over HTTP; a test gives a fake one.
import type { Refusal, RequestOptions } from '../net/api.ts'

export type ApiCall = <T>(
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  body?: unknown,
  options?: Pick<RequestOptions, 'patienceMs'>,
) => Promise<T>

/** What came of an action: nothing yet, under way, done, or refused. */
export type RequestState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export const IDLE: RequestState = { kind: 'idle' }
export const BUSY: RequestState = { kind: 'busy' }
export const DONE: RequestState = { kind: 'done' }
