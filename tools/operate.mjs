// Runs an operator's command as it is built. Builds nothing: the code may belong to another account, which alone may write.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const program = new URL('../dist/server/operate.js', import.meta.url)

if (existsSync(program)) await import(program)
else {
  const folder = fileURLToPath(new URL('..', import.meta.url))
  process.stderr.write(
    `Nothing was done: Bedside is not built yet. In ${folder}, as the account that owns it, run: npm ci && npm run build\n`,
  )
  process.exitCode = 1
}
