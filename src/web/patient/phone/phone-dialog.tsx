// Two questions with one field: whether to be phoned instead of a video call, and on which other number.
import { useState } from 'preact/hooks'
import { tidyPhone } from '#domain/phone'
import { words } from '#text/phone-dialog'
import { Button } from '../../ui/button/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { TextField } from '../../ui/text-field/text-field.tsx'

export interface PhoneDialogProps {
  /** `ask`: instead of video. `change`: they are phoned already. */
  about: 'ask' | 'change'
  /** The number that is known; empty where none is. */
  phone: string
  busy?: boolean
  refused?: string | null
  yes: (number: string) => void
  onClose: () => void
}

/** Made anew each time it opens, so that it begins with the number of now. */
export function PhoneDialog({ about, phone, busy = false, refused = null, yes, onClose }: PhoneDialogProps) {
  const [typed, setTyped] = useState(phone)
  const [wrong, setWrong] = useState(false)
  const isAsk = about === 'ask'
  const press = () => {
    const number = tidyPhone(typed)
    if (number) yes(number)
    else setWrong(true)
  }
  return (
    <Dialog
      open
      title={isAsk ? words.title : words.changeTitle}
      onClose={onClose}
      actions={
        <>
          <Button busy={busy && words.saving} onPress={press}>
            {isAsk ? words.yes : words.changeYes}
          </Button>
          <Button kind="secondary" onPress={onClose}>
            {isAsk ? words.no : words.changeNo}
          </Button>
        </>
      }
    >
      {isAsk && <p>{words.text}</p>}
      <TextField
        id="phone-me-number"
        label={words.field}
        type="tel"
        autocomplete="tel"
        width="half"
        value={typed}
        error={wrong ? words.wrong : null}
        onInput={(value) => {
          setTyped(value)
          setWrong(false)
        }}
      />
      {refused && (
        <Notice kind="error" live="assertive">
          <p>{refused}</p>
        </Notice>
      )}
    </Dialog>
  )
}
