// Short questions of an area's own, in the form in which patients say who they are.
import { LIMITS } from '#domain/settings'
import { words as texts } from '#text/settings-handed'
import { Button } from '../../../ui/button/button.tsx'
import { Checkbox } from '../../../ui/choice/checkbox.tsx'
import { FieldGroup, type FieldProps } from '../../../ui/field/field.tsx'
import { PlusIcon } from '../../../ui/icon/signs.tsx'
import { SelectField } from '../../../ui/select-field/select-field.tsx'
import { TextField } from '../../../ui/text-field/text-field.tsx'
import type { TypedSettings } from '../typed-setting.ts'
import { RemoveButton } from './remove-button.tsx'

const words = texts.editor

type Questions = TypedSettings['arrivalQuestions']
type Question = Questions[number]

const NEW: Question = { label: '', kind: 'text', required: false }

export interface QuestionsFieldProps extends FieldProps {
  questions: Questions
  onChange: (questions: Questions) => void
}

export function QuestionsField(props: QuestionsFieldProps) {
  const { id, questions, onChange } = props
  const change = (at: number, what: Partial<Question>) =>
    onChange(questions.map((one, which) => (which === at ? { ...one, ...what } : one)))
  return (
    <FieldGroup {...props}>
      <ul class="handed-list">
        {questions.map(({ label, kind, required }, at) => (
          <li key={at} class="handed-question">
            <TextField
              id={at === 0 ? id : `${id}-${at}`}
              label={words.question(at + 1)}
              maxLength={LIMITS.arrivalQuestion}
              value={label}
              onInput={(typed) => change(at, { label: typed })}
            />
            <SelectField
              id={`${id}-${at}-kind`}
              label={words.questionKind}
              value={kind}
              options={[
                { value: 'text', label: words.questionKinds.text },
                { value: 'yes-no', label: words.questionKinds['yes-no'] },
              ]}
              onChange={(next) => change(at, { kind: next as Question['kind'] })}
            />
            <Checkbox
              id={`${id}-${at}-required`}
              checked={required}
              onChange={(next) => change(at, { required: next })}
            >
              {words.questionRequired}
            </Checkbox>
            <RemoveButton
              label={words.removeQuestion(at + 1)}
              onPress={() => onChange(questions.filter((_, which) => which !== at))}
            />
          </li>
        ))}
      </ul>
      <Button
        kind="secondary"
        size="small"
        icon={<PlusIcon size={20} />}
        onPress={questions.length < LIMITS.arrivalQuestions ? () => onChange([...questions, NEW]) : null}
      >
        {words.addQuestion}
      </Button>
    </FieldGroup>
  )
}
