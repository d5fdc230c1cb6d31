// The sample clinic beside a real organisation, and the press that removes it. Nothing is drawn where there is none.
import { useEffect, useRef } from 'preact/hooks'
import { words as texts } from '#text/settings'
import { useStore } from '../../../kit/store.ts'
import { Notice } from '../../../ui/notice/notice.tsx'
import type { SampleRemovalModel } from '../sample-removal-model.ts'
import { FinalPart } from './final-part.tsx'

const words = texts.sample

export function SamplePart({ model }: { model: SampleRemovalModel }) {
  const { sample, request } = useStore(model.state)
  const removed = useRef<HTMLElement>(null)
  useEffect(() => void model.look(), [model])
  if (request.kind === 'done')
    return (
      <section ref={removed} tabIndex={-1}>
        <Notice kind="success" title={words.removed} live="polite">
          <p>{words.removedText}</p>
        </Notice>
      </section>
    )
  if (sample === null) return null
  const remove = async () => {
    await model.remove()
    // What was pressed is gone: the focus goes to what stands in its place.
    requestAnimationFrame(() => removed.current?.focus())
  }
  return (
    <FinalPart
      about={
        <>
          <h2 id="sample">{words.title}</h2>
          <p>{words.text(sample.name)}</p>
        </>
      }
      press={words.press}
      request={request}
      words={{ ...words, sure: words.sure(sample.name), busy: words.removing }}
      onSure={remove}
    >
      <p>{words.goes}</p>
      <ul>
        {words.items(sample).map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <p>{words.stays}</p>
    </FinalPart>
  )
}
