// Builds the page that measures a connection as the product's pages are built, worker and all, into a folder that the
// product's server serves in their place.
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

export interface BuiltPage {
  /** For `webFolder`. */
  readonly folder: string
  remove(): Promise<void>
}

export async function buildConnectionPage(): Promise<BuiltPage> {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-connection-'))
  await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2020',
      modulePreload: { polyfill: false },
      rollupOptions: { input: join(import.meta.dirname, 'page.html') },
    },
  })
  await rename(join(folder, 'page.html'), join(folder, 'patient.html'))
  await writeFile(join(folder, 'staff.html'), '<!doctype html><title>Bedside</title>\n')
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
