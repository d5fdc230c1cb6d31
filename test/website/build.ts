// Builds the script for websites as the product does, into a folder that the product's server serves.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

const PAGE = '<!doctype html><title>Bedside</title><script type="application/json" id="welcome"></script>\n'

export async function buildButton() {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-button-'))
  await build({ mode: 'button', logLevel: 'error', build: { outDir: folder, emptyOutDir: false } })
  await Promise.all(['patient.html', 'staff.html'].map((name) => writeFile(join(folder, name), PAGE)))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
