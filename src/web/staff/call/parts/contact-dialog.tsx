// Changes how the patient is reached, where they are and who is with them. What is typed stays here until it is saved.
import { useState } from 'preact/hooks'
import type { Companion, ContactBody, VisitContact } from '#contract/consultation'
import { isBlank } from '#domain/typed-text'
import { words } from '#text/practitioner-call'
import { Button } from '../../../ui/button/button.tsx'
import { Checkbox } from '../../../ui/choice/checkbox.tsx'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { CrossIcon, PlusIcon } from '../../../ui/icon/signs.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import { TextField } from '../../../ui/text-field/text-field.tsx'
import './contact-dialog.scss'

export interface ContactDialogProps {
  contact: VisitContact
  name: string
  /** Why the last change was not kept. */
  trouble: string | null
  /** Resolves with whether it was kept. */
  save: (body: ContactBody) => Promise<boolean>
  onClose: () => void
}

const MOST = 12
const text = words.contact.dialog

export function ContactDialog({ contact, name, trouble, save, onClose }: ContactDialogProps) {
  const [phone, setPhone] = useState(contact.phone)
  const [phoneConfirmed, setPhoneConfirmed] = useState(contact.phoneConfirmedAt !== null)
  const [address, setAddress] = useState(contact.address)
  const [addressConfirmed, setAddressConfirmed] = useState(contact.addressConfirmedAt !== null)
  const [companions, setCompanions] = useState<readonly Companion[]>(contact.companions)
  const [saving, setSaving] = useState(false)
  const change = (at: number, next: Partial<Companion>) =>
    setCompanions(companions.map((one, index) => (index === at ? { ...one, ...next } : one)))
  const submit = async () => {
    setSaving(true)
    const named = companions.filter((one) => !isBlank(one.name))
    const kept = await save({
      phone: phone.trim(),
      phoneConfirmed: phoneConfirmed && phone.trim() !== '',
      address: address.trim(),
      addressConfirmed: addressConfirmed && address.trim() !== '',
      companions: named.map((one) => ({ name: one.name.trim(), onCamera: one.onCamera })),
    })
    setSaving(false)
    if (kept) onClose()
  }
  const phoneWrong = trouble === 'arrival/phone-not-valid'
  return (
    <Dialog
      open
      firm
      title={text.title(name)}
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => void submit()} busy={saving && text.saving}>
            {text.save}
          </Button>
          <Button kind="secondary" onPress={onClose}>
            {text.cancel}
          </Button>
        </>
      }
    >
      {trouble && !phoneWrong && (
        <Notice kind="warning" live="assertive">
          <p>{text.notSaved}</p>
        </Notice>
      )}
      <TextField
        id="contact-phone"
        label={text.phone}
        hint={text.phoneHint}
        type="tel"
        inputMode="tel"
        width="half"
        maxLength={40}
        value={phone}
        error={phoneWrong ? text.phoneWrong : null}
        onInput={(typed) => {
          setPhone(typed)
          // Another number is not the one they confirmed.
          setPhoneConfirmed(false)
        }}
      />
      <Checkbox id="contact-phone-confirmed" checked={phoneConfirmed} onChange={setPhoneConfirmed}>
        {text.phoneConfirmed}
      </Checkbox>
      <TextField
        id="contact-address"
        label={text.address}
        hint={text.addressHint}
        maxLength={300}
        value={address}
        onInput={(typed) => {
          setAddress(typed)
          setAddressConfirmed(false)
        }}
      />
      <Checkbox id="contact-address-confirmed" checked={addressConfirmed} onChange={setAddressConfirmed}>
        {text.addressConfirmed}
      </Checkbox>
      <fieldset class="contact-companions">
        <legend>{text.companions}</legend>
        <p class="soft small">{text.companionsHint}</p>
        {companions.map((one, at) => (
          <div key={at} class="contact-companion">
            <TextField
              id={`companion-${at}`}
              label={text.nameOf(at + 1)}
              maxLength={80}
              value={one.name}
              onInput={(typed) => change(at, { name: typed })}
            />
            <Checkbox
              id={`companion-camera-${at}`}
              checked={one.onCamera}
              onChange={(onCamera) => change(at, { onCamera })}
            >
              {text.onCamera}
            </Checkbox>
            <Button
              kind="quiet"
              size="small"
              icon={<CrossIcon size={20} />}
              label={text.removeOf(one.name || text.nameOf(at + 1))}
              onPress={() => setCompanions(companions.filter((_, index) => index !== at))}
            >
              {text.remove}
            </Button>
          </div>
        ))}
        {companions.length < MOST && (
          <Button
            kind="secondary"
            size="small"
            icon={<PlusIcon size={20} />}
            onPress={() => setCompanions([...companions, { name: '', onCamera: true }])}
          >
            {text.add}
          </Button>
        )}
      </fieldset>
    </Dialog>
  )
}
