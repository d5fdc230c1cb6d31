// The boxes in which one question is answered, by its type.
import type { Answer, Question } from '#domain/questionnaire'
import { words } from '#text/forms'
import { Button } from '../../ui/button/button.tsx'
import { Checkbox } from '../../ui/choice/checkbox.tsx'
import { RadioGroup } from '../../ui/choice/radio-group.tsx'
import { DateField } from '../../ui/date-field/date-field.tsx'
import { FieldGroup } from '../../ui/field/field.tsx'
import { SelectField } from '../../ui/select-field/select-field.tsx'
import { TextArea } from '../../ui/text-area/text-area.tsx'
import { TextField } from '../../ui/text-field/text-field.tsx'

export interface QuestionFieldProps {
  question: Question
  answers: readonly Answer[]
  error: string | null
  onAnswer: (answers: readonly Answer[]) => void
}

interface BoxProps {
  id: string
  label: string
  hint?: string | undefined
  error: string | null
  optional: boolean
}

const ELSE = ' else'
const typedOf = (answer: Answer | undefined) => (answer && 'typed' in answer ? answer.typed : '')

export function QuestionField({ question, answers, error, onAnswer }: QuestionFieldProps) {
  const { type, text, help, required, repeats } = question
  const box: BoxProps = { id: 'answer', label: text, hint: help || undefined, error, optional: !required }
  if (type === 'boolean') return <YesOrNo box={box} answer={answers[0]} onAnswer={onAnswer} />
  if (type === 'choice' || type === 'open-choice') {
    return repeats ? (
      <Several {...{ question, answers, box, onAnswer }} />
    ) : (
      <One {...{ question, answers, box, onAnswer }} />
    )
  }
  if (!repeats) {
    return <Typed question={question} answer={answers[0]} box={box} onAnswer={(answer) => onAnswer([answer])} />
  }
  const rows: readonly Answer[] = answers.length > 0 ? answers : [{ typed: '' }]
  return (
    <FieldGroup {...box}>
      <div class="stack-s">
        {rows.map((answer, at) => (
          <Typed
            key={at}
            question={question}
            answer={answer}
            box={{
              id: at === 0 ? box.id : `${box.id}-${at}`,
              label: words.another(at + 1),
              error: null,
              optional: false,
            }}
            onAnswer={(next) => onAnswer(rows.map((one, index) => (index === at ? next : one)))}
          />
        ))}
        {rows.length < question.most && (
          <Button kind="secondary" onPress={() => onAnswer([...rows, { typed: '' }])}>
            {words.addAnother}
          </Button>
        )}
      </div>
    </FieldGroup>
  )
}

type ChoiceProps = Pick<QuestionFieldProps, 'question' | 'answers' | 'onAnswer'> & { box: BoxProps }

function YesOrNo({
  box,
  answer,
  onAnswer,
}: {
  box: BoxProps
  answer: Answer | undefined
  onAnswer: QuestionFieldProps['onAnswer']
}) {
  return (
    <RadioGroup
      {...box}
      inline
      value={answer && 'option' in answer ? answer.option : null}
      options={[
        { value: 'true', label: words.yes },
        { value: 'false', label: words.no },
      ]}
      onChange={(option) => onAnswer([{ option }])}
    />
  )
}

function One({ question, answers: [answer], box, onAnswer }: ChoiceProps) {
  const open = question.type === 'open-choice'
  const options = question.options.map(({ key, label }) => ({ value: key, label }))
  const short = options.every(({ label }) => label.length <= 3)
  const value = answer ? ('option' in answer ? answer.option : ELSE) : null
  return (
    <>
      <div class={short ? 'form-scale' : undefined}>
        <RadioGroup
          {...box}
          inline={short}
          value={value}
          options={open ? [...options, { value: ELSE, label: words.else }] : options}
          onChange={(option) => onAnswer([option === ELSE ? { typed: '' } : { option }])}
        />
      </div>
      {value === ELSE && (
        <TextField
          id="answer-else"
          label={words.elseLabel}
          value={typedOf(answer)}
          spellcheck
          onInput={(typed) => onAnswer([{ typed }])}
        />
      )}
    </>
  )
}

