// Files in a folder of this machine: one for each id, for this account alone.
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileStore } from './port.ts'

const ID = /^[0-9a-f-]{36}$/

/** The folder is made with the first file. */
export function folderFiles(folder: string): FileStore {
  const pathOf = (id: string) => {
    if (!ID.test(id)) throw new Error('not the id of a file')
    return join(folder, id)
  }
  return {
    async put(id, bytes) {
      const path = pathOf(id)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      // Whole or not at all, also where the machine stops in between.
      const unfinished = `${path}.unfinished`
      const file = await open(unfinished, 'w', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(unfinished, path)
    },
    get: (id) => readFile(pathOf(id)).catch(orNone(null)),
    remove: (id) => rm(pathOf(id), { force: true }),
    async ids() {
      return (await readdir(folder).catch(orNone<string[]>([]))).filter((name) => ID.test(name))
    },
  }
}

const orNone =
  <T>(none: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return none
    throw error
  }
