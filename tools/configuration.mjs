// `node tools/configuration.mjs`: writes docs/configuration.md anew from the table of settings.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const { module } = await runnerImport(fileURLToPath(new URL('./configuration.ts', import.meta.url)), {
  configFile: false,
  environments: { inline: { resolve: { conditions: ['source', 'module', 'node', 'development|production'] } } },
})
writeFileSync(new URL('../docs/configuration.md', import.meta.url), module.configurationPage())
