// A sentence with the number of the rule it comes from; pressing the number shows the guide's own sentence.
import { useState } from 'preact/hooks'
import type { RuleId } from '#domain/advice'
import { words as texts } from '#text/plans-staff'
import { guideSentence } from './advice-words.ts'
import './rule-line.scss'

export function RuleLine({ id, text }: { id: RuleId; text: string }) {
  const [open, setOpen] = useState(false)
  const guide = guideSentence(id)
  return (
    <li class="rule-line">
      <span>{text}</span>{' '}
      <button
        type="button"
        class="rule-number"
        aria-expanded={open}
        aria-label={texts.talk.rule(id)}
        onClick={() => setOpen(!open)}
      >
        {id}
      </button>
      {open && <q class="rule-guide">{guide}</q>}
    </li>
  )
}
