// What a staff page shows while what it is about is fetched, and when it could not be.
import { words as problems } from '#text/problems'
import type { Refusal } from '../../net/api.ts'
import { Button } from '../../ui/button/button.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'

export interface LoadStateProps {
  state:
    | { readonly kind: 'loading' }
    | { readonly kind: 'loaded' }
    | { readonly kind: 'refused'; readonly refusal: Refusal }
  words: { readonly loading: string; readonly failed: string; readonly again: string }
  onAgain: () => void
}

export function LoadState({ state, words, onAgain }: LoadStateProps) {
  if (state.kind === 'loading') return <Spinner words={words.loading} large />
  if (state.kind === 'loaded') return null
  return (
    <Notice
      kind="error"
      title={words.failed}
      live="assertive"
      actions={
        <Button kind="secondary" size="small" onPress={onAgain}>
          {words.again}
        </Button>
      }
    >
      <p>{problems[state.refusal.code](state.refusal.detail)}</p>
    </Notice>
  )
}
