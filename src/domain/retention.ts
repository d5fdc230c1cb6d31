// How long what is kept. Minutes and days as the organisation set them; the defaults are the product's.

export interface Retention {
  /** Minutes from the end of a visit to the deletion of the patient's details and messages. */
  readonly detailsMinutes: number
  /** Days from the signing of a note to its deletion, unless it was filed elsewhere before. */
  readonly signedNoteDays: number
}

/** Attend Anywhere promises patients one hour; signed notes stay a month, for those who copy them by hand. */
export const DEFAULT_RETENTION: Retention = { detailsMinutes: 60, signedNoteDays: 30 }

/** What the installation keeps for a time of its own, in days; the defaults are the product's. */
export interface KeptDays {
  /** Addresses of patients, and of whoever was not signed in, beside the audit. */
  readonly auditAddresses: number
  /** The reasons that were given for break-glass. */
  readonly glassReasons: number
}

export const DEFAULT_KEPT_DAYS: KeptDays = { auditAddresses: 30, glassReasons: 180 }

export const daysBefore = (days: number, now: Date): Date => new Date(now.getTime() - days * 24 * 60 * 60_000)

/** Details of visits that ended before this instant are due for deletion. */
export function detailsCutoff(retention: Retention, now: Date): Date {
  return new Date(now.getTime() - retention.detailsMinutes * 60_000)
}

/** Notes signed before this instant are due for deletion. Drafts are never due. */
export function signedNoteCutoff(retention: Retention, now: Date): Date {
  return daysBefore(retention.signedNoteDays, now)
}
