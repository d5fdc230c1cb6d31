// Something that cannot be undone from here: the press, the question before it, and what became of it.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { words as problems } from '#text/problems'
import type { RequestState } from '../../../kit/api-call.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'

export interface FinalPartProps {
  /** The heading and what it is about. */
  about: ComponentChildren
  press: string
  request: RequestState
  words: {
    readonly failed: string
    readonly sure: string
    readonly press: string
    readonly busy: string
    readonly keep: string
  }
  /** What happens then. */
  children: ComponentChildren
  onSure: () => Promise<unknown>
}

export function FinalPart({ about, press, request, words, children, onSure }: FinalPartProps) {
  const [asked, setAsked] = useState(false)
  const close = () => setAsked(false)
  return (
    <section class="settings-part stack-s">
      {about}
      {request.kind === 'refused' && (
        <Notice kind="error" title={words.failed} live="assertive">
          <p>{problems[request.refusal.code](request.refusal.detail)}</p>
        </Notice>
      )}
      <p>
        <Button kind="danger" size="small" onPress={() => setAsked(true)}>
          {press}
        </Button>
      </p>
      <Dialog
        open={asked}
        title={words.sure}
        onClose={close}
        actions={
          <>
            <Button
              kind="danger"
              busy={request.kind === 'busy' && words.busy}
              onPress={() => void onSure().then(close)}
            >
              {words.press}
            </Button>
            <Button kind="quiet" onPress={close}>
              {words.keep}
            </Button>
          </>
        }
      >
        {children}
      </Dialog>
    </section>
  )
}
