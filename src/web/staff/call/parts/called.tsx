// What stands in the place of the picture while the patient is being called.
import type { ConsultationView } from '#contract/visit'
import { phoneHref } from '#domain/phone'
import { words } from '#text/practitioner-call'
import { useTick } from '../../../kit/use-tick.ts'
import { Button } from '../../../ui/button/button.tsx'

export interface CalledProps {
  view: ConsultationView
  name: string
  now: () => number
  locked: boolean
}

export function Called({ view, name, now, locked }: CalledProps) {
  useTick(250)
  const until = view.called?.until ?? null
  const left = until === null ? 0 : Math.max(0, Math.ceil((until - now()) / 1000))
  const { phone } = view.patient
  return (
    <>
      <p class="stage-title" role="status">
        {words.called.title(name)}
      </p>
      <p class="stage-hint">{left > 0 ? words.called.left(left) : words.called.press}</p>
      <p class="stage-hint">{words.called.nothing}</p>
      {phone && !locked && left === 0 && (
        <Button kind="secondary" href={phoneHref(phone)}>
          {words.away.phone(phone)}
        </Button>
      )}
    </>
  )
}
