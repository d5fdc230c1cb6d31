// Who opened a service by break-glass, and why: the newest first.
import { useEffect } from 'preact/hooks'
import type { OpeningsView } from '#contract/break-glass'
import { words as texts } from '#text/break-glass'
import { words as problems } from '#text/problems'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Checkbox } from '../../../ui/choice/checkbox.tsx'
import { Disclosure } from '../../../ui/disclosure/disclosure.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import { Spinner } from '../../../ui/spinner/spinner.tsx'
import { Tag } from '../../../ui/tag/tag.tsx'
import type { OpeningsModel } from '../openings-model.ts'
import './openings.scss'

const words = texts.openings

export function Openings({ model }: { model: OpeningsModel }) {
  const state = useStore(model.state)
  const saving = useStore(model.saving.request)
  useEffect(() => void model.load(), [model])
  const open = state.kind === 'loaded' && state.view.openings.some(({ closedAt }) => closedAt === null)
  return (
    <Disclosure
      key={open ? 'open' : 'closed'}
      open={open}
      summary={
        <>
          {words.title} {open && <Tag tone="bad">{words.now}</Tag>}
        </>
      }
    >
      <p class="soft">{words.lead}</p>
      {state.kind === 'loading' && <Spinner words={words.loading} />}
      {state.kind === 'refused' && (
        <Notice
          kind="error"
          title={words.failed}
          actions={
            <Button kind="secondary" size="small" onPress={() => void model.load()}>
              {texts.again}
            </Button>
          }
        >
          <p>{problems[state.refusal.code](state.refusal.detail)}</p>
        </Notice>
      )}
      {state.kind === 'loaded' && <List openings={state.view.openings} />}
      {state.kind === 'loaded' && model.allow && (
        <Checkbox
          id="allow-glass"
          checked={state.view.allowed}
          hint={words.allowHint}
          onChange={(allowed) => void model.allow?.(allowed)}
        >
          {words.allow}
        </Checkbox>
      )}
      <p role="status" class="soft small">
        {saving.kind === 'busy' && words.saving}
        {saving.kind === 'done' && words.saved}
        {saving.kind === 'refused' && words.notSaved}
      </p>
    </Disclosure>
  )
}

function List({ openings }: { openings: OpeningsView['openings'] }) {
  if (openings.length === 0) return <p>{words.none}</p>
  return (
    <ul class="openings">
      {openings.map((one) => (
        <li key={one.id}>
          <p>
            <strong>
              <bdi translate={false}>{one.personName}</bdi>
            </strong>{' '}
            · {one.serviceName} ·{' '}
            <span class="openings-when">{words.when(one.openedAt, one.closedAt ?? one.endsAt)}</span>{' '}
            {one.closedAt === null && <Tag tone="bad">{words.now}</Tag>}
          </p>
          <p class="openings-why">{one.reason ?? words.reasonGone}</p>
        </li>
      ))}
    </ul>
  )
}
