// The questions after the call, in each state, for looking at.
import { createStore } from '../../kit/store.ts'
import type { Example } from '../../ui/example.ts'
import { Feedback } from './feedback.tsx'
import type { FeedbackState } from './feedback-model.ts'

const example = (name: string, change: Partial<FeedbackState> = {}): Example => ({
  name,
  draw: () => (
    <Feedback
      model={{
        state: createStore<FeedbackState>({ answers: {}, saving: false, failed: false, complete: false, ...change }),
        answer: () => {},
      }}
    />
  ),
})

export const examples: readonly Example[] = [
  example('asked'),
  example('one answered', { answers: { media: 'partly' } }),
  example('being sent', { answers: { media: 'yes', needs: 'yes' }, saving: true }),
  example('not sent', { answers: { media: 'yes' }, failed: true }),
  example('all answered', { answers: { media: 'yes', needs: 'partly', again: 'yes' }, complete: true }),
]
