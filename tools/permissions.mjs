// `node tools/permissions.mjs`: writes docs/permissions.md anew from the table of permissions.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const { module } = await runnerImport(fileURLToPath(new URL('./permissions.ts', import.meta.url)), {
  configFile: false,
})
writeFileSync(new URL('../docs/permissions.md', import.meta.url), module.permissionsPage())
