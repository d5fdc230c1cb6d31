import { expect, test } from 'vitest'
import { openConnection } from '../src/server/platform/db.ts'
import { freshDatabase } from './fresh-database.ts'

test('every file gets a migrated database of its own', async () => {
  const [first, second] = await Promise.all([freshDatabase(), freshDatabase()])
  expect(first.url).not.toBe(second.url)
  const connection = await openConnection(first.url)
  connection.on('error', () => {})
  const { rows } = await connection.query(
    "select count(*)::int as tables from information_schema.tables where table_schema = 'public'",
  )
  expect(rows[0].tables).toBeGreaterThan(5)
  await Promise.all([first.drop(), second.drop()])
  await expect(openConnection(first.url)).rejects.toThrow('no database of this name')
})
