// How to reach the clinic when something does not work: a number that a phone dials, an address to write to. Other words, or
// nothing, where there is neither.
import type { PatientFacing } from '#contract/area'
import { words } from '../../text/ways.ts'

export interface SupportContactsProps {
  support: PatientFacing['support']
  /** Stands before the number. */
  before: string
  /** Said where there is no way at all; null: nothing is. */
  without: string | null
}

export function SupportContacts({ support: { phone, email }, before, without }: SupportContactsProps) {
  if (!phone && !email) return without ? <p>{without}</p> : null
  return (
    <div class="support">
      {phone && (
        <p>
          {before}{' '}
          <a class="support-way" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
            {phone}
          </a>
        </p>
      )}
      {email && (
        <p>
          {phone ? words.orWrite : words.write}{' '}
          <a class="support-way" href={`mailto:${email}`}>
            {email}
          </a>
        </p>
      )}
    </div>
  )
}
