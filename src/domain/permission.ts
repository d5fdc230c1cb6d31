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
  /** Measuring one's own equipment without a visit. */
  'check.run': 'anyone',
  'setup.run': 'anyone',
  'session.start': 'anyone',
  'area.welcome': 'anyone',
  'visit.arrive': 'anyone',
  'visit.read-own': 'patient-of-visit',
  'visit.leave': 'patient-of-visit',
  'visit.update-own': 'patient-of-visit',
  'message.send-own': 'patient-of-visit',
  /** Within a call, as `call.relay`: the patient's side alone answers, the practitioner's alone asks. */
  'call.answer-ask': 'patient-of-visit',
  'call.ask': 'signed-in',
  'session.read': 'signed-in',
  'session.end': 'signed-in',
  'equipment.keep-own': 'signed-in',
  'plan.list': 'signed-in',
  'queue.read': 'serves-area',
  'area.announce': 'serves-area',
  'area.suspend': 'serves-area',
  'visit.message': 'serves-area',
  'visit.remove': 'serves-area',
  'visit.join': 'serves-area',
  /** What the visit is for, and the talk about devices. */
  'visit.advise': 'serves-area',
  'call.prepare': 'serves-area',
  'visit.hold': 'holds-visit',
  'visit.read-held': 'holds-visit',
  /** Checklist, and how to reach the patient. */
  'visit.record': 'holds-visit',
  'note.list-own': 'signed-in',
  'note.read': 'author-of-note',
  'note.write': 'author-of-note',
  'area.settings': 'administrator',
  'plan.write': 'administrator',
  'organisation.settings': 'administrator',
} as const satisfies Record<string, Relation>

export type Action = keyof typeof PERMISSIONS

export const ROLES = ['administrator', 'practitioner'] as const
export type Role = (typeof ROLES)[number]
