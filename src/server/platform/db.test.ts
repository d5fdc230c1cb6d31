import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { freshDatabase } from '../../../test/fresh-database.ts'
import { type CommitHook, type DbOrTx, openDatabase, pipelined, withCommit } from './db.ts'

async function database(beforeCommit?: CommitHook) {
  const { url, drop } = await freshDatabase()
  const opened = openDatabase(url, () => {}, 1, beforeCommit)
  onTestFinished(async () => {
    await opened.close()
    await drop()
  })
  await opened.pool.query('create table words (word text primary key, check (word <> $$bad$$))')
  return opened
}

const put = (db: DbOrTx, word: string) => db.execute(sql`insert into words values (${word})`)
const words = async ({ pool }: Awaited<ReturnType<typeof database>>) =>
  (await pool.query<{ word: string }>('select word from words order by word')).rows.map(({ word }) => word)

test('a transaction is stored with all that it asked for at last, in that order, and nothing of one that throws', async () => {
  let committed = 0
  const opened = await database((tx) => {
    void withCommit(tx, sql`update words set word = word || ' kept'`)
    return () => {
      committed += 1
    }
  })
  const value = await opened.db.transaction(async (tx) => {
    await withCommit(tx, sql`update words set word = word || ' seen'`)
    await put(tx, 'first')
    return 7
  })
  expect({ value, words: await words(opened), committed }).toEqual({
    value: 7,
    words: ['first seen kept'],
    committed: 1,
  })
  const undone = opened.db.transaction(async (tx) => {
    await put(tx, 'second')
    throw new Error('undo')
  })
  await expect(undone).rejects.toThrow('undo')
  expect({ words: await words(opened), committed }).toEqual({ words: ['first seen kept'], committed: 1 })
})

test('where there is no transaction, what is asked at last is asked at once', async () => {
  const opened = await database()
  await withCommit(opened.db, sql`insert into words values ('alone')`)
  expect(await words(opened)).toEqual(['alone'])
  await opened.db.transaction((tx) => put(tx, 'over'))
  await expect(withCommit(opened.db, sql`insert into words values ('bad')`)).rejects.toThrow()
})

test('what fails at last undoes the transaction and is told', async () => {
  const opened = await database()
  const failed = opened.db.transaction(async (tx) => {
    await put(tx, 'good')
    await withCommit(tx, sql`insert into words values ('bad')`)
    await withCommit(tx, sql`insert into words values ('good too')`)
  })
  await expect(failed).rejects.toMatchObject({ code: '23514' })
  expect(await words(opened)).toEqual([])
})

test('a fault that nobody minded stores nothing, and is not told as stored', async () => {
  let committed = 0
  const opened = await database(() => () => {
    committed += 1
  })
  const failed = opened.db.transaction(async (tx) => {
    await put(tx, 'good')
    await put(tx, 'bad').catch(() => {})
  })
  await expect(failed).rejects.toThrow('had failed before its commit')
  expect({ words: await words(opened), committed }).toEqual({ words: [], committed: 0 })
})

test('what is asked together is answered in order; when one fails, nothing of the rest outlives the transaction', async () => {
  const opened = await database()
  const both = await opened.db.transaction((tx) => pipelined([put(tx, 'one'), put(tx, 'two'), 'three']))
  expect([both[0].rowCount, both[1].rowCount, both[2]]).toEqual([1, 1, 'three'])
  const late = async (tx: DbOrTx) => {
    await tx.execute(sql`select 1`)
    await put(tx, 'late')
  }
  const refused = opened.db.transaction((tx) => pipelined([Promise.reject(new Error('refused')), late(tx)]))
  await expect(refused).rejects.toThrow('refused')
  expect(await words(opened)).toEqual(['one', 'two'])
})

test('a connection that is lost as a transaction begins costs that transaction and no connection', async () => {
  const opened = await database()
  const lost = opened.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`)
    await put(tx, 'never')
  })
  await expect(lost).rejects.toThrow()
  await opened.db.transaction((tx) => put(tx, 'next'))
  expect(await words(opened)).toEqual(['next'])
})
