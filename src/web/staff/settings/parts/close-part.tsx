// Closing a service or a waiting area for good, and opening it again.
import { words as problems } from '#text/problems'
import { words as places } from '#text/settings-places'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import type { Found } from '../place.ts'
import type { PlaceModel } from '../place-model.ts'
import { FinalPart } from './final-part.tsx'

const words = places.close

export function ClosePart({ model, found }: { model: PlaceModel; found: Found }) {
  const request = useStore(model.closing.request)
  const title = found.level === 'area' ? words.area : words.service
  return (
    <FinalPart
      about={
        <>
          <h3 class="settings-first">{title}</h3>
          <p>{words.text}</p>
        </>
      }
      press={title}
      request={request}
      words={{ ...words, sure: words.sure(found.name), busy: words.closing }}
      onSure={model.close}
    >
      <p>{words.text}</p>
    </FinalPart>
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
