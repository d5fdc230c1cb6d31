import { expect, test } from 'vitest'
import { openBrowser } from '../../test/browser.ts'
import { emptyDatabase, freshDatabase } from '../../test/fresh-database.ts'
import { sampleAdministrator, setUp } from '../../test/people.ts'
import { serverForThisTest, startTestServer } from '../../test/server.ts'
import { readConfig } from './config.ts'
import { demoDefaults, sampleDefault } from './production.ts'
import { sampleToken } from './setup/service.ts'

test('[S19] a database with the sample clinic in it is for trying, one without it or without anything is not', async () => {
  const empty = await emptyDatabase()
  expect(await sampleDefault(empty.url, false)).toEqual([])
  await empty.drop()
  const database = await freshDatabase()
  const server = await startTestServer({ database: { ...database, drop: async () => {} } })
  await setUp(server)
  expect(await sampleDefault(database.url, false)).toEqual([])
  await sampleAdministrator(server)
  expect(await sampleDefault(database.url, false)).toEqual([expect.stringContaining('sample clinic')])
  await server.close()
  await database.drop()
  await expect(sampleDefault(database.url, false)).rejects.toThrow()
  expect(await sampleDefault(database.url, true)).toEqual([])
})

test('[S19] in production the sample clinic is neither made nor entered', async () => {
  const server = await serverForThisTest({ sample: false })
  const token = sampleToken(server.served().secret)
  for (const path of ['sample', 'sample/sign-in']) {
    const reply = await openBrowser(server).call('POST', `/api/open/${path}`, {
      token,
      email: 'amara@riverside.example',
    })
    expect([reply.status, reply.code]).toEqual([404, 'request/not-found'])
  }
  expect((await setUp(server)).me.role).toBe('administrator')
})

test('[S19] an identity provider without TLS is for trying', () => {
  const provider = { BEDSIDE_OIDC_CLIENT_ID: 'bedside', BEDSIDE_OIDC_CLIENT_SECRET: 'hush' }
  const told = (issuer: string) =>
    demoDefaults(readConfig({ ...provider, BEDSIDE_OIDC_ISSUER: issuer }, [])).filter((each) => each.includes('OIDC'))
  expect(told('http://localhost:8080/realms/staff')).toHaveLength(1)
  expect(told('https://login.harbour.example')).toEqual([])
})
