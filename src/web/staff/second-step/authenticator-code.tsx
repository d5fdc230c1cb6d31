// The field for the six digits that somebody's authenticator shows.
import { words as texts } from '#text/factors'
import { TextField } from '../../ui/text-field/text-field.tsx'

const words = texts.code

interface AuthenticatorCodeProps {
  id: string
  code: string
  error: string | null
  onInput: (code: string) => void
}

export function AuthenticatorCode({ id, code, error, onInput }: AuthenticatorCodeProps) {
  return (
    <TextField
      id={id}
      label={words.label}
      hint={words.hint}
      width="short"
      inputMode="numeric"
      autocomplete="one-time-code"
      maxLength={10}
      value={code}
      error={error}
      onInput={onInput}
    />
  )
}
