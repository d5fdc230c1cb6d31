import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { act, openClinic, openConsole, waitingPatient } from '../../../test/clinic.ts'
import { nextArrival, patient } from '../../../test/people.ts'
import { serverForThisTest } from '../../../test/server.ts'
import { problemOf } from './failure.ts'

test('[PR7] [RN7] a fault of ours: the caller learns that it was one, the log where it was, nobody whose data it was', async () => {
  const server = await serverForThisTest()
  const clinic = await openClinic(server)
  const person = await waitingPatient(clinic)
  const console = await openConsole(clinic.here)
  // The database will quote the whole row in its error.
  await server.sql("alter table visit_details add constraint broken check (first_name = 'nobody') not valid")
  await server.sql("alter table messages add constraint broken check (body = 'nothing') not valid")
  const typed = nextArrival()
  const arrival = await person.call('POST', `/api/open/areas/${clinic.area.slug}/visits`, typed)
  const message = await act(clinic.here, person.visitId, 'messages', { id: randomUUID(), text: 'Quillfeather asked' })
  await server.sql('alter table consultations rename to gone')
  const prepared = await console.say({ type: 'patient.open', pageId: console.pageId, claim: true })
  const attached = await console.say({ type: 'call.attach', visitId: person.visitId, callId: null, claim: true })
  expect([prepared.ok, attached.ok]).toEqual([false, false])
  for (const reply of [arrival, message]) {
    expect([reply.status, reply.code]).toEqual([500, 'server/fault'])
    expect(reply.body).toEqual({
      type: 'urn:bedside:problem:server/fault',
      title: 'server/fault',
      status: 500,
      code: 'server/fault',
      detail: {},
    })
  }
  const faults = server.logLines.filter((line) => line.includes('"fault"'))
  expect(faults.length).toBeGreaterThanOrEqual(2)
  expect(faults.join()).toContain('/api/open/areas/:slug/visits')
  expect(faults.join()).toContain('23514')
  for (const line of server.logLines) {
    expect(line).not.toMatch(/zeph|quill/i)
    for (const text of [typed.dateOfBirth, typed.phone, person.typed.phone, 'asked']) expect(line).not.toContain(text)
  }
})

test('[PR8] the database is away for a moment: "busy", and everything goes on when it is back', async () => {
  const server = await serverForThisTest({ cuttable: true })
  const clinic = await openClinic(server)
  const person = await waitingPatient(clinic)
  await server.line?.cut()
  const away = await person.call('GET', '/api/patient/visit')
  expect([away.status, away.code]).toEqual([503, 'server/busy'])
  expect(await person.page.say({ type: 'patient.equipment', picture: 'off', sound: 'off' })).toMatchObject({
    ok: false,
    code: 'server/busy',
  })
  await server.line?.mend()
  await expect.poll(async () => (await person.call('GET', '/api/patient/visit')).status).toBe(200)
  // Events are heard again as well: somebody new is seen by an open page.
  const console = await openConsole(clinic.here)
  await expect.poll(() => server.logLines.some((line) => line.includes('listening again'))).toBe(true)
  const next = await patient(server, clinic.area)
  await console.hear('area', ({ view }) => view.visits.some(({ id }) => id === next.visitId))
  expect(person.page.connected).toBe(true)
})

test('[PR8] a body whose sender hangs up says nothing of the database', async () => {
  const warned: string[] = []
  const log = {
    info() {},
    warn: (words: string) => void warned.push(words),
    error: (words: string) => void warned.push(words),
  }
  const told = new Promise<unknown>((resolve) => {
    const server = createServer((request) => {
      request.on('error', (error) => {
        server.close()
        resolve(error)
      })
      request.once('data', () => line?.destroy())
    })
    let line: Socket | undefined
    server.listen(0, '127.0.0.1', () => {
      line = connect((server.address() as AddressInfo).port, '127.0.0.1')
      line.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nx')
    })
  })
  expect(problemOf(await told, 'here', log).code).toBe('request/invalid')
  expect(warned).toEqual([])
})
