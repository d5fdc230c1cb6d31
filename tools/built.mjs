// Whether dist was built from the sources as they are now: each build ends with a stamp of them in dist.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const STAMP = join(root, 'dist', 'stamp')
/** What a build reads, besides src. */
const BESIDE = [
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.server.json',
  'vite.config.ts',
  'tools/compress.mjs',
]

function stampOfSources() {
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
  const hash = createHash('sha256')
  for (const path of [...sources, ...BESIDE.map((name) => join(root, name))])
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

export function isBuilt() {
  try {
    return readFileSync(STAMP, 'utf8') === stampOfSources()
  } catch {
    return false
  }
}

export function stampTheBuild() {
  writeFileSync(STAMP, stampOfSources())
}
