// The one list of what somebody should look at on this server. Each is found where it arises and only gathered here.
import { type Warning, type WarningWhileReady, WHILE_READY } from '#contract/warnings'
import type { Deps } from '../deps.ts'
import { LOW_BYTES } from '../platform/disk.ts'
import { inTime } from '../platform/in-time.ts'
import type { ProxyFault } from '../platform/proxy-fault.ts'
import { lastBackup } from './store.ts'

const DAY_MS = 24 * 60 * 60_000

/** A database that takes longer to answer is of no use to a patient, either. */
export const PATIENCE_MS = 3000

export interface WarningSources
  extends Pick<Deps, 'db' | 'claim' | 'events' | 'storing' | 'clock' | 'disk' | 'timers'> {
  readonly now: () => Date
  /** Who could not be given the end of the audit's chain. */
  readonly unkept: () => readonly ('file' | 'webhook')[]
  /** How old the last backup may be; null: nobody has said. */
  readonly backupDays: number | null
}

/** The most urgent first. */
export function openWarnings(sources: WarningSources): () => Promise<Warning[]> {
  const { db, claim, events, storing, clock, disk, timers, now, unkept, backupDays } = sources

  const ofBackup = async (): Promise<Warning[]> => {
    if (backupDays === null) return []
    const at = await inTime(lastBackup(db), PATIENCE_MS)
    const days = at && Math.floor((now().getTime() - at.getTime()) / DAY_MS)
    return days === null || days >= backupDays ? [{ kind: 'backup', days, most: backupDays }] : []
  }

  return async () => {
    const [stores, free, backup] = await Promise.all([
      inTime(storing.prove(), PATIENCE_MS).then(
        () => true,
        () => false,
      ),
      disk.free().catch(() => null),
      // Not known while the database does not answer, which is told by others.
      ofBackup().catch(() => []),
    ])
    const time = clock.last()
    const names = timers.failing().map(({ name }) => name)
    const keepers = [...unkept()]
    const list: (Warning | false)[] = [
      !claim.held() && { kind: 'claim' },
      !events.heard() && { kind: 'events' },
      !stores && { kind: 'storing' },
      free !== null && free < LOW_BYTES && { kind: 'disk', freeMegabytes: Math.floor(free / 1024 ** 2) },
      time?.isTrusted === false && { kind: 'clock', aheadSeconds: Math.round(time.aheadMs / 1000) },
      names.length > 0 && { kind: 'timers', names },
      keepers.length > 0 && { kind: 'heads', keepers },
    ]
    return [...list.filter((one) => one !== false), ...backup]
  }
}

/** What the request under way shows of the proxy before Bedside. */
export const proxyWarning = (fault: ProxyFault | null): Warning[] =>
  fault ? [{ kind: 'proxy', fault: fault.kind, peer: fault.peer }] : []

export const whileReady = (warnings: readonly Warning[]): WarningWhileReady[] =>
  WHILE_READY.filter((kind) => warnings.some((warning) => warning.kind === kind))
