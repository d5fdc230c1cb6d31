// A patient's name and birth date as staff read them everywhere. Only puts words together.
import type { QueueVisit } from '#contract/visit'
import { ageOn } from '#domain/age'
import { words as texts } from '#text/console'
import { words } from '#text/people'

export interface Named {
  readonly firstName: string
  readonly lastName: string
  readonly dateOfBirth: string
}

export function nameOf(person: Pick<Named, 'firstName' | 'lastName'>): string {
  return words.fullName(person.firstName, person.lastName)
}

/** With the age on `today` (ISO date); null leaves it out. */
export function birthOf({ dateOfBirth }: Pick<Named, 'dateOfBirth'>, today: string | null): string | null {
  return dateOfBirth ? words.birthDate(dateOfBirth, today === null ? null : ageOn(dateOfBirth, today)) : null
}

/** With whom a visit was that waits again, because they may not hold it any more. */
export function wasWithWords({ name, deactivated }: NonNullable<QueueVisit['wasWith']>): string {
  return deactivated ? texts.wasWithDeactivated(name) : texts.wasWith(name)
}
