// Closing a service or a waiting area for good, and opening it again.
import { useState } from 'preact/hooks'
import { words as problems } from '#text/problems'
import { words as places } from '#text/settings-places'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import type { Found } from '../place.ts'
import type { PlaceModel } from '../place-model.ts'

const words = places.close

export function ClosePart({ model, found }: { model: PlaceModel; found: Found }) {
  const [asked, setAsked] = useState(false)
  const doing = useStore(model.closing.request)
  const close = async () => {
    await model.close()
    setAsked(false)
  }
  return (
    <section class="settings-part stack-s">
      <h3 class="settings-first">{found.level === 'area' ? words.area : words.service}</h3>
      <p>{words.text}</p>
      {doing.kind === 'refused' && (
        <Notice kind="error" title={words.failed} live="assertive">
          <p>{problems[doing.refusal.code](doing.refusal.detail)}</p>
        </Notice>
      )}
      <p>
        <Button kind="danger" size="small" onPress={() => setAsked(true)}>
          {found.level === 'area' ? words.area : words.service}
        </Button>
      </p>
      <Dialog
        open={asked}
        title={words.sure(found.name)}
        onClose={() => setAsked(false)}
        actions={
          <>
            <Button kind="danger" busy={doing.kind === 'busy' && words.closing} onPress={() => void close()}>
              {words.press}
            </Button>
            <Button kind="quiet" onPress={() => setAsked(false)}>
              {words.keep}
            </Button>
          </>
        }
      >
        <p>{words.text}</p>
      </Dialog>
    </section>
  )
}

/** In the place of everything else: a closed place is opened again, or left. */
export function ClosedNotice({ model, found }: { model: PlaceModel; found: Found }) {
  const doing = useStore(model.closing.request)
  const byService = found.level === 'area' && found.service.closedAt !== null
  return (
    <Notice
      kind="warning"
      title={words.closedTitle}
      actions={
        !byService && (
          <Button
            kind="secondary"
            size="small"
            busy={doing.kind === 'busy' && words.reopening}
            onPress={() => void model.reopen()}
          >
            {words.reopen}
          </Button>
        )
      }
    >
      <p>{byService ? words.serviceClosedText : words.closedText}</p>
      {doing.kind === 'refused' && <p>{problems[doing.refusal.code](doing.refusal.detail)}</p>}
    </Notice>
  )
}