function Several({ question, answers, box, onAnswer }: ChoiceProps) {
  const chosen = answers.flatMap((answer) => ('option' in answer ? [answer.option] : []))
  const own = answers.find((answer) => 'typed' in answer)
  return (
    <FieldGroup {...box} hint={[box.hint, words.several].filter(Boolean).join(' ')}>
      {question.options.map(({ key, label }, at) => (
        <Checkbox
          key={key}
          id={at === 0 ? box.id : `${box.id}-${at}`}
          checked={chosen.includes(key)}
          onChange={(on) =>
            onAnswer(
              on
                ? [...answers, { option: key }]
                : answers.filter((answer) => !('option' in answer) || answer.option !== key),
            )
          }
        >
          {label}
        </Checkbox>
      ))}
      {question.type === 'open-choice' && (
        <TextField
          id="answer-else"
          label={words.else}
          optional
          value={typedOf(own)}
          spellcheck
          onInput={(typed) =>
            onAnswer([...answers.filter((answer) => 'option' in answer), ...(typed ? [{ typed }] : [])])
          }
        />
      )}
    </FieldGroup>
  )
}

interface TypedProps {
  question: Question
  answer: Answer | undefined
  box: BoxProps
  onAnswer: (answer: Answer) => void
}

function Typed({ question, answer, box, onAnswer }: TypedProps) {
  const { type, units, limits } = question
  const typed = typedOf(answer)
  const unit = answer && 'typed' in answer ? answer.unit : undefined
  switch (type) {
    case 'text':
      return (
        <TextArea
          {...box}
          rows={5}
          value={typed}
          limit={limits.maxLength}
          onInput={(next) => onAnswer({ typed: next })}
        />
      )
    case 'date':
    case 'dateTime':
      return <WhenField type={type} typed={typed} box={box} onAnswer={onAnswer} />
    case 'time':
      return (
        <TextField
          {...box}
          hint={box.hint ?? words.clock}
          width="short"
          value={typed}
          onInput={(next) => onAnswer({ typed: next })}
        />
      )
    case 'integer':
    case 'decimal':
    case 'quantity': {
      const [only] = units
      const hint = [box.hint, only && units.length === 1 && words.inUnit(only.display)].filter(Boolean).join(' ')
      const give = (next: string, inUnit = unit) =>
        onAnswer(inUnit === undefined ? { typed: next } : { typed: next, unit: inUnit })
      return (
        <>
          <TextField
            {...box}
            hint={hint || undefined}
            width="short"
            inputMode={type === 'integer' && !limits.minValue?.startsWith('-') ? 'numeric' : 'text'}
            value={typed}
            onInput={(next) => give(next)}
          />
          {type === 'quantity' && units.length === 0 && (
            <TextField
              id={`${box.id}-unit`}
              label={words.unit}
              width="half"
              value={unit ?? ''}
              onInput={(next) => give(typed, next)}
            />
          )}
          {type === 'quantity' && units.length > 1 && (
            <SelectField
              id={`${box.id}-unit`}
              label={words.unitPick}
              value={unit ?? ''}
              options={[
                { value: '', label: words.unitChoose },
                ...units.map(({ code, display }) => ({ value: code, label: display })),
              ]}
              onChange={(next) => give(typed, next)}
            />
          )}
        </>
      )
    }
    default:
      return (
        <TextField
          {...box}
          value={typed}
          spellcheck={type === 'string'}
          onInput={(next) => onAnswer({ typed: next })}
        />
      )
  }
}

/** `2026-3-4T10:30`, with whatever stands in the boxes. */
function WhenField({
  type,
  typed,
  box,
  onAnswer,
}: Omit<TypedProps, 'question' | 'answer'> & { type: 'date' | 'dateTime'; typed: string }) {
  const [date = '', time = ''] = typed.split('T')
  const [year = '', month = '', day = ''] = date.split('-')
  const give = (parts: { day: string; month: string; year: string }, clock: string) =>
    onAnswer({ typed: `${parts.year}-${parts.month}-${parts.day}${clock ? `T${clock}` : ''}` })
  return (
    <>
      <DateField
        {...box}
        hint={box.hint ?? words.dateHint}
        value={{ day, month, year }}
        onInput={(parts) => give(parts, time)}
      />
      {type === 'dateTime' && (
        <TextField
          id={`${box.id}-clock`}
          label={words.clock}
          optional
          width="short"
          value={time}
          onInput={(clock) => give({ day, month, year }, clock)}
        />
      )}
    </>
  )
}
