// A call that the patient's browser cannot make: another browser, or the clinic's number. Messages still go both ways.
import type { PatientFacing } from '#contract/area'
import { words } from '#text/call'
import { words as otherBrowser } from '#text/other-browser'
import { CopyLink } from '../copy-link.tsx'
import { SupportContacts } from '../ways-out/ways-out.tsx'

const { impossible } = words.patient

export function ImpossibleForPatient({ name, support }: { name: string; support: PatientFacing['support'] }) {
  return (
    <>
      <p class="stage-title">{otherBrowser.noCallsTitle}</p>
      <p class="stage-hint">{otherBrowser.noCallsText}</p>
      <CopyLink address={location.href} look={{ kind: 'primary' }} />
      <p class="stage-hint">{impossible.write(name)}</p>
      <SupportContacts support={support} before={impossible.phone} without={null} />
    </>
  )
}
