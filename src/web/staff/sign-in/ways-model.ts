// What the sign-in page offers, as the server knows it. Until that is known there are passwords, as there are almost
// everywhere.
import type { SignInWays } from '#contract/provider'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export interface WaysModel {
  readonly ways: Readable<SignInWays>
  load(): Promise<void>
}

export function createWays(apiCall: ApiCall): WaysModel {
  const ways = createStore<SignInWays>({ provider: null, passwords: true })
  return {
    ways,
    async load() {
      try {
        ways.set(await apiCall<SignInWays>('GET', '/api/open/sign-in-ways'))
      } catch (error) {
        // Without an answer the form stays: it will say what is wrong.
        if (!(error instanceof Refusal)) throw error
      }
    },
  }
}
