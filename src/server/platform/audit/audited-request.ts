// Who does what to whom, and from where, as the audit keeps it: made from a caller and from what was asked, without a
// name and without a word of anybody's.
import type { AuditAction, AuditWho } from '#domain/audit'
import { type Action, PERMISSIONS, type Rule } from '#domain/permission'
import type { Caller } from '../caller.ts'
import type { Subject } from '../subject.ts'

/** What a request is about: `visit`, `area`, `note`, `person`, `organisation`, `plan`, `call` and so on, with its id. */
export interface AuditSubject {
  readonly kind: string
  readonly id: string
}

export interface Who {
  readonly whoKind: AuditWho
  readonly whoId: string | null
  readonly role: string | null
  readonly organisationId: string | null
}

export interface AuditedRequest {
  readonly who: Who
  readonly action: AuditAction
  readonly via: string
  readonly address: string
  readonly subject: AuditSubject | null
}

export const SYSTEM: Who = { whoKind: 'system', whoId: null, role: null, organisationId: null }

export function whoOf(caller: Caller): Who {
  switch (caller.kind) {
    case 'guest':
      return { whoKind: 'guest', whoId: null, role: null, organisationId: null }
    case 'patient':
      return { whoKind: 'patient', whoId: caller.visitId, role: null, organisationId: null }
    case 'staff':
      return {
        whoKind: 'person',
        whoId: caller.personId,
        role: caller.calledBy,
        organisationId: caller.organisationId,
      }
  }
}

/**
 * What an endpoint or a message is about: what its declaration says (`about`), else the last id in its address
 * (`:planId` is a plan), else whoever asks: their visit, their organisation, themselves.
 */
export function subjectOf(caller: Caller, action: Action, about: Subject, ids: object): AuditSubject | null {
  const { noteId, visitId, areaId, ...others } = about
  if (noteId) return { kind: 'note', id: noteId }
  if (visitId) return { kind: 'visit', id: visitId }
  const named = Object.entries({ ...ids, ...others, ...(areaId ? { areaId } : {}) }).flatMap(([name, id]) =>
    name.endsWith('Id') && name !== 'pageId' && typeof id === 'string' ? { kind: name.slice(0, -2), id } : [],
  )
  const last = named.at(-1)
  if (last) return last
  if (caller.kind === 'patient') return { kind: 'visit', id: caller.visitId }
  if (caller.kind === 'guest') return null
  const rule: Rule = PERMISSIONS[action]
  return typeof rule === 'object' && rule.of === 'organisation'
    ? { kind: 'organisation', id: caller.organisationId }
    : { kind: 'person', id: caller.personId }
}
