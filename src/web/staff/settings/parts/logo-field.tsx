// Choosing a logo: a picture that is sent at once, and shown from the moment it is saved.
import { useState } from 'preact/hooks'
import { LARGEST_LOGO } from '#domain/logo'
import { words as problems } from '#text/problems'
import { words as texts } from '#text/settings-handed'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Field, type FieldProps } from '../../../ui/field/field.tsx'
import type { PlaceModel } from '../place-model.ts'
import { Logo } from './setting-value.tsx'

const words = texts.editor

export interface LogoFieldProps extends FieldProps {
  typed: string | null
  model: PlaceModel
  onChoose: (logoId: string | null) => void
}

export function LogoField(props: LogoFieldProps) {
  const { typed, model, onChoose } = props
  const doing = useStore(model.uploading.request)
  const [tooLarge, setTooLarge] = useState(false)
  const refused = doing.kind === 'refused' ? problems[doing.refusal.code](doing.refusal.detail) : null
  const error = tooLarge ? words.tooLarge : (refused ?? props.error)
  const send = async (file: File | undefined) => {
    if (!file) return
    setTooLarge(file.size > LARGEST_LOGO)
    if (file.size <= LARGEST_LOGO) await model.upload(new Uint8Array(await file.arrayBuffer()))
  }
  return (
    <div class="stack-s">
      <Logo logoId={typed} />
      <Field {...props} label={words.picture} error={error}>
        <input
          id={props.id}
          class="field-box"
          type="file"
          accept="image/png,image/jpeg"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${props.id}-error` : `${props.id}-hint`}
          onChange={(event) => void send(event.currentTarget.files?.[0])}
        />
      </Field>
      <p class="small" role="status">
        {doing.kind === 'busy' && words.pictureBusy}
      </p>
      {typed && (
        <Button kind="quiet" size="small" onPress={() => onChoose(null)}>
          {words.noPicture}
        </Button>
      )}
    </div>
  )
}
