// A patient's name and birth date as staff read them everywhere. Only puts words together.
import type { QueueVisit } from '#contract/visit'
import { words as texts } from '../../text/console.ts'
import { words } from '../../text/people.ts'
import { ageAt } from './birth-date.ts'

export interface Named {
  readonly firstName: string
  readonly lastName: string
  readonly dateOfBirth: string
}

export function nameOf(person: Pick<Named, 'firstName' | 'lastName'>): string {
  return words.fullName(person.firstName, person.lastName)
}

export function birthOf(person: Pick<Named, 'dateOfBirth'>, now: number): string | null {
  return person.dateOfBirth ? words.birthDate(person.dateOfBirth, ageAt(person.dateOfBirth, now)) : null
}

/** With whom a visit was that waits again, because they may not hold it any more. */
export function wasWithWords({ name, deactivated }: NonNullable<QueueVisit['wasWith']>): string {
  return deactivated ? texts.wasWithDeactivated(name) : texts.wasWith(name)
}
