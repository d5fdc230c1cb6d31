// Every port the slices may use, on one screen. Only `main` (and tests) build them.
import type { Channels } from './integrations/channels/port.ts'
import type { FileStore } from './integrations/files/port.ts'
import type { HeadKeeper } from './integrations/heads/port.ts'
import type { IceSource } from './integrations/ice/port.ts'
import type { IdentityProvider } from './integrations/oidc/port.ts'
import type { Audit } from './platform/audit/open.ts'
import type { Claim } from './platform/claim.ts'
import type { ClockWatch } from './platform/clock-watch.ts'
import type { Db } from './platform/db.ts'
import type { Disk } from './platform/disk.ts'
import type { Events } from './platform/events.ts'
import type { Hub } from './platform/hub.ts'
import type { Log } from './platform/log.ts'
import type { Seal } from './platform/seal.ts'
import type { Storing } from './platform/storing.ts'
import type { Timers } from './platform/timers.ts'

export type { Channels, FileStore }

export interface Deps {
  readonly db: Db
  /** That this process alone is on the database. */
  readonly claim: Claim
  readonly events: Events
  readonly hub: Hub
  readonly log: Log
  readonly audit: Audit
  /** Who keeps the end of the audit's chain outside the database. */
  readonly heads: readonly HeadKeeper[]
  readonly ice: IceSource
  /** Who carries e-mails and text messages. */
  readonly channels: Channels
  /** Where files that patients send are kept, encrypted. */
  readonly files: FileStore
  /** The employer's own sign-in; null: people have passwords here. */
  readonly provider: IdentityProvider | null
  /** Closes what is read again later and must not lie open in the database. */
  readonly seal: Seal
  /** The address that people type, for links in messages; without a slash at its end. */
  readonly publicUrl: () => string
  /** The database's clock, carried on by one that nobody sets. */
  readonly now: () => Date
  /**
   * Milliseconds of a clock that nobody sets: for how long something lasts, and how much of it is allowed. `now` may jump.
   */
  readonly elapsed: () => number
  /** Asked before anything is deleted or ended because its time is over. */
  readonly clock: ClockWatch
  readonly timers: Timers
  readonly storing: Storing
  readonly disk: Disk
  readonly newId: () => string
  /** Root of one-time links and sample passwords (hex). */
  readonly secret: string
}
