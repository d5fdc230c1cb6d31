// The setting of when staff pages lock.
import { useMemo } from 'preact/hooks'
import type { Me } from '#contract/people'
import { words as problems } from '#text/problems'
import { words as texts } from '#text/sign-ins'
import type { ApiCall } from '../../kit/api-call.ts'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { TextField } from '../../ui/text-field/text-field.tsx'
import { createIdle } from './idle-model.ts'
import './sign-ins.scss'

const words = texts.idle

export interface IdlePartProps {
  apiCall: ApiCall
  me: Me
  onSaved: (me: Me) => void
}

export function IdlePart({ apiCall, me, onSaved }: IdlePartProps) {
  const model = useMemo(() => createIdle(apiCall, me.idleMinutes, onSaved), [apiCall])
  const typed = useStore(model.typed)
  const wrong = useStore(model.wrong)
  const doing = useStore(model.saving.request)
  return (
    <form
      id="locking"
      class="settings-part stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void model.save()
      }}
    >
      <h2>{words.title}</h2>
      {doing.kind === 'done' && <Notice kind="success" title={words.saved} live="polite" />}
      {doing.kind === 'refused' && (
        <Notice kind="error" title={words.notSaved} live="assertive">
          <p>{problems[doing.refusal.code](doing.refusal.detail)}</p>
        </Notice>
      )}
      <TextField
        id="idle-minutes"
        label={words.label}
        hint={words.hint}
        width="short"
        inputMode="numeric"
        value={typed}
        error={wrong ? words.wrong : null}
        onInput={model.type}
      />
      <Button submit kind="secondary" busy={doing.kind === 'busy' && words.saving}>
        {words.save}
      </Button>
    </form>
  )
}
