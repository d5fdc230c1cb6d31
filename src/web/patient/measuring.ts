// Whether this page listens in order to measure something: then it makes no sound of its own.
import { createStore } from '../kit/store.ts'

export const measuring = createStore(false)
