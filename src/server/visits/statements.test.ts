import { expect, test } from 'vitest'
import type { Me } from '#contract/people'
import { openClinic } from '../../../test/clinic.ts'
import { freshDatabase } from '../../../test/fresh-database.ts'
import { serverForThisTest } from '../../../test/server.ts'
import { countedDatabase } from '../../../test/statements.ts'
import { openPeopleService } from '../sessions/service.ts'
import { openSnapshots } from './snapshots.ts'

test('who somebody is, and all of their queues, are asked once and not once an area', async () => {
  const database = await freshDatabase()
  const server = await serverForThisTest({ database })
  const { here, elsewhere, area, elsewhereArea } = await openClinic(server)
  const { deps } = server.served()
  const { db, count } = countedDatabase(database.url)
  const { me } = openPeopleService({ ...deps, db })
  const [row] = await server.sql<{ id: string }>('select id from sessions where person_id = $1', [here.me.personId])
  expect(await count(() => me(here.me.personId, row?.id))).toBe(4)
  expect(await me(here.me.personId, row?.id)).toEqual((await here.call<Me>('GET', '/api/staff/me')).body)
  const snapshots = openSnapshots({ db, now: deps.now })
  const areaIds = [elsewhereArea.id, area.id]
  for (const some of [areaIds.slice(0, 1), areaIds]) expect(await count(() => snapshots.areas(some))).toBe(2)
  const [first, second] = await snapshots.areas(areaIds)
  expect([first?.queue.areaId, second?.queue.areaId]).toEqual(areaIds)
  expect(second?.queue.visits).toEqual((await snapshots.area(area.id)).queue.visits)
  await expect(snapshots.areas([elsewhere.me.personId])).rejects.toThrow('area/not-found')
  expect(await count(() => snapshots.areas([]))).toBe(0)
})
