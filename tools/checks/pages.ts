// Pages of the docs that are drawn from the code: each must be as the code is now.
import { readFileSync } from 'node:fs'
import { configurationPage } from '../configuration.ts'
import { permissionsPage } from '../permissions.ts'
import { privacyPage } from '../privacy.ts'
import type { Check } from '../sources.ts'

const DRAWN = [
  { path: 'docs/configuration.md', draw: configurationPage, again: 'node tools/configuration.mjs' },
  { path: 'docs/permissions.md', draw: permissionsPage, again: 'node tools/permissions.mjs' },
  { path: 'docs/privacy.md', draw: privacyPage, again: 'node tools/privacy.mjs' },
]

export const drawnPages: Check = () =>
  DRAWN.filter(({ path, draw }) => readFileSync(path, 'utf8') !== draw()).map(({ path, again }) => ({
    path,
    says: `is behind the code it is drawn from: ${again}`,
  }))
