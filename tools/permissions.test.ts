import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PERMISSIONS } from '../src/domain/permission.ts'
import { permissionsPage } from './permissions.ts'

test('[RO6] docs/permissions.md is as the code is; `node tools/permissions.mjs` writes it anew', () => {
  const page = readFileSync('docs/permissions.md', 'utf8')
  expect(page).toBe(permissionsPage())
  for (const action of Object.keys(PERMISSIONS)) expect(page).toContain(`| \`${action}\``)
})
