// The page behind "no more e-mails like this one", before and after the press.
import { createAction } from '../../kit/action.ts'
import { createStore } from '../../kit/store.ts'
import type { Example } from '../../ui/example.ts'
import type { StopState } from './stop-model.ts'
import { StopScreen } from './stop-screen.tsx'

const example = (name: string, state: StopState): Example => ({
  name,
  whole: true,
  draw: () => <StopScreen model={{ state: createStore(state), doing: createAction(), press: async () => {} }} />,
})

export const examples: readonly Example[] = [
  example('asked', 'asked'),
  example('stopped', 'stopped'),
  example('started again', 'started'),
]
