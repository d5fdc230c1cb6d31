// The field for a short code, and what to do when it leads nowhere.
import { useLayoutEffect } from 'preact/hooks'
import { words as texts } from '#text/entrance'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { TextField } from '../../ui/text-field/text-field.tsx'
import type { CodeModel } from './code-model.ts'

const words = texts.code
const FIELD = 'short-code'

export function CodeForm({ model }: { model: CodeModel }) {
  const { typed, fault } = useStore(model.state)
  useLayoutEffect(() => {
    // Whoever has to type again begins there, and hears why.
    if (fault) document.getElementById(FIELD)?.focus()
  }, [fault])
  return (
    <form
      class="first-code"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        model.submit()
      }}
    >
      <TextField
        id={FIELD}
        label={words.label}
        hint={words.hint}
        error={fault ? words.faults[fault] : null}
        value={typed}
        width="short"
        maxLength={12}
        autocapitalize="none"
        onInput={model.type}
      />
      <Button submit kind="secondary">
        {words.go}
      </Button>
    </form>
  )
}
