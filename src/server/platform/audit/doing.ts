// What is being done just now, from the first question to the answer: it is written down with the first transaction that
// commits, or else before the answer. Holds nothing longer than that and decides nothing.
import { AsyncLocalStorage } from 'node:async_hooks'
import { AUDITED, type AuditAction, type SystemAction } from '#domain/audit'
import { Problem } from '#domain/problem'
import { atLast, type Tx } from '../db.ts'
import { type AuditSubject, type Deed, SYSTEM } from './deed.ts'
import { type Entry, entriesIn, ONCE } from './entries.ts'

export interface Doing {
  readonly deed: Deed
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

const current = new AsyncLocalStorage<Doing>()

/**
 * Says what the deed under way is about; with an action, that it comes to this as well, by a right of its own if one is
 * given. Nothing where none is under way.
 */
export function concerns(kind: string, id: string, action?: AuditAction, right: string | null = null): void {
  const doing = current.getStore()
  if (!doing || doing.over) return
  if (action) doing.also.push({ action, subject: { kind, id }, role: right })
  else doing.subject = { kind, id }
}

/** Says by which right the deed under way is done, in the place of a role. */
export function doneBy(right: string): void {
  const doing = current.getStore()
  if (doing && !doing.over) doing.right = right
}

/** For what keeps its own record of the deed: see sittings.ts. */
export function underWay(): Doing | null {
  const doing = current.getStore()
  return doing && !doing.over ? doing : null
}

/** Does what must stand whether or not the deed under way is done: its transaction does not say that the deed was. */
export const aside = <T>(work: () => Promise<T>): Promise<T> => current.exit(work)

/** Stores the deed under way with this transaction; returns what to call once it is committed. */
export function storeWith(tx: Tx): () => void {
  const doing = current.getStore()
  if (!doing || doing.over) return () => {}
  const entries = due(doing)
  if (entries.length === 0) return () => {}
  void atLast(tx, entriesIn(entries))
  return () => {
    doing.stored = true
    doing.also = []
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
  await atLast(tx, entriesIn(subjects.map(({ id }) => ({ ...facts, subjectKind: kind, subjectId: id }))))
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
  deed: Deed,
  now: () => Date,
  { store, count }: Kept,
  work: () => Promise<T>,
): Promise<T> {
  const kept = deed.action in AUDITED ? AUDITED[deed.action as keyof typeof AUDITED] : 'always'
  if (kept === 'never') return work()
  // Where nothing but refusals is kept there is nothing to store with a transaction, unless it comes to something else.
  const doing: Doing = {
    deed,
    now,
    subject: deed.subject,
    also: [],
    right: null,
    stored: kept === 'refusals',
    over: false,
  }
  try {
    const value = await current.run(doing, work)
    const entries = due(doing)
    if (entries.length > 0) await store(entries)
    return value
  } catch (error) {
    if (error instanceof Problem) {
      const refusal = entry(doing, deed.action, doing.subject, error.code)
      if (deed.who.whoKind === 'guest' && doing.subject === deed.subject) count(refusal)
      else await store([refusal])
    }
    throw error
  } finally {
    doing.over = true
  }
}

function due(doing: Doing): Entry[] {
  return [
    ...(doing.stored ? [] : [entry(doing, doing.deed.action, doing.subject)]),
    ...doing.also.map(({ action, subject, role }) => ({
      ...entry(doing, action, subject),
      ...(role === null ? {} : { role }),
    })),
  ]
}

function entry({ deed, now, right }: Doing, action: AuditAction, subject: AuditSubject | null, code?: string): Entry {
  return {
    at: now(),
    ...deed.who,
    ...(right === null ? {} : { role: right }),
    action,
    via: deed.via,
    subjectKind: subject?.kind ?? null,
    subjectId: subject?.id ?? null,
    address: deed.address,
    outcome: code === undefined ? 'allowed' : 'refused',
    code: code ?? null,
    ...ONCE,
  }
}
