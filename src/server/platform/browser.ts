// The browser that the request under way came from, for whoever begins a sign-in: what it says of itself, from where, and
// the cookies by which it was here before. It decides nothing and is of no use to a permission.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { ProxyFault } from './proxy-fault.ts'

export interface AskingBrowser {
  readonly address: string
  /** The header `user-agent`. */
  readonly agent: string
  /** The secrets of its cookies. */
  readonly session: string | null
  readonly device: string | null
  readonly proxyFault: ProxyFault | null
  /** Gives it the secret by which it is known next time. */
  keepDevice(secret: string): void
}

const current = new AsyncLocalStorage<AskingBrowser>()

export const askedBy = <T>(browser: AskingBrowser, work: () => Promise<T>): Promise<T> => current.run(browser, work)

/** Null where no request is under way. */
export const askingBrowser = (): AskingBrowser | null => current.getStore() ?? null
