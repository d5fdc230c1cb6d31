// The request or message that is being handled: it is written to the audit with the first transaction that
// commits, or else before the answer. Holds nothing longer than that and decides nothing.
import { AsyncLocalStorage } from 'node:async_hooks'
import { AUDITED, type AuditAction, type SystemAction } from '#domain/audit'
import { Problem } from '#domain/problem'
import { type Tx, withCommit } from '../db.ts'
import { type AuditedRequest, type AuditSubject, SYSTEM } from './audited-request.ts'
import { type Entry, entriesIn, ONCE } from './entries.ts'

export interface AuditContext {
  readonly request: AuditedRequest
  readonly now: () => Date
  /** What it is about by now: services know better than the address. */
  subject: AuditSubject | null
  /** What else was read or changed on the way. */
  also: { readonly action: AuditAction; readonly subject: AuditSubject; readonly role: string | null }[]
  /** By which right it is done, where that is none of the person's roles. */
  right: string | null
  stored: boolean
  over: boolean
}

const current = new AsyncLocalStorage<AuditContext>()

/**
 * Sets the subject of the request under way. With an action, the request also counts as that action, by a right of its own if one is
 * given. Nothing where none is under way.
 */
export function setAuditSubject(kind: string, id: string, action?: AuditAction, right: string | null = null): void {
  const context = current.getStore()
  if (!context || context.over) return
  if (action) context.also.push({ action, subject: { kind, id }, role: right })
  else context.subject = { kind, id }
}

/** Says by which right the request is allowed, in the place of a role. */
export function setAuditRight(right: string): void {
  const context = current.getStore()
  if (context && !context.over) context.right = right
}

/** For what keeps its own record of the request: see sittings.ts. */
export function auditContext(): AuditContext | null {
  const context = current.getStore()
  return context && !context.over ? context : null
}

/** Runs outside the request's audit context: what it commits does not say that the request was carried out. */
export const outsideAudit = <T>(work: () => Promise<T>): Promise<T> => current.exit(work)

/** Stores the request under way with this transaction; returns what to call once it is committed. */
export function storeWith(tx: Tx): () => void {
  const context = current.getStore()
  if (!context || context.over) return () => {}
  const entries = due(context)
  if (entries.length === 0) return () => {}
  void withCommit(tx, entriesIn(entries))
  return () => {
    context.stored = true
    context.also = []
  }
}

/** Stores, with this transaction, what Bedside does by itself to each of `subjects`. */
export async function storeOwn(
  tx: Tx,
  at: Date,
  action: SystemAction,
  kind: string,
  subjects: readonly { readonly id: string }[],
): Promise<void> {
  const facts = {
    at,
    ...SYSTEM,
    action,
    via: 'itself',
    address: 'here',
    outcome: 'allowed' as const,
    code: null,
    ...ONCE,
  }
  if (subjects.length === 0) return
  await withCommit(tx, entriesIn(subjects.map(({ id }) => ({ ...facts, subjectKind: kind, subjectId: id }))))
}

/** Where entries go that no transaction carries. */
export interface Kept {
  /** Kept once they are on disk. */
  store(entries: readonly Entry[]): Promise<void>
  /** Kept in memory, to be written as a sum. */
  count(refusal: Entry): void
}

/**
 * Does `work`; keeps by `store` what no transaction kept, and refusals. What could not be kept is not answered. Refusals
 * of whoever is not signed in are counted, unless they came as far as somebody: a wrong password of a person that there is.
 */
export async function during<T>(
  request: AuditedRequest,
  now: () => Date,
  { store, count }: Kept,
  work: () => Promise<T>,
): Promise<T> {
  const kept = request.action in AUDITED ? AUDITED[request.action as keyof typeof AUDITED] : 'always'
  if (kept === 'never') return work()
  // Where nothing but refusals is kept there is nothing to store with a transaction, unless it comes to something else.
  const context: AuditContext = {
    request,
    now,
    subject: request.subject,
    also: [],
    right: null,
    stored: kept === 'refusals',
    over: false,
  }
  try {
    const value = await current.run(context, work)
    const entries = due(context)
    if (entries.length > 0) await store(entries)
    return value
  } catch (error) {
    if (error instanceof Problem) {
      const refusal = entry(context, request.action, context.subject, error.code)
      if (request.who.whoKind === 'guest' && context.subject === request.subject) count(refusal)
      else await store([refusal])
    }
    throw error
  } finally {
    context.over = true
  }
}

function due(context: AuditContext): Entry[] {
  return [
    ...(context.stored ? [] : [entry(context, context.request.action, context.subject)]),
    ...context.also.map(({ action, subject, role }) => ({
      ...entry(context, action, subject),
      ...(role === null ? {} : { role }),
    })),
  ]
}

function entry(
  { request, now, right }: AuditContext,
  action: AuditAction,
  subject: AuditSubject | null,
  code?: string,
): Entry {
  return {
    at: now(),
    ...request.who,
    ...(right === null ? {} : { role: right }),
    action,
    via: request.via,
    subjectKind: subject?.kind ?? null,
    subjectId: subject?.id ?? null,
    address: request.address,
    outcome: code === undefined ? 'allowed' : 'refused',
    code: code ?? null,
    ...ONCE,
  }
}
