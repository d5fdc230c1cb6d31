// The sample clinic beside a real organisation, and the press that removes it. Nothing is drawn where there is none.
import { useEffect, useState } from 'preact/hooks'
import { words as problems } from '#text/problems'
import { words as texts } from '#text/settings'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import type { SampleRemovalModel } from '../sample-removal-model.ts'

const words = texts.sample

export function SamplePart({ model }: { model: SampleRemovalModel }) {
  const [asked, setAsked] = useState(false)
  const { sample, request } = useStore(model.state)
  useEffect(() => void model.look(), [model])
  if (request.kind === 'done')
    return (
      <Notice kind="success" title={words.removed} live="polite">
        <p>{words.removedText}</p>
      </Notice>
    )
  if (sample === null) return null
  const remove = async () => {
    await model.remove()
    setAsked(false)
  }
  return (
    <section id="sample" class="settings-part stack-s">
      <h2>{words.title}</h2>
      <p>{words.text(sample.name)}</p>
      {request.kind === 'refused' && (
        <Notice kind="error" title={words.failed} live="assertive">
          <p>{problems[request.refusal.code](request.refusal.detail)}</p>
        </Notice>
      )}
      <p>
        <Button kind="danger" size="small" onPress={() => setAsked(true)}>
          {words.press}
        </Button>
      </p>
      <Dialog
        open={asked}
        title={words.sure(sample.name)}
        onClose={() => setAsked(false)}
        actions={
          <>
            <Button kind="danger" busy={request.kind === 'busy' && words.removing} onPress={() => void remove()}>
              {words.press}
            </Button>
            <Button kind="quiet" onPress={() => setAsked(false)}>
              {words.keep}
            </Button>
          </>
        }
      >
        <p>{words.goes}</p>
        <ul>
          {words.items(sample).map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
        <p>{words.stays}</p>
      </Dialog>
    </section>
  )
}
