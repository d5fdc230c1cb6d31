// `npm run dev`: builds both entries again when their sources change, restarts the server when its own do, and lets open
// pages load again. Pages come from the server as they do for patients: the same addresses and the same policy.
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { forgetBuild } from './build.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const web = join(root, 'dist', 'web')
/** Editors write a file in several steps. */
const QUIET_MS = 100

// What comes from here is no finished build, so the next `npm start` makes one.
forgetBuild('web')
rmSync(web, { recursive: true, force: true })
mkdirSync(web, { recursive: true })

/** Asks for the number of the build, and loads the page again when there is another. */
writeFileSync(
  join(web, 'dev-reload.js'),
  `let seen
setInterval(async () => {
  const reply = await fetch('/dev-build.txt', { cache: 'no-store' }).catch(() => null)
  if (!reply?.ok) return
  const number = await reply.text()
  if (seen !== undefined && seen !== number) location.reload()
  seen = number
}, 500)
`,
)
let number = 0
function sayNewBuild() {
  number += 1
  writeFileSync(join(web, 'dev-build.txt'), String(number))
}
sayNewBuild()

const reloading = {
  name: 'reloading',
  transformIndexHtml: () => [{ tag: 'script', attrs: { src: '/dev-reload.js' }, injectTo: 'head' }],
}

const ENTRIES = ['patient', 'staff', 'button']
/** Those that are being built; a restart waits for them. */
const building = new Set(ENTRIES)
/** Those that were built at least once: the server needs their files to start. */
const built = new Set()
let pagesChanged = false

let server = null
let timer = null
let restarting = false

function restartSoon() {
  clearTimeout(timer)
  timer = setTimeout(() => void restart(), QUIET_MS)
}

async function restart() {
  if (building.size > 0 || built.size < ENTRIES.length) return
  if (restarting) return restartSoon()
  restarting = true
  await endServer()
  if (pagesChanged) sayNewBuild()
  pagesChanged = false
  server = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', 'src/server/main.ts'], {
    cwd: root,
    stdio: 'inherit',
  })
  restarting = false
}

async function endServer() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return
  const ended = new Promise((resolve) => server.once('close', resolve))
  server.kill('SIGTERM')
  await ended
}

for (const mode of ENTRIES) {
  const watcher = await build({
    root: join(root, 'src/web'),
    configFile: join(root, 'vite.config.ts'),
    mode,
    logLevel: 'warn',
    plugins: [reloading],
    build: { watch: {}, emptyOutDir: false },
  })
  watcher.on('event', (event) => {
    if (event.code === 'START') building.add(mode)
    if (event.code === 'BUNDLE_END') {
      built.add(mode)
      pagesChanged = true
    }
    if (event.code !== 'END') return
    building.delete(mode)
    restartSoon()
  })
}
for (const folder of ['server', 'contract', 'domain'])
  watch(join(root, 'src', folder), { recursive: true }, (_, name) => {
    if (!name?.endsWith('.test.ts')) restartSoon()
  })

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, async () => {
    await endServer()
    process.exit(0)
  })
