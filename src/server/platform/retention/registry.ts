// The registry of retention: every table, once. A new feature lists its tables here.
// Rows are removed in this order: where one that goes refers to another that goes, its table stands first.
import { APPOINTMENTS } from './appointments.ts'
import { AUDIT } from './audit.ts'
import { CLINIC_TABLES } from './clinic.ts'
import type { Entry, PersonalEntry } from './entry.ts'
import { FILES } from './files.ts'
import { NOTIFICATIONS } from './notifications.ts'
import { PATIENTS } from './patients.ts'
import { QUESTIONNAIRES } from './questionnaires.ts'
import { SIGN_IN } from './sign-in.ts'
import { STAFF } from './staff.ts'

export const REGISTRY: readonly Entry[] = [
  ...NOTIFICATIONS,
  ...QUESTIONNAIRES,
  ...FILES,
  ...APPOINTMENTS,
  ...PATIENTS,
  ...STAFF,
  ...SIGN_IN,
  ...AUDIT,
  ...CLINIC_TABLES,
]

export const PERSONAL: readonly PersonalEntry[] = REGISTRY.filter((entry) => entry.kind === 'personal')
