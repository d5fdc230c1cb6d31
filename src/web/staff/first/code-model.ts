// A short code that somebody types, from a letter or a poster: what can be none is said at once; the server knows where the
// others lead, and sends back what leads nowhere.
import { codeOf } from '#domain/short-code'
import { createStore, type Readable } from '../../kit/store.ts'

export type CodeFault = 'empty' | 'not-a-code' | 'unknown'

export interface CodeState {
  readonly typed: string
  readonly fault: CodeFault | null
}

export interface CodeModel {
  readonly state: Readable<CodeState>
  type(typed: string): void
  submit(): void
}

/** `unknown`: what this page was opened with, which leads nowhere; empty when it was opened to type one. */
export function createCode(unknown: string, goTo: (path: string) => void): CodeModel {
  const state = createStore<CodeState>({
    typed: unknown,
    fault: unknown === '' ? null : (faultOf(unknown) ?? 'unknown'),
  })
  return {
    state,
    type: (typed) => state.set({ typed, fault: null }),
    submit() {
      const { typed } = state.get()
      const fault = faultOf(typed)
      if (fault) state.set({ typed, fault })
      else goTo(`/a/${codeOf(typed)}`)
    },
  }
}

function faultOf(typed: string): CodeFault | null {
  if (typed.trim() === '') return 'empty'
  return codeOf(typed) === '' ? 'not-a-code' : null
}
