// How much room there is on the disk of the embedded database. Of a database elsewhere nothing is known but whether it stores.
import { statfs } from 'node:fs/promises'
import type { Log } from './log.ts'

/** Enough for days of a busy clinic, so that there is time to do something. */
export const LOW_BYTES = 1024 ** 3

export interface Disk {
  /** Bytes that are free; null: the database is elsewhere. */
  free(): Promise<number | null>
  /** Says in the log when they have become few, and when they are enough again. */
  watch(): Promise<void>
}

export function openDisk(folder: string | null, log: Log, freeIn: typeof freeBytes = freeBytes): Disk {
  let isLow = false
  const free = async () => (folder === null ? null : await freeIn(folder))
  return {
    free,
    async watch() {
      const bytes = await free()
      const low = bytes !== null && bytes < LOW_BYTES
      const freeMegabytes = Math.floor((bytes ?? 0) / 1024 ** 2)
      if (low && !isLow)
        log.warn('disk: almost full; free some room, or nothing can be stored before long', { freeMegabytes })
      if (!low && isLow) log.info('disk: has room again', { freeMegabytes })
      isLow = low
    },
  }
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
