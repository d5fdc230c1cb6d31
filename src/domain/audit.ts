// What is written down about whom: one column beside the permission table. Nothing else decides whether a request is kept.
import type { Action } from './permission.ts'

/**
 * `always`: whenever it was asked for. `refusals`: only when it was refused, because nobody but the caller is concerned.
 * `never`: nobody is concerned at all.
 */
export type Audited = 'always' | 'refusals' | 'never'

export const AUDITED = {
  'health.read': 'never',
  /** Entering the call was written down; what is said in it is nobody's business. */
  'call.relay': 'never',
  'check.run': 'never',
  'browser.try': 'never',
  'area.welcome': 'never',
  'setup.run': 'always',
  'session.start': 'always',
  'session.by-link': 'always',
  'session.by-provider': 'always',
  'session.end-by-provider': 'always',
  'visit.arrive': 'always',
  'invitation.open': 'always',
  'invitation.answer': 'always',
  'invitation.prepare': 'always',
  'invitation.send-file': 'always',
  'form.answer-own': 'always',
  'feedback.give-own': 'always',
  'form.send': 'always',
  'form.read': 'always',
  'file.send-own': 'always',
  'file.read': 'always',
  'questionnaire.list': 'refusals',
  'questionnaire.write': 'always',
  'visit.read-own': 'always',
  'visit.leave': 'always',
  'visit.update-own': 'always',
  'visit.come-back': 'always',
  'visit.join-own': 'always',
  'message.send-own': 'always',
  'call.answer-ask': 'always',
  'call.camera-request': 'always',
  /** Oneself, at every loading of a page. The queues that come with it are `queue.read`. */
  'session.read': 'refusals',
  'session.end': 'always',
  'session.connect-provider': 'always',
  'page.open': 'refusals',
  'session.lock': 'always',
  'session.unlock': 'always',
  'session.prove': 'always',
  'session.touch': 'refusals',
  'session.list-own': 'always',
  'account.change': 'always',
  /** Oneself. */
  'factor.read-own': 'refusals',
  'factor.write-own': 'always',
  'equipment.keep-own': 'always',
  /** The catalogue: nothing about anybody. */
  'plan.list': 'refusals',
  'queue.glance': 'always',
  'queue.read': 'always',
  'area.announce': 'always',
  'area.suspend': 'always',
  'visit.message': 'always',
  'visit.recall': 'always',
  'visit.remove': 'always',
  'appointment.read': 'always',
  'appointment.write': 'always',
  /** Whoever got a list by it is written down as having read it; asking again for what has not changed shows nothing. */
  'calendar-feed.read': 'refusals',
  /** Oneself. */
  'calendar-feed.read-own': 'refusals',
  'calendar-feed.make': 'always',
  'calendar-feed.end': 'always',
  'visit.join': 'always',
  'visit.take-next': 'always',
  'visit.let-go': 'always',
  'visit.advise': 'always',
  'visit.reopen': 'always',
  'call.prepare': 'always',
  'access.break-glass': 'always',
  'access.see-break-glass': 'always',
  'visit.hold': 'always',
  'visit.read-held': 'always',
  'visit.record': 'always',
  'phone.no-answer': 'always',
  'phone.ask-video': 'always',
  'note.list-own': 'always',
  'note.read': 'always',
  'note.write': 'always',
  'settings.read': 'always',
  'feedback.read': 'always',
  'area.settings': 'always',
  'service.settings': 'always',
  'logo.add': 'always',
  'plan.write': 'always',
  'organisation.settings': 'always',
  'sample.remove': 'always',
  'sign-in.settings': 'always',
  'people.read': 'always',
  'people.write': 'always',
  'people.reset-sign-in': 'always',
  'outbox.read': 'always',
  /** Says what became of a message, and nothing of anybody. */
  'carrier.report': 'refusals',
  'message.opt-out': 'refusals',
  /** Asked by an open page each minute, and about nobody. */
  'warning.read': 'refusals',
  'audit.read': 'always',
  'audit.export': 'always',
} as const satisfies Record<Action, Audited>

/** What Bedside does by itself, or at its operator's command: nobody asks for it over a line, so no permission names it. */
export const SYSTEM_ACTIONS = [
  'visit.give-up',
  /** A patient in a call whose practitioner's page is gone is put on hold. */
  'visit.left-alone',
  /** What a join or a choice came to: from then on by phone, or by video. */
  'visit.by-phone',
  'visit.sent-back-few-minutes',
  'visit.sent-back-colleague',
  'visit.sent-back-technical',
  'visit.sent-back-urgent',
  'visit.by-video',
  /** What the groups of the identity provider came to, at somebody's sign-in. */
  'person.from-groups',
  'rights.from-groups',
  'sign-in.allow-passwords',
  /** The visit of somebody who may not hold it any more waits again. */
  'visit.hand-back',
  /** What somebody had opened by break-glass is closed again. */
  'break-glass.end',
  'details.forget',
  'appointment.forget',
  'form.forget',
  'file.forget',
  'note.forget',
  'glass-reason.forget',
  /** A month of the audit, to a file. */
  'audit.archive',
  /** A letter with a link to a new password, to whom it was asked for. */
  'password-link.send',
  'data.restore',
  'sample.clear',
] as const
export type SystemAction = (typeof SYSTEM_ACTIONS)[number]

export type AuditAction = Action | SystemAction

export const AUDIT_ACTIONS: readonly AuditAction[] = [
  ...(Object.keys(AUDITED) as Action[]).filter((action) => AUDITED[action] !== 'never'),
  ...SYSTEM_ACTIONS,
]

/** `person`: of the staff, signed in. `patient`: of the visit. `guest`: nobody that is known. */
export type AuditWho = 'person' | 'patient' | 'guest' | 'system'
export type AuditOutcome = 'allowed' | 'refused'
