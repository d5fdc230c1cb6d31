// `npm start`: builds only if the sources changed since the last build, and runs the server in this process.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { isBuilt } from './built.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

if (!isBuilt()) {
  const build = spawnSync('npm run -s build', { cwd: root, shell: true, stdio: 'inherit' })
  if (build.status !== 0) process.exit(build.status ?? 1)
}
await import(new URL('../dist/server/main.js', import.meta.url))
