import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { impersonal } from '../../src/server/platform/retention/entry.ts'
import { toSource } from '../sources.ts'
import { unkept } from './kept.ts'

const table = pgTable('leaflets', { id: uuid('id'), title: text('title'), byName: text('by_name') })
const source = [toSource('src/server/platform/schema.ts', "export const leaflets = pgTable('leaflets', {})\n")]
const says = (...registry: Parameters<typeof unkept>[1]) => unkept(source, registry).map((finding) => finding.says)

test('[RN11] a table that is not registered, or twice, is refused', () => {
  const entry = impersonal(table, { harmless: { title: 'the clinic', byName: 'the clinic' } })
  expect(says()).toEqual([expect.stringContaining('the table leaflets stands 0 times')])
  expect(says(entry)).toEqual([])
  expect(says(entry, entry)).toEqual([expect.stringContaining('the table leaflets stands 2 times')])
})

test('[RN11] a column that can hold text and is not named, or twice, is refused; an id needs no naming', () => {
  expect(says(impersonal(table, { harmless: { title: 'the clinic' } }))).toEqual([
    expect.stringContaining('leaflets.byName can hold text'),
  ])
  const twice = { sealed: ['title' as const], harmless: { title: 'the clinic', byName: 'the clinic' } }
  expect(says(impersonal(table, twice))).toEqual([expect.stringContaining('leaflets.title is named 2 times')])
})
