// Files in a folder of this machine: one for each id, for this account alone.
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileStore } from './port.ts'

const ID = /^[0-9a-f-]{36}$/
const UNFINISHED = '.unfinished'
const OWNER = 'owner'

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
      const unfinished = `${path}${UNFINISHED}`
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
    async remove(id) {
      const path = pathOf(id)
      await Promise.all([path, `${path}${UNFINISHED}`].map((one) => rm(one, { force: true })))
    },
    async ids() {
      const names = await readdir(folder).catch(orNone<string[]>([]))
      return [...new Set(names.map((name) => name.replace(UNFINISHED, '')).filter((name) => ID.test(name)))]
    },
    async claim(owner) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const path = join(folder, OWNER)
      await writeFile(path, owner, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error
      })
      return (await readFile(path, 'utf8')) === owner
    },
  }
}

const orNone =
  <T>(none: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return none
    throw error
  }
