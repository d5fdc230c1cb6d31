// Settings of two lines: help by phone and e-mail, and a page with what its button says.
import { isBlank } from '#domain/typed-text'
import { words as texts } from '#text/settings-handed'
import type { FieldProps } from '../../../ui/field/field.tsx'
import { TextField } from '../../../ui/text-field/text-field.tsx'
import type { TypedSettings } from '../typed-setting.ts'

const words = texts.editor

type Support = TypedSettings['support']
type Link = TypedSettings['afterLink']

export function SupportField(props: FieldProps & { support: Support; onChange: (support: Support) => void }) {
  const { id, hint, error, support, onChange } = props
  const phoneWrong = support.phone.trim() !== '' && !/\d/.test(support.phone)
  return (
    <div class="stack-s">
      <p class="field-hint">{hint}</p>
      <TextField
        id={id}
        label={words.phone}
        type="tel"
        width="half"
        maxLength={40}
        error={phoneWrong ? error : null}
        value={support.phone}
        onInput={(phone) => onChange({ ...support, phone })}
      />
      <TextField
        id={`${id}-email`}
        label={words.email}
        type="email"
        width="half"
        maxLength={254}
        error={phoneWrong ? null : error}
        value={support.email}
        onInput={(email) => onChange({ ...support, email })}
      />
    </div>
  )
}

export function LinkField(props: FieldProps & { link: Link; onChange: (link: Link) => void }) {
  const { id, hint, error, link, onChange } = props
  const labelMissing = isBlank(link.label)
  return (
    <div class="stack-s">
      <p class="field-hint">{hint}</p>
      <TextField
        id={id}
        label={words.label}
        maxLength={80}
        error={labelMissing ? error : null}
        value={link.label}
        onInput={(label) => onChange({ ...link, label })}
      />
      <TextField
        id={`${id}-url`}
        label={words.url}
        hint={words.urlHint}
        autocapitalize="none"
        maxLength={500}
        error={labelMissing ? null : error}
        value={link.url}
        onInput={(url) => onChange({ ...link, url })}
      />
    </div>
  )
}
