// `npm run check`: the tools are TypeScript, which Node 20 cannot read; Vite can.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const { module } = await runnerImport(fileURLToPath(new URL('./check.ts', import.meta.url)), {
  configFile: false,
  environments: { inline: { resolve: { conditions: ['source', 'module', 'node', 'development|production'] } } },
})
process.exitCode = await module.check(process.argv.slice(2))
