// Knows a patient of an organisation again without keeping who they are: a fingerprint of name and date of birth.
import { createHmac } from 'node:crypto'

interface Named {
  readonly firstName: string
  readonly lastName: string
  readonly dateOfBirth: string
}

/** `root` is the installation's secret: without it nobody finds a name by trying. */
export function patientKey(root: string, organisationId: string, { firstName, lastName, dateOfBirth }: Named): string {
  const plain = [firstName, lastName].map((name) =>
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  )
  const who = JSON.stringify([organisationId, ...plain, dateOfBirth])
  return createHmac('sha256', root).update(`patient ${who}`).digest('hex')
}
