// The key file beside the database: read for a backup, put back by a restore. It says what became of it in words for the
// terminal, and never the key.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { BackupProblem } from './format.ts'

/** The key as it stands in `file`; null where there is none yet. */
export async function savedKey(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim() || null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new BackupProblem(
      `The key in ${file} cannot be read (${(error as NodeJS.ErrnoException).code}). Run this as the account of the server, or with --without-key.`,
    )
  }
}

/**
 * Puts `key` into `file`, and what was there beside it: something may have been sealed with that one. Throws
 * `BackupProblem` where the file cannot be written; the data are restored by then.
 */
export async function putKeyBack(file: string, key: string | null): Promise<string> {
  if (key === null)
    return `There was no key in this backup. Put the key of then into ${file} before you start: links in letters and second factors need it.`
  const there = await savedKey(file)
  if (there === key) return `The key in ${file} is the right one already.`
  const beside = `${file}.before-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`
  try {
    await mkdir(dirname(file), { recursive: true })
    if (there !== null) await rename(file, beside)
    await writeFile(file, `${key}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    throw new BackupProblem(
      `The data are restored, but the key of then cannot be written to ${file} (${(error as NodeJS.ErrnoException).code}). Make that possible and restore again with --yes.`,
    )
  }
  return there === null
    ? `The key of then is back in ${file}.`
    : `The key of then is back in ${file}; the one that was there is now ${beside}.`
}
