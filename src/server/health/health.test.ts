import { expect, test } from 'vitest'
import { serverForThisTest } from '../../../test/server.ts'

test('[ME4] without its database the process lives, is not ready, and is ready again by itself', async () => {
  const server = await serverForThisTest({ cuttable: true })
  const ask = async (which: string) => (await fetch(`${server.url}/api/open/health${which}`)).status
  const all = async () => [await ask('/live'), await ask('/ready'), await ask('')]
  expect(await all()).toEqual([200, 200, 200])
  await server.line?.cut()
  expect(await all()).toEqual([200, 503, 503])
  await server.line?.mend()
  await expect.poll(all, { timeout: 20_000 }).toEqual([200, 200, 200])
})

test('[ME4] while no event is heard it is not ready, though the database answers', async () => {
  const server = await serverForThisTest()
  const deps = server.served().deps
  await deps.events.close()
  expect((await fetch(`${server.url}/api/open/health/ready`)).status).toBe(503)
  expect((await fetch(`${server.url}/api/open/health/live`)).status).toBe(200)
})

test('[S20] lines that are cut in the middle of transactions end no process', async () => {
  const server = await serverForThisTest({ cuttable: true })
  const { db } = server.served().deps
  const lost = Array.from({ length: 5 }, () =>
    db.transaction(async () => {
      await server.line?.cut()
    }),
  )
  for (const each of await Promise.allSettled(lost)) expect(each.status).toBe('rejected')
  await server.line?.mend()
  await expect
    .poll(async () => (await fetch(`${server.url}/api/open/health/ready`)).status, { timeout: 20_000 })
    .toBe(200)
})
