// Who this is, always in sight: full name, and date of birth with age. What one checks aloud.
import { useEffect, useRef } from 'preact/hooks'
import type { ConsultationView } from '#contract/visit'
import { ageOn } from '#domain/age'
import { dateIn } from '#domain/area'
import { words } from '#text/practitioner-call'
import './identity.scss'
import { typed } from '../../../text/typed.ts'

export function Identity({ view, now }: { view: ConsultationView; now: number }) {
  const { firstName, lastName, dateOfBirth } = view.patient
  const heading = useRef<HTMLHeadingElement>(null)
  // The screen before is gone, and with it what had the keyboard.
  useEffect(() => heading.current?.focus(), [])
  const age = ageOn(dateOfBirth, dateIn(now, view.timeZone))
  return (
    <section class="identity" aria-label={words.identity.label}>
      <h1 ref={heading} class="identity-name" tabIndex={-1}>
        {typed(`${firstName} ${lastName}`.trim())}
      </h1>
      <p class="identity-facts">
        <span>
          <span class="identity-what">{words.identity.bornLabel} </span>
          {age === null ? words.identity.noBirthDate : words.identity.born(words.date(dateOfBirth), age)}
        </span>
      </p>
    </section>
  )
}
