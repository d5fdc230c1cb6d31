// Who may do what: one table. The server asks it for every endpoint and every socket message; nothing else decides.
// docs/permissions.md is drawn from it.

export const ORGANISATION_ROLES = ['administrator', 'auditor'] as const
/** Held for the whole organisation. */
export type OrganisationRole = (typeof ORGANISATION_ROLES)[number]

export const SERVICE_ROLES = [
  'service-administrator',
  'practitioner',
  'receptionist',
  'interpreter',
  'champion',
] as const
/** Held in one service, or in some of its waiting areas. A person may hold several, and others elsewhere. */
export type ServiceRole = (typeof SERVICE_ROLES)[number]

/** In order of rank: the first that somebody holds is the one they are called by. */
export const ROLES = [...ORGANISATION_ROLES, ...SERVICE_ROLES] as const
export type Role = (typeof ROLES)[number]

/** `by` these roles, held in what is asked `of`. */
export interface StaffRule {
  /** `held-visit`: besides, the visit is theirs now. `own-note`: they wrote it, and whatever they do now counts for nothing. */
  readonly of: 'organisation' | 'service' | 'area' | 'held-visit' | 'own-note'
  readonly by: readonly Role[]
}
/** `signed-in`: whatever their role, none included. */
export type Rule = 'anyone' | 'patient-of-visit' | 'signed-in' | StaffRule

const organisation = (...by: Role[]): StaffRule => ({ of: 'organisation', by })
/** Held in all of a service, not only in some of its areas. */
const service = (...by: Role[]): StaffRule => ({ of: 'service', by })
const area = (...by: Role[]): StaffRule => ({ of: 'area', by })

/** Everybody who works; an auditor only looks on, at the audit and at reports. */
const AT_WORK: readonly Role[] = ROLES.filter((role) => role !== 'auditor')

export const PERMISSIONS = {
  'health.read': 'anyone',
  /** Passing signals within a call one has entered; entering it was asked for itself. */
  'call.relay': 'anyone',
  /** Measuring one's own equipment without a visit. */
  'check.run': 'anyone',
  'setup.run': 'anyone',
  'session.start': 'anyone',
  /** By a one-time link, or asking for one. */
  'session.by-link': 'anyone',
  /** By an identity provider; and the end of a sign-in, told by it. */
  'session.by-provider': 'anyone',
  'session.end-by-provider': 'anyone',
  'area.welcome': 'anyone',
  /** Whether a browser keeps cookies. */
  'browser.try': 'anyone',
  'visit.arrive': 'anyone',
  /** By a personal link: their own appointment, after the date of birth. */
  'invitation.open': 'anyone',
  /** What became of a message; whoever says it proves that they carry them. */
  'carrier.report': 'anyone',
  /** No more automatic e-mails, by the link below one. */
  'message.opt-out': 'anyone',
  /** By the same link: the forms of that appointment. */
  'invitation.answer': 'anyone',
  /** By the same link: getting ready before the day, and the entry for their calendar. */
  'invitation.prepare': 'anyone',
  /** By the same link: photos before the day. */
  'invitation.send-file': 'anyone',
  /** By the secret of somebody's calendar feed: the list of their appointments. */
  'calendar-feed.read': 'anyone',
  'visit.read-own': 'patient-of-visit',
  'visit.leave': 'patient-of-visit',
  'visit.update-own': 'patient-of-visit',
  /** After the practitioner has called them back. */
  'visit.come-back': 'patient-of-visit',
  /** After the practitioner has called them. */
  'visit.join-own': 'patient-of-visit',
  'message.send-own': 'patient-of-visit',
  'form.answer-own': 'patient-of-visit',
  /** How it was, after the end. */
  'feedback.give-own': 'patient-of-visit',
  /** Photos, and seeing which were sent. */
  'file.send-own': 'patient-of-visit',
  /** Within a call, as `call.relay`: the patient's side alone answers, the practitioner's alone asks. */
  'call.answer-ask': 'patient-of-visit',
  'session.read': 'signed-in',
  'session.end': 'signed-in',
  'session.connect-provider': 'signed-in',
  /** Opening the connection of a page. The queues that come with it are `queue.read`. */
  'page.open': 'signed-in',
  /** Locking, and asking whose locked page this is. */
  'session.lock': 'signed-in',
  'session.unlock': 'signed-in',
  /** Proving again who one is, for what needs a recent proof. */
  'session.prove': 'signed-in',
  /** Saying that somebody is there. */
  'session.touch': 'signed-in',
  /** Where one is signed in oneself. */
  'session.list-own': 'signed-in',
  /** One's own name, address and password. */
  'account.change': 'signed-in',
  /** What one has to sign in with besides the password. */
  'factor.read-own': 'signed-in',
  'factor.write-own': 'signed-in',
  'equipment.keep-own': organisation(...AT_WORK),
  'plan.list': organisation(...AT_WORK),
  /** Who waits: first name, since when, with whom, whether picture and sound work. */
  'queue.glance': area('interpreter', 'champion'),
  /** Who waits, with all that they told and wrote. */
  'queue.read': area('practitioner', 'receptionist'),
  'area.announce': area('service-administrator', 'practitioner', 'receptionist'),
  'area.suspend': area('service-administrator', 'practitioner', 'receptionist'),
  'visit.message': area('practitioner', 'receptionist'),
  /** Telling a patient who closed the page that it is their turn. */
  'visit.recall': area('practitioner', 'receptionist'),
  'visit.remove': area('practitioner', 'receptionist'),
  /** What the visit is for, and the talk about devices. */
  'visit.advise': area('practitioner', 'receptionist'),
  /** A day's appointments of the areas in which the caller sees the queue. */
  'appointment.read': organisation('practitioner', 'receptionist'),
  /** A calendar feed of one's own: whether there is one; making it, and what it shows; taking it away. */
  'calendar-feed.read-own': organisation('practitioner', 'receptionist'),
  'calendar-feed.make': organisation('practitioner', 'receptionist'),
  'calendar-feed.end': 'signed-in',
  'appointment.write': area('practitioner', 'receptionist'),
  /** Asking a patient to fill in a questionnaire, and what they answered. */
  'form.send': area('practitioner', 'receptionist'),
  'form.read': area('practitioner', 'receptionist'),
  /** Photos that a patient sent. */
  'file.read': area('practitioner', 'receptionist'),
  /** Those that can be asked: nothing about anybody. */
  'questionnaire.list': organisation('administrator', 'service-administrator', 'practitioner', 'receptionist'),
  'visit.join': area('practitioner'),
  /** Who has waited longest in the drop-in areas where the caller joins visits; no other is looked at. */
  'visit.take-next': organisation('practitioner'),
  'visit.let-go': area('practitioner'),
  /** Calling back, soon after the end. Besides, the last consultation was theirs. */
  'visit.reopen': area('practitioner'),
  'call.prepare': area('practitioner'),
  'call.camera-request': organisation('practitioner'),
  /** Opening a service in which one has no role, for a stated reason and an hour: what a practitioner may do there, then. */
  'access.break-glass': organisation('practitioner'),
  /** Which services that would be, what is open, and giving it back. */
  'access.see-break-glass': organisation('practitioner'),
  'visit.hold': { of: 'held-visit', by: ['practitioner'] },
  'visit.read-held': { of: 'held-visit', by: ['practitioner'] },
  /** Checklist, and how to reach the patient. */
  'visit.record': { of: 'held-visit', by: ['practitioner'] },
  /** Of a phone consultation: that nobody answered, and asking for video. */
  'phone.no-answer': { of: 'held-visit', by: ['practitioner'] },
  'phone.ask-video': { of: 'held-visit', by: ['practitioner'] },
  'note.list-own': 'signed-in',
  'note.read': { of: 'own-note', by: ROLES },
  'note.write': { of: 'own-note', by: ROLES },
  /** Of the areas that are theirs to keep. */
  'settings.read': organisation('administrator', 'service-administrator'),
  'area.settings': area('administrator', 'service-administrator'),
  /** What patients answered after their call, of the areas that are theirs to keep; nobody is told who said what. */
  'feedback.read': organisation('administrator', 'service-administrator'),
  /** The service's own, and new areas in it. */
  'service.settings': service('administrator', 'service-administrator'),
  'logo.add': organisation('administrator', 'service-administrator'),
  'plan.write': organisation('administrator'),
  'questionnaire.write': organisation('administrator'),
  'organisation.settings': organisation('administrator'),
  /** The sample clinic beside their organisation, with all that is in it. */
  'sample.remove': organisation('administrator'),
  'sign-in.settings': organisation('administrator'),
  'people.read': organisation('administrator'),
  'people.write': organisation('administrator'),
  /** Taking away what somebody else signs in with. */
  'people.reset-sign-in': organisation('administrator'),
  'outbox.read': organisation('administrator'),
  /** What somebody should look at on the server. */
  'warning.read': organisation('administrator'),
  'audit.read': organisation('administrator', 'auditor'),
  'audit.export': organisation('administrator', 'auditor'),
} as const satisfies Record<string, Rule>

