// The endpoints of photos, tried as every kind of caller.
import { type Scenario, tried } from '../scenarios.ts'
import { areaDesk, deskHere, patientsOnly } from './outcomes.ts'

const BEFORE = '/api/staff/areas/:areaId/appointments/:appointmentId'
const OWN = '/api/patient/files/:fileId'

export const FILES: Scenario[] = [
  ...tried({ method: 'GET', url: '/api/patient/files', has: () => ['"files":[]'] }, patientsOnly(200)),
  ...tried(
    {
      method: 'POST',
      url: OWN,
      body: () => new TextEncoder().encode('no picture'),
      headers: { 'x-bedside': '1', 'content-type': 'application/octet-stream' },
    },
    patientsOnly('file/not-a-picture' as const),
  ),
  ...tried({ method: 'GET', url: `${BEFORE}/files`, given: 'booked', has: () => ['"files":[]'] }, areaDesk(200)),
  ...tried({ method: 'GET', url: `${BEFORE}/files/:fileId`, given: 'booked' }, areaDesk('file/not-found' as const)),
  ...tried({ method: 'GET', url: '/api/staff/visits/:visitId/files', has: () => ['"files":[]'] }, deskHere(200)),
  ...tried({ method: 'GET', url: '/api/staff/visits/:visitId/files/:fileId' }, deskHere('file/not-found' as const)),
]
