import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../../test/browser.ts'
import { act, type Clinic, openClinic, openConsole, waitingPatient } from '../../../test/clinic.ts'
import { patient } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

const TOKEN = 'a-token-of-26-characters!!'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer({ metricsToken: TOKEN })
  clinic = await openClinic(server)
})
afterAll(() => server.close())

const read = (authorization?: string) =>
  fetch(`${server.url}/metrics`, authorization ? { headers: { authorization } } : {})

async function figures(): Promise<string> {
  const response = await read(`Bearer ${TOKEN}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('text/plain')
  expect(response.headers.get('cache-control')).toBe('no-store')
  return response.text()
}

test('[ME1] it is not there unless it was switched on', async () => {
  const plain = await startTestServer()
  expect((await fetch(`${plain.url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(404)
  await plain.close()
})

test('[ME1] nobody reads it without the token, whoever they are', async () => {
  for (const authorization of [
    undefined,
    TOKEN,
    `Bearer ${TOKEN}x`,
    'Bearer ',
    `bearer ${TOKEN}`,
    `Basic ${btoa(TOKEN)}`,
  ]) {
    const response = await read(authorization)
    expect([response.status, await response.text()]).toEqual([401, expect.stringContaining('access/sign-in-needed')])
  }
  expect((await clinic.administrator.call('GET', '/metrics')).status).toBe(401)
})

test('[ME2] requests by route, messages by type, pages, patients by area, the pool, the loop', async () => {
  const person = await waitingPatient(clinic)
  await patient(server, clinic.area)
  const console = await openConsole(clinic.here)
  await act(clinic.here, person.visitId, 'join', { pageId: console.pageId, callId: null })
  await act(clinic.colleague, person.visitId, 'hold')
  await console.say({ type: 'call.prepare', visitId: 'x' })
  await console.say({ type: 'made-up' })
  const text = await figures()
  for (const line of [
    'bedside_http_request_seconds_count{method="POST",route="/api/staff/visits/:visitId/join",status="2xx"} 1',
    'bedside_http_request_seconds_count{method="POST",route="/api/staff/visits/:visitId/hold",status="4xx"} 1',
    'bedside_socket_message_seconds_count{type="patient.open",outcome="done"} 1',
    'bedside_socket_message_seconds_count{type="call.prepare",outcome="refused"} 1',
    'bedside_socket_message_seconds_count{type="unknown",outcome="refused"} 1',
    'bedside_open_pages 2',
    `bedside_patients{area="${clinic.area.id}",status="waiting",away="false"} 1`,
    `bedside_patients{area="${clinic.area.id}",status="being-seen",away="false"} 1`,
  ])
    expect(text).toContain(line)
  expect(text).toMatch(/bedside_database_connections\{state="idle"\} \d/)
  expect(text).toMatch(/bedside_audit_unchained \d/)
  expect(text).toMatch(/nodejs_eventloop_lag_seconds \d/)
})

test('[LV3] [LV9] [LV11] [LV12] whether events are heard, which timers fail, whether clocks are believed, and whether it stores', async () => {
  const text = await figures()
  for (const line of [
    'bedside_events_heard 1',
    'bedside_events_reconnects 0',
    'bedside_clock_ahead_seconds 0',
    'bedside_clock_trusted 1',
    'bedside_database_stores 1',
  ])
    expect(text).toContain(line)
  const name = 'made to fail'
  server.served().deps.timers.start([{ name, everyMs: 60_000, run: () => Promise.reject(new Error('no')) }])
  await expect.poll(figures).toContain(`bedside_timer_failures{timer="${name}"} 1`)
})

test('[ME3] no label holds what somebody typed, nor who it was', async () => {
  const person = await waitingPatient(clinic)
  await openBrowser(server).call('GET', `/at/${person.typed.lastName}`)
  await openBrowser(server).call('GET', `/api/open/areas/${person.typed.lastName}`)
  await openBrowser(server).call('GET', `/${person.typed.lastName}`)
  await person.page.say({ type: person.typed.lastName })
  const text = await figures()
  for (const trace of [...person.traces, person.visitId, 'Priya', clinic.area.slug]) expect(text).not.toContain(trace)
})
