// A call that the practitioner's browser cannot make: what is wrong, the way back to the queue, and the phone.
import { words } from '#text/practitioner-call'
import { Button } from '../../../ui/button/button.tsx'
import { PhoneLink } from '../../parts/phone-link.tsx'

const { impossible } = words

export interface ImpossibleProps {
  name: string
  /** Empty: none is known, or none is to be shown. */
  phone: string
  /** Null: not possible now. */
  sendBack: (() => void) | null
}

export function ImpossibleForPractitioner({ name, phone, sendBack }: ImpossibleProps) {
  return (
    <>
      <p class="stage-title">{impossible.title}</p>
      <p class="stage-hint">{impossible.text(name)}</p>
      <Button onPress={sendBack}>{impossible.sendBack}</Button>
      {phone && <PhoneLink phone={phone} />}
    </>
  )
}
