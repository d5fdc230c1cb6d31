// A call that the patient's browser cannot make: another browser, or the clinic's number. Messages still go both ways.
import { useState } from 'preact/hooks'
import type { PatientFacing } from '#contract/area'
import { words } from '#text/call'
import { Button } from '../../ui/button/button.tsx'
import { SupportContacts } from '../ways-out/ways-out.tsx'

const { impossible } = words.patient

export function ImpossibleForPatient({ name, support }: { name: string; support: PatientFacing['support'] }) {
  const [copied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard.writeText(location.href).then(() => setCopied(true))
  return (
    <>
      <p class="stage-title">{impossible.title}</p>
      <p class="stage-hint">{impossible.text}</p>
      {navigator.clipboard && <Button onPress={copy}>{impossible.copy}</Button>}
      <p role="status">{copied && impossible.copied}</p>
      <p class="stage-hint">{impossible.write(name)}</p>
      <SupportContacts support={support} before={impossible.phone} without={null} />
    </>
  )
}
