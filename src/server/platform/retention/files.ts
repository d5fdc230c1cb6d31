// What is kept of photos that patients send.
import { eq, inArray } from 'drizzle-orm'
import { files } from '../schema-files.ts'
import { overAppointments } from './appointments.ts'
import { personal } from './entry.ts'
import { CLINIC_STAFF, endedVisits } from './patients.ts'
import { APPOINTMENT_OVER, VISIT_ENDED } from './terms.ts'

const audited = { action: 'file.forget', subject: 'file', id: files.id } as const

export const FILES = [
  personal(files, {
    about: 'patients',
    columns: { sealed: ['sealedKey'] },
    holds:
      'Photos that a patient sent before the day or during a visit, without the place and the other facts that a camera writes into them. They lie encrypted in a folder; here stands the sealed key of each.',
    seenBy: `the patient that they were sent; the photos themselves: ${CLINIC_STAFF}`,
    removals: [
      {
        term: VISIT_ENDED,
        only: 'of patients who came',
        due: (before, organisationId) => inArray(files.visitId, endedVisits(before, organisationId)),
        audited,
      },
      {
        term: APPOINTMENT_OVER,
        due: (before) => inArray(files.appointmentId, overAppointments(before)),
        audited,
      },
    ],
    otherwise: 'nothing removes it earlier; without the key here nobody can read the photo, which goes minutes later',
    exported: { as: 'files', ofVisit: (visitId) => eq(files.visitId, visitId) },
  }),
]
