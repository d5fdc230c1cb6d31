// What the patient's page may load: nothing of the staff's, not even later.
import type { Check } from '../sources.ts'
import { reachedFrom } from './imports.ts'

const PATIENT_ENTRY = 'src/web/patient/main.tsx'
const STAFF_ONLY = [
  /^src\/web\/staff\//,
  /^src\/web\/text\/(en\/)?(advice-practitioner|appointments|audit|checklist|console|factors|notes|plans-staff|practitioner-call|readiness|settings|staff)\.ts$/,
]

export const entries: Check = (sources) => {
  const reached = reachedFrom(PATIENT_ENTRY, sources)
  if (reached.size === 0)
    return [{ path: PATIENT_ENTRY, says: "is missing: it is the patient's page, where this check begins." }]
  return [...reached]
    .filter(([path]) => STAFF_ONLY.some((pattern) => pattern.test(path)))
    .map(([path, trail]) => ({ path, says: `is for staff and reaches the patient's page: ${trail.join(' -> ')}` }))
}
