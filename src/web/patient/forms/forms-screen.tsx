// The forms of a patient: a card for each with one button, or the one that is being filled in.
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { FormView } from '#contract/questionnaire'
import { words } from '#text/forms'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { TickCircleIcon } from '../../ui/icon/signs.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import { FormScreen } from './form-screen.tsx'
import type { FormsModel } from './forms-model.ts'
import './forms.scss'

/** Nothing where nothing is asked. */
export function FormCards({ model }: { model: FormsModel }) {
  const state = useStore(model.state)
  if (state.at === 'loading') return <Spinner words={words.loading} />
  if (state.at === 'failed')
    return (
      <Notice
        kind="warning"
        title={words.failed}
        live="polite"
        actions={<Button onPress={state.tryAgain}>{words.tryAgain}</Button>}
      >
        <p>{words.failedText}</p>
      </Notice>
    )
  if (state.at !== 'list' || state.forms.length === 0) return null
  const first = state.forms.find(({ doneAt }) => doneAt === null)
  return (
    <section class="stack-s" aria-labelledby="forms-title">
      <h2 id="forms-title">{words.title}</h2>
      <p>{words.lead}</p>
      <ul class="form-cards">
        {state.forms.map((form) => (
          <Card key={form.id} form={form} main={form === first} onOpen={() => model.open(form)} />
        ))}
      </ul>
    </section>
  )
}

/** On a page that goes on around them: the form that is being filled in stands where its card stood. */
export function OwnForms({ model }: { model: FormsModel }) {
  const state = useStore(model.state)
  const place = useRef<HTMLElement>(null)
  const isOpen = state.at === 'open'
  // As the page around them is called, before the form names it.
  const title = useMemo(() => document.title, [isOpen])
  useEffect(() => {
    if (!isOpen) return
    place.current?.scrollIntoView({ block: 'start' })
    return () => {
      document.title = title
    }
  }, [isOpen])
  if (state.at !== 'open') return <FormCards model={model} />
  return (
    <section ref={place} class="form-card">
      <FormScreen model={state.form} onClose={model.close} />
    </section>
  )
}

function Card({ form, main, onOpen }: { form: FormView; main: boolean; onOpen: () => void }) {
  const done = form.doneAt !== null
  const said = done ? words.again : form.savedAt === null ? words.begin : words.goOn
  return (
    <li class="form-card">
      <p>
        <strong dir="auto">{form.title}</strong>
      </p>
      {done && (
        <p class="form-card-done">
          <TickCircleIcon size={20} /> {words.allDone}
        </p>
      )}
      <Button kind={main ? 'primary' : 'secondary'} label={`${said}: ${form.title}`} onPress={onOpen}>
        {said}
      </Button>
    </li>
  )
}
