import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openClinic, waitingPatient } from '../../../test/clinic.ts'
import { serverForThisTest } from '../../../test/server.ts'

test('[RT2] a server that closes says nothing more of those whom it sends away', async () => {
  const server = await serverForThisTest()
  await waitingPatient(await openClinic(server))
  // Longer than an absence is forgiven.
  await server.restart(() => sleep(4500))
  expect(server.logLines.filter((line) => line.includes('presence'))).toEqual([])
})
