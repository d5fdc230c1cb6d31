// Every port the slices may use, on one screen. Only `main` (and tests) build them.

import type { IceSource } from './integrations/ice/port.ts'
import type { Db } from './platform/db.ts'
import type { Events } from './platform/events.ts'
import type { Hub } from './platform/hub.ts'
import type { Log } from './platform/log.ts'

export interface Deps {
  readonly db: Db
  readonly events: Events
  readonly hub: Hub
  readonly log: Log
  readonly ice: IceSource
  readonly now: () => Date
  readonly newId: () => string
  /** Root of one-time links and sample passwords (hex). */
  readonly secret: string
}
