import { test } from 'vitest'
import { openClinic, openConsole } from '../../../test/clinic.ts'
import { patient } from '../../../test/people.ts'
import { serverForThisTest } from '../../../test/server.ts'

test('[RT3] a page that never connects after arriving is away before long, and no ghost', async () => {
  const clinic = await openClinic(await serverForThisTest())
  const console = await openConsole(clinic.here)
  await patient(clinic.server, clinic.area)
  await console.hear('area', ({ view }) => view.visits[0]?.awaySince === null)
  await console.hear('area', ({ view }) => typeof view.visits[0]?.awaySince === 'number')
})
