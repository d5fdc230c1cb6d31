// `npm run build`: builds the server and the pages beside each other, each by its own script in package.json. Each part that
// is built gets a stamp in dist, made from what it was built from, so that `npm start` builds only what has changed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What each part is built from. */
const PARTS = {
  server: {
    folders: ['src/server', 'src/contract', 'src/domain'],
    files: ['package.json', 'package-lock.json', 'tsconfig.base.json', 'tsconfig.server.json'],
  },
  web: {
    folders: ['src/web', 'src/contract', 'src/domain'],
    files: ['package.json', 'package-lock.json', 'vite.config.ts', 'tools/compress.mjs'],
  },
}

/** Not part of what is built. */
const BESIDE = /\.test\.tsx?$|\.examples\.tsx$/

const stampFile = (part) => join(root, 'dist', `${part}.stamp`)

function stampOf(part) {
  const { folders, files } = PARTS[part]
  const sources = folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !BESIDE.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
  const hash = createHash('sha256').update(process.version)
  for (const path of [...sources, ...files.map((name) => join(root, name))])
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

/** The parts whose sources, packages or Node version have changed since they were built. */
export function partsToBuild() {
  return Object.keys(PARTS).filter((part) => {
    try {
      return readFileSync(stampFile(part), 'utf8') !== stampOf(part)
    } catch {
      return true
    }
  })
}

/** The exit code: 0 if every part was built. */
export async function build(parts = Object.keys(PARTS)) {
  const codes = await Promise.all(parts.map(buildPart))
  return codes.find((code) => code !== 0) ?? 0
}

/** The next start builds `part` again. */
export function forgetBuild(part) {
  rmSync(stampFile(part), { force: true })
}

async function buildPart(part) {
  // The stamp is made before the build: what changes meanwhile is built by the next one. A failed build leaves no stamp.
  const stamp = stampOf(part)
  forgetBuild(part)
  const child = spawn(`npm run -s build:${part}`, { cwd: root, shell: true, stdio: 'inherit' })
  const code = await new Promise((resolve) => child.once('close', (status) => resolve(status ?? 1)))
  if (code === 0) {
    mkdirSync(join(root, 'dist'), { recursive: true })
    writeFileSync(stampFile(part), stamp)
  }
  return code
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await build()
