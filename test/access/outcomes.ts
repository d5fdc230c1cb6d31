// What each kind of caller gets of an endpoint, by whom the endpoint is for.
import type { ProblemCode } from '#domain/problem'
import type { Kind } from '../scenarios.ts'

type Outcomes = Record<Kind, 200 | ProblemCode>

export const everyone = (outcome: 200 | ProblemCode): Outcomes => ({
  guest: outcome,
  patient: outcome,
  'patient of another visit': outcome,
  'practitioner here': outcome,
  'practitioner elsewhere': outcome,
  administrator: outcome,
  'administrator of another organisation': outcome,
})

/** Patients have their own visit and no other's; nobody else has one. */
export const patientsOnly: Outcomes = {
  ...everyone('access/sign-in-needed'),
  patient: 200,
  'patient of another visit': 200,
}

export const staffOnly: Outcomes = {
  ...everyone(200),
  guest: 'access/sign-in-needed',
  patient: 'access/sign-in-needed',
  'patient of another visit': 'access/sign-in-needed',
}

/** To anybody else it is as if the thing were not there. */
export const hereOnly = (otherwise: ProblemCode): Outcomes => ({
  ...staffOnly,
  'practitioner elsewhere': otherwise,
  administrator: otherwise,
  'administrator of another organisation': otherwise,
})

export const administratorsOnly = (elsewhere: 200 | ProblemCode): Outcomes => ({
  ...staffOnly,
  'practitioner here': 'access/not-allowed',
  'practitioner elsewhere': 'access/not-allowed',
  'administrator of another organisation': elsewhere,
})
