// What a verification of the audit can find.
import type { GuardFinding } from './guards.ts'

export type AuditFinding =
  /** Its content or its hash is another than it was. */
  | { readonly kind: 'changed'; readonly seq: number }
  /** It is whole, but stands where it was not written. */
  | { readonly kind: 'moved'; readonly seq: number; readonly was: number }
  | { readonly kind: 'missing'; readonly from: number; readonly to: number }
  /** There are rows beyond the end that was recorded. */
  | { readonly kind: 'added'; readonly from: number; readonly to: number }
  /** Two rows have this number. */
  | { readonly kind: 'twice'; readonly seq: number }
  | { readonly kind: 'no-head' }
  /** What somebody noted elsewhere is not what stands here. */
  | { readonly kind: 'not-as-noted'; readonly seq: number }
  /** What somebody noted is in an archive that was not given. */
  | { readonly kind: 'noted-in-archive'; readonly month: string }
  /** The address that is kept beside a row is not the one it was written with. */
  | { readonly kind: 'address'; readonly seq: number }
  /** Where an archived month and its neighbours meet, the chain does not go on. */
  | { readonly kind: 'seam'; readonly month: string }
  /** A file is of a month that was not archived here. */
  | { readonly kind: 'strange-archive'; readonly month: string }
  | GuardFinding
