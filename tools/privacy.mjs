// `node tools/privacy.mjs`: writes docs/privacy.md anew from the registry of retention.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const { module } = await runnerImport(fileURLToPath(new URL('./privacy.ts', import.meta.url)), {
  configFile: false,
  environments: { inline: { resolve: { conditions: ['source', 'module', 'node', 'development|production'] } } },
})
writeFileSync(new URL('../docs/privacy.md', import.meta.url), module.privacyPage())
