// What the registry of retention (registry.ts) holds about a table. Deletion, the tests' search for planted names, the check
// of new columns and docs/privacy.md are all made from these entries.
import type { SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { SystemAction } from '#domain/audit'
import type { KeptFor } from '#domain/retention'

/** From which moment on something is kept, and for how long. What has the same term goes in one transaction. */
export interface Term {
  /** Follows "after", as in "60 minutes after the end of the visit". */
  readonly moment: string
  readonly kept: KeptFor
}

export interface Removal {
  readonly term: Term
  /** These columns are emptied and the row stays; unset: the row goes. */
  readonly blanks?: readonly string[]
  /** Which rows, where it is not every row. */
  readonly only?: string
  /** The rows whose moment was before `before`; of one organisation, where organisations set the term. */
  due(before: Date, organisationId: string): SQL | undefined
  /** What the audit says of each row. */
  readonly audited?: { readonly action: SystemAction; readonly subject: string; readonly id: PgColumn }
}

/** What stands in the columns of a table. Every column that can hold text is named once. */
export interface Holdings<Column extends string> {
  /** Who somebody is, or where: a name, an address, the browser they use. */
  readonly identity?: readonly Column[]
  /** What people wrote in their own words. */
  readonly words?: readonly Column[]
  /** A fingerprint, or sealed: says nothing to whoever reads it, and is never exported. */
  readonly sealed?: readonly Column[]
  /** None of these; why not. */
  readonly harmless?: { readonly [C in Column]?: string }
}

/** How an export of all that is kept about somebody finds their rows here. */
export interface Exported {
  /** What the part of the export is called. */
  readonly as: string
  /** The rows about the patient of a visit. */
  ofVisit?(visitId: string): SQL | undefined
  /** The rows about somebody of the staff. */
  ofPerson?(personId: string): SQL | undefined
}

export interface PersonalEntry {
  readonly kind: 'personal'
  readonly table: PgTable
  readonly columns: Holdings<string>
  readonly about: 'patients' | 'staff' | 'both'
  /** What it holds, for whoever governs information. */
  readonly holds: string
  readonly seenBy: string
  readonly removals: readonly Removal[]
  /** What removes rows besides time, or why none does. */
  readonly otherwise: string
  /** Or why it is part of no export. */
  readonly exported: Exported | string
}

export interface ImpersonalEntry {
  readonly kind: 'impersonal'
  readonly table: PgTable
  readonly columns: Holdings<string>
  readonly removals: readonly Removal[]
}

export type Entry = PersonalEntry | ImpersonalEntry

type ColumnOf<T extends PgTable> = keyof T['_']['columns'] & string

/** A table that holds identity or people's words. */
export function personal<T extends PgTable>(
  table: T,
  entry: Omit<PersonalEntry, 'kind' | 'table' | 'columns'> & { readonly columns: Holdings<ColumnOf<T>> },
): PersonalEntry {
  return { kind: 'personal', table, ...entry }
}

/** A table that names nobody and holds no words: ids, states, fingerprints, and what the clinic says of itself. */
export function impersonal<T extends PgTable>(
  table: T,
  columns: Pick<Holdings<ColumnOf<T>>, 'sealed' | 'harmless'>,
  removals: readonly Removal[] = [],
): ImpersonalEntry {
  return { kind: 'impersonal', table, columns, removals }
}

/** Reasons for harmless columns that several tables have. */
export const CLOSED_LIST = 'one of a closed list'
export const RANDOM_ID = 'made at random'
export const CLINIC = 'the clinic about itself'
