import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { configurationPage } from './configuration.ts'

test('[S4] docs/configuration.md is as the code is; `node tools/configuration.mjs` writes it anew', () => {
  expect(readFileSync('docs/configuration.md', 'utf8')).toBe(configurationPage())
})