export type Action = keyof typeof PERMISSIONS

/** All that a locked sign-in does: a call goes on, and nobody is shown anything. */
const WHILE_LOCKED: ReadonlySet<Action> = new Set<Action>([
  'session.lock',
  'session.unlock',
  'session.end',
  'page.open',
  'call.relay',
  /** A page that lost its connection takes up the call it has. */
  'visit.read-held',
])

export const mayWhileLocked = (action: Action): boolean => WHILE_LOCKED.has(action) || PERMISSIONS[action] === 'anyone'
/** How long a proof of who somebody is counts. */
export const PROOF_MS = 5 * 60_000

/**
 * What an open page alone is not enough for: whoever sits there proves again who they are, unless they did in the last
 * minutes. All that changes how somebody signs in, an address that gives patients to a calendar, and break-glass. One's
 * own password and e-mail address are changed with the password in the same request.
 */
const WITH_PROOF: ReadonlySet<Action> = new Set<Action>([
  'session.connect-provider',
  'factor.write-own',
  'calendar-feed.make',
  'access.break-glass',
  'people.reset-sign-in',
])

export const needsProof = (action: Action): boolean => WITH_PROOF.has(action)

/** All that somebody may do who has to set up a second factor first: that, seeing who they are, signing out, and locking. */
export const ENROLMENT: readonly Action[] = [
  'session.read',
  'session.end',
  'session.lock',
  'session.unlock',
  'session.prove',
  'session.touch',
  'factor.read-own',
  'factor.write-own',
]

/** Whether somebody who holds `roles` in what is asked about may; of what binds them to a thing it knows nothing. */
export function roleMay(roles: readonly Role[], action: Action): boolean {
  const rule: Rule = PERMISSIONS[action]
  if (typeof rule === 'string') return rule !== 'patient-of-visit'
  return roles.some((role) => rule.by.includes(role))
}

/** The role somebody is called by. */
export function rankedRole(roles: readonly Role[]): Role | null {
  return ROLES.find((role) => roles.includes(role)) ?? null
}
