// What stands in the place of the picture while a patient who was called back has not come yet.
import { phoneHref } from '#domain/phone'
import { words } from '#text/practitioner-call'
import { Button } from '../../../ui/button/button.tsx'

export interface CalledBackProps {
  name: string
  /** Their page is connected, and asks them. */
  there: boolean
  phone: string
}

export function CalledBack({ name, there, phone }: CalledBackProps) {
  return (
    <>
      <p class="stage-title" role="status">
        {words.calledBack.title(name)}
      </p>
      <p class="stage-hint">{there ? words.calledBack.there : words.calledBack.gone}</p>
      {!there && phone === '' && <p class="stage-hint">{words.calledBack.noPhone}</p>}
      {phone && (
        <Button kind={there ? 'secondary' : 'primary'} href={phoneHref(phone)}>
          {words.away.phone(phone)}
        </Button>
      )}
    </>
  )
}
