// A question of the area's own, in its words.
import type { AreaWelcome } from '#contract/area'
import { LONGEST_ANSWER } from '#domain/arrival-questions'
import { words } from '#text/own-question'
import { RadioGroup } from '../../ui/choice/radio-group.tsx'
import { TextField } from '../../ui/text-field/text-field.tsx'

interface OwnQuestionProps {
  id: string
  question: AreaWelcome['questions'][number]
  value: string
  error: string | undefined
  onAnswer: (answer: string) => void
}

export function OwnQuestion({ id, question: { label, kind, required }, value, error, onAnswer }: OwnQuestionProps) {
  if (kind === 'text')
    return (
      <TextField
        id={id}
        label={label}
        optional={!required}
        value={value}
        error={error}
        maxLength={LONGEST_ANSWER}
        onInput={onAnswer}
      />
    )
  return (
    <RadioGroup
      id={id}
      label={label}
      error={error ?? null}
      inline
      value={value === 'yes' || value === 'no' ? value : null}
      options={[
        { value: 'yes', label: words.yes },
        { value: 'no', label: words.no },
      ]}
      onChange={onAnswer}
    />
  )
}
