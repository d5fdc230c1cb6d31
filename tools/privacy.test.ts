import { readFileSync } from 'node:fs'
import { getTableName } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { REGISTRY } from '../src/server/platform/retention/registry.ts'
import { privacyPage } from './privacy.ts'

test('[RN14] docs/privacy.md is as the registry is; `node tools/privacy.mjs` writes it anew', () => {
  const page = readFileSync('docs/privacy.md', 'utf8')
  expect(page).toBe(privacyPage())
  for (const { table } of REGISTRY) expect(page).toContain(`\`${getTableName(table)}\``)
})
