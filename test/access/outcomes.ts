// What each kind of caller gets of an endpoint or a message, by whom it is for.
import type { ProblemCode } from '#domain/problem'
import { KINDS, type Kind } from '../scenarios.ts'

export type Outcomes<Good = 200> = Record<Kind, Good | ProblemCode>

export function everyone<T>(outcome: T): Record<Kind, T> {
  return Object.fromEntries(KINDS.map((kind) => [kind, outcome])) as Record<Kind, T>
}

/** Patients have their own visit and no other's; nobody else has one. */
export const patientsOnly = <Good>(good: Good): Outcomes<Good> => ({
  ...everyone<Good | ProblemCode>('access/sign-in-needed'),
  patient: good,
  'patient of another visit': good,
})

export const staffOnly = <Good>(good: Good): Outcomes<Good> => ({
  ...everyone<Good | ProblemCode>(good),
  guest: 'access/sign-in-needed',
  patient: 'access/sign-in-needed',
  'patient of another visit': 'access/sign-in-needed',
})

/** Everybody who works; an auditor looks at the audit alone. */
export const workersOnly = <Good>(good: Good): Outcomes<Good> => ({ ...staffOnly(good), auditor: 'access/not-allowed' })

/** To anybody else it is as if the thing were not there. */
export const hereOnly = <Good>(good: Good, otherwise: ProblemCode): Outcomes<Good> => ({
  ...staffOnly<Good | ProblemCode>(otherwise),
  'practitioner here': good,
})

/** Who sees a visit in the queue is told that they may not join it; to anybody else it is not there. */
export const practitionersHere = <Good>(good: Good): Outcomes<Good> => ({
  ...hereOnly<Good>(good, 'visit/not-found'),
  receptionist: 'access/not-allowed',
  interpreter: 'access/not-allowed',
  champion: 'access/not-allowed',
})

export const deskHere = <Good>(good: Good): Outcomes<Good> => ({ ...practitionersHere(good), receptionist: good })

/** The area itself: who has something to do with it is told that they may not. */
export const areaDesk = <Good>(good: Good): Outcomes<Good> => ({
  ...staffOnly<Good | ProblemCode>('access/not-allowed'),
  'practitioner here': good,
  receptionist: good,
  'practitioner elsewhere': 'area/not-found',
  auditor: 'area/not-found',
  'administrator of another organisation': 'area/not-found',
})

/** Each of their own organisation; where the thing is named, `elsewhere` to the one of another. */
export const administratorsOnly = <Good>(good: Good, elsewhere: Good | ProblemCode): Outcomes<Good> => ({
  ...staffOnly<Good | ProblemCode>('access/not-allowed'),
  administrator: good,
  'administrator of another organisation': elsewhere,
})
