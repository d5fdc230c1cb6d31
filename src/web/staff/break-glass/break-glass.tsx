// The page that stands between a practitioner and a service that is not theirs: what it means, which one, and why. It has
// the whole window, so that nobody comes by in passing.
import { useEffect } from 'preact/hooks'
import { LONGEST_REASON } from '#domain/break-glass'
import { words } from '#text/break-glass'
import { words as problems } from '#text/problems'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { RadioGroup } from '../../ui/choice/radio-group.tsx'
import { ErrorSummary } from '../../ui/error-summary/error-summary.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import { TextArea } from '../../ui/text-area/text-area.tsx'
import type { BreakGlassModel, BreakGlassState } from './break-glass-model.ts'
import './break-glass.scss'

export interface BreakGlassProps {
  model: BreakGlassModel
  organisation: string
  sample: boolean
}

export function BreakGlass({ model, organisation, sample }: BreakGlassProps) {
  const state = useStore(model.state)
  useEffect(() => void model.begin(), [model])
  return (
    <Page organisation={organisation} sample={sample}>
      {state.kind === 'looking' && <Spinner words={words.looking} large />}
      {state.kind === 'refused' && (
        <Notice
          kind="error"
          title={words.failed}
          live="assertive"
          actions={<Button onPress={() => void model.begin()}>{words.again}</Button>}
        >
          <p>{problems[state.refusal.code](state.refusal.detail)}</p>
        </Notice>
      )}
      {state.kind === 'closed' && (
        <div class="stack">
          <h1>{state.why === 'off' ? words.offTitle : words.noneTitle}</h1>
          <p>{state.why === 'off' ? words.offText : words.noneText}</p>
          <p>
            <Button href="/staff">{words.back}</Button>
          </p>
        </div>
      )}
      {state.kind === 'open' && <Form model={model} state={state} />}
    </Page>
  )
}

function Form({ model, state }: { model: BreakGlassModel; state: Extract<BreakGlassState, { kind: 'open' }> }) {
  const { services, serviceId, reason, faults, attempt, sending, refusal } = state
  const wrong = (fault: (typeof faults)[number]) => (faults.includes(fault) ? words.faults[fault] : null)
  return (
    <form
      class="break-glass stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void model.submit()
      }}
    >
      <div class="stack-s">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </div>
      <ul class="break-glass-meaning stack-s">
        {words.meaning.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <ErrorSummary
        attempt={attempt}
        errors={faults.map((fault) => ({ fieldId: `glass-${fault}`, text: words.faults[fault] }))}
      />
      {refusal && (
        <Notice key={attempt} kind="error" title={words.failed} live="assertive">
          <p>{problems[refusal.code](refusal.detail)}</p>
        </Notice>
      )}
      <RadioGroup
        id="glass-service"
        label={words.service}
        value={serviceId}
        error={wrong('service')}
        options={services.map(({ id, name, areas }) => ({ value: id, label: name, hint: words.areas(areas) }))}
        onChange={model.choose}
      />
      <TextArea
        id="glass-reason"
        label={words.reason}
        hint={words.reasonHint}
        rows={3}
        limit={LONGEST_REASON}
        value={reason}
        error={wrong('reason')}
        onInput={model.type}
      />
      <div class="break-glass-ways">
        <Button submit kind="danger" size="large" busy={sending && words.opening}>
          {words.confirm}
        </Button>
        <Button kind="secondary" size="large" href="/staff">
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
