// How long what is kept. Minutes and days as the organisation or the installation set them; the defaults are the product's.

/** What an organisation sets for itself. */
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

/** How long something is kept, and who sets that. */
export type KeptFor =
  | { readonly setBy: 'organisation'; readonly setting: keyof Retention }
  | { readonly setBy: 'installation'; readonly setting: keyof KeptDays }
  | { readonly setBy: 'product'; readonly ms: number }

export const MINUTE_MS = 60_000
export const DAY_MS = 24 * 60 * MINUTE_MS

const UNIT_MS: Readonly<Record<keyof Retention, number>> = { detailsMinutes: MINUTE_MS, signedNoteDays: DAY_MS }

/** What has been kept since before this instant is due for deletion. */
export function dueBefore(kept: KeptFor, now: Date, organisation: Retention, installation: KeptDays): Date {
  return new Date(now.getTime() - lengthMs(kept, organisation, installation))
}

function lengthMs(kept: KeptFor, organisation: Retention, installation: KeptDays): number {
  switch (kept.setBy) {
    case 'organisation':
      return organisation[kept.setting] * UNIT_MS[kept.setting]
    case 'installation':
      return installation[kept.setting] * DAY_MS
    case 'product':
      return kept.ms
  }
}
