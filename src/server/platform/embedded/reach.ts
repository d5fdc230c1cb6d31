// Lets the database's account into folders to which it cannot find the way (a data folder below /root): root opens
// them and hands them over, already open. Linux alone can name an open folder; elsewhere the plain path must do.
import { open } from 'node:fs/promises'
import type { Home } from './home.ts'
import { FIRST_HANDED, type Handed } from './program.ts'

/** Calls `use` with each folder's name as the program sees it. The program must have started before `use` ends. */
export async function withFolders<T>(
  home: Home,
  folders: readonly string[],
  use: (names: readonly string[], handed: Handed) => Promise<T>,
): Promise<T> {
  if (home.account === null || process.platform !== 'linux') return use([...folders], [])
  const opened = await Promise.all(folders.map((folder) => open(folder, 'r')))
  try {
    return await use(
      folders.map((_, index) => `/proc/self/fd/${FIRST_HANDED + index}`),
      opened.map((handle) => handle.fd),
    )
  } finally {
    await Promise.all(opened.map((handle) => handle.close()))
  }
}
