// What patients are written on one occasion: a text message and an e-mail, with a phone beside them that shows what is
// typed as it arrives, how many parts the text message takes, and words that others should not read over a shoulder.
import { useState } from 'preact/hooks'
import { clinicalWords } from '#domain/clinical-words'
import { smsLength } from '#domain/sms-length'
import {
  fieldsOf,
  type MergeField,
  type MessageText,
  MOST_CHARACTERS,
  TEXT_PARTS,
  type TemplateKind,
  type TextFault,
  type TextPart,
} from '#domain/template'
import { words } from '#text/templates'
import { RadioGroup } from '../../../ui/choice/radio-group.tsx'
import { Disclosure } from '../../../ui/disclosure/disclosure.tsx'
import { DrawnPhone } from '../../../ui/drawn-phone/drawn-phone.tsx'
import { FieldGroup, type FieldProps } from '../../../ui/field/field.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import { TextArea } from '../../../ui/text-area/text-area.tsx'
import { TextField } from '../../../ui/text-field/text-field.tsx'
import { previewOf, SAMPLE } from '../message-preview.ts'
import './message-text-field.scss'

export interface MessageTextFieldProps extends FieldProps {
  kind: TemplateKind
  text: MessageText
  faults: readonly TextFault[]
  onChange: (text: MessageText) => void
}

/** The summary of errors leads to the field of that part. */
export const partId = (id: string, part: TextPart) => `${id}-${part}`

export const textFaultWords = (fault: TextFault) =>
  'field' in fault
    ? words.fieldFaults[fault.kind](fault.field, words.parts[fault.part])
    : words.faults[fault.kind](words.parts[fault.part])

export function MessageTextField({ kind, text, faults, onChange, ...field }: MessageTextFieldProps) {
  const [shown, setShown] = useState<'sms' | 'email'>('sms')
  const errorOf = (part: TextPart) => {
    const found = faults.filter((fault) => fault.part === part).map(textFaultWords)
    return found.length > 0 ? found.join(' ') : null
  }
  const part = (name: TextPart) => ({
    id: partId(field.id, name),
    label: words.labels[name],
    error: errorOf(name),
    value: text[name],
    onInput: (value: string) => onChange({ ...text, [name]: value }),
  })
  const clinical = clinicalWords(TEXT_PARTS.map((name) => text[name]).join('\n'))
  return (
    <FieldGroup {...field}>
      <div class="message-text">
        <div class="message-text-fields">
          <Fields kind={kind} />
          <div onFocusIn={() => setShown('sms')}>
            <TextArea {...part('sms')} rows={5} limit={MOST_CHARACTERS.sms} />
            <Length text={previewOf(text.sms, location.origin)} />
          </div>
          <div class="message-text-email" onFocusIn={() => setShown('email')}>
            <TextField {...part('subject')} />
            <TextArea {...part('email')} rows={9} limit={MOST_CHARACTERS.email} />
          </div>
          {clinical.length > 0 && (
            <Notice kind="warning" title={words.clinicalTitle} live="polite">
              <p>{words.clinical(clinical)}</p>
            </Notice>
          )}
        </div>
        <div class="message-text-shown">
          <RadioGroup
            id={`${field.id}-shown`}
            label={words.show}
            inline
            value={shown}
            options={[
              { value: 'sms', label: words.shown.sms },
              { value: 'email', label: words.shown.email },
            ]}
            onChange={setShown}
          />
          <DrawnPhone channel={shown} from={SAMPLE.organisation} subject={previewOf(text.subject, location.origin)}>
            <p>{previewOf(text[shown], location.origin)}</p>
          </DrawnPhone>
        </div>
      </div>
    </FieldGroup>
  )
}

/** What can stand in this text, and what it becomes. */
function Fields({ kind }: { kind: TemplateKind }) {
  return (
    <div class="message-text-merge">
      <Disclosure summary={words.fieldsTitle}>
        <dl>
          {fieldsOf(kind).map((field: MergeField) => (
            <div key={field}>
              <dt>
                <code>{`{{${field}}}`}</code>
              </dt>
              <dd>{words.fields[field]}</dd>
            </div>
          ))}
        </dl>
        <p class="small soft">{words.emptyLines}</p>
      </Disclosure>
    </div>
  )
}

function Length({ text }: { text: string }) {
  const { parts, units, coding, because } = smsLength(text)
  return (
    <p class="small soft message-text-length" role="status">
      {words.length(parts, units)}
      {coding === 'ucs-2' && because !== null && ` ${words.because(because)}`}
    </p>
  )
}
