// Who may do what: one table. The server asks it for every endpoint and every socket message; nothing else decides.

/** What binds a caller to the thing asked about. */
export type Relation =
  | 'anyone'
  | 'patient-of-visit'
  | 'signed-in'
  | 'serves-area'
  | 'holds-visit'
  | 'author-of-note'
  | 'administrator'

export const PERMISSIONS = {
  'health.read': 'anyone',
  /** Passing signals within a call one has entered; entering it was asked for itself. */
  'call.relay': 'anyone',
  'setup.run': 'anyone',
  'session.start': 'anyone',
  'area.welcome': 'anyone',
  'visit.arrive': 'anyone',
  'visit.read-own': 'patient-of-visit',
  'visit.leave': 'patient-of-visit',
  'visit.update-own': 'patient-of-visit',
  'message.send-own': 'patient-of-visit',
  'session.read': 'signed-in',
  'session.end': 'signed-in',
  'queue.read': 'serves-area',
  'area.announce': 'serves-area',
  'area.suspend': 'serves-area',
  'visit.message': 'serves-area',
  'visit.remove': 'serves-area',
  'visit.join': 'serves-area',
  'call.prepare': 'serves-area',
  'visit.hold': 'holds-visit',
  'visit.read-held': 'holds-visit',
  'note.list-own': 'signed-in',
  'note.read': 'author-of-note',
  'note.write': 'author-of-note',
  'area.settings': 'administrator',
  'organisation.settings': 'administrator',
} as const satisfies Record<string, Relation>

export type Action = keyof typeof PERMISSIONS

export const ROLES = ['administrator', 'practitioner'] as const
export type Role = (typeof ROLES)[number]
