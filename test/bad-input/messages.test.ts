import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ClientMessage } from '#contract/realtime'
import { PROBLEM_STATUS, type ProblemCode } from '#domain/problem'
import {
  type Clinic,
  join,
  openClinic,
  openConsole,
  openPatient,
  patientIn,
  staffIn,
  waitingPatient,
} from '../clinic.ts'
import type { Page } from '../page.ts'
import { startTestServer, type TestServer } from '../server.ts'
import { mutants } from './nasty.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

const HONEST: Record<ClientMessage['type'], (visitId: string, pageId: string, callId: string) => ClientMessage> = {
  'patient.open': (visitId, pageId) => ({ type: 'patient.open', visitId, pageId, claim: true, callId: null }),
  'patient.equipment': () => ({ type: 'patient.equipment', picture: 'off', sound: 'works' }),
  'staff.open': (_, pageId) => ({ type: 'staff.open', pageId }),
  'call.prepare': (visitId) => ({ type: 'call.prepare', visitId }),
  'call.attach': (visitId) => ({ type: 'call.attach', visitId, callId: null, claim: false }),
  'consultation.watch': (visitId) => ({ type: 'consultation.watch', visitId }),
  'call.leave': () => ({ type: 'call.leave', visitId: randomUUID() }),
  'call.release': (visitId) => ({ type: 'call.release', visitId, callId: randomUUID() }),
  'call.signal': (visitId, _, callId) => ({
    type: 'call.signal',
    visitId,
    callId,
    to: patientIn(visitId),
    payload: {
      description: { type: 'offer', sdp: 'v=0' },
      candidate: { candidate: 'x', sdpMid: '0', sdpMLineIndex: 0 },
    },
  }),
  'call.camera-request': (visitId, _, callId) => ({
    type: 'call.camera-request',
    visitId,
    callId,
    to: patientIn(visitId),
    ask: { id: randomUUID(), kind: 'torch-on' },
  }),
  'call.camera-answer': (visitId, _, callId) => ({
    type: 'call.camera-answer',
    visitId,
    callId,
    to: staffIn(visitId, clinic.here),
    cameraRequestId: randomUUID(),
    answer: 'done',
  }),
}

interface Speaker {
  readonly page: Page
  /** All that this page is to say. */
  readonly list: readonly unknown[]
}

/** Says all of the list, on as many pages as the limit on how much one page may say asks for. */
async function sayAll(open: () => Promise<Speaker>): Promise<void> {
  for (let at = 0; ; at += 150) {
    const { page, list } = await open()
    for (const said of list.slice(at, at + 150)) {
      const answer = await page.say(said)
      const about = JSON.stringify(said)?.slice(0, 300)
      if (answer.ok) continue
      expect(PROBLEM_STATUS, about).toHaveProperty([answer.code])
      expect(PROBLEM_STATUS[answer.code as ProblemCode], about).toBeLessThan(500)
      expect(answer.code, about).not.toBe('request/too-many')
    }
    expect(page.connected).toBe(true)
    page.close()
    if (at + 150 >= list.length) return
  }
}

const kindsOf = (all: readonly string[]) => [...new Set(all)]

describe('[RT14] whatever a message holds, it is refused or understood, and costs nobody else anything', () => {
  test.each(Object.entries(HONEST))('%s', async (type, honest) => {
    const patient = await waitingPatient(clinic)
    const watching = await openConsole(clinic.colleague)
    let watched = patient.page
    await sayAll(async () => {
      if (type.startsWith('patient')) {
        const { page } = await openPatient(patient)
        watched = page
        return { page, list: mutants(honest(patient.visitId, page.pageId, randomUUID())) }
      }
      const page = await openConsole(clinic.here)
      const { ticket } = await page.ask({ type: 'call.prepare', visitId: patient.visitId })
      if (type === 'call.camera-request') await join(clinic.here, page, patient.visitId, ticket.callId)
      if (type === 'call.camera-answer') {
        const answering = (await openPatient(patient)).page
        const again = await page.ask({ type: 'call.prepare', visitId: patient.visitId })
        watched = page
        return { page: answering, list: mutants(honest(patient.visitId, answering.pageId, again.ticket.callId)) }
      }
      return { page, list: mutants(honest(patient.visitId, page.pageId, ticket.callId)) }
    })
    expect([watching.connected, patient.page.connected]).toEqual([true, true])
    expect((await patient.page.say({ type: 'call.release', visitId: randomUUID(), callId: randomUUID() })).ok).toBe(
      true,
    )
    expect((await watching.say({ type: 'staff.open', pageId: watching.pageId })).ok).toBe(true)
    if (type === 'call.signal') expect(watched.heard('call.signal').length).toBeGreaterThan(10)
    // Of these next to nothing may vary, so next to nothing of the broken ones is passed on.
    if (type === 'call.camera-request')
      expect(kindsOf(watched.heard('call.camera-request').map(({ ask }) => ask.kind))).toEqual(['torch-on'])
    if (type === 'call.camera-answer')
      expect(kindsOf(watched.heard('call.camera-answer').map(({ answer }) => answer))).toEqual(['done'])
  })

  test('no type, an unknown type, the names of what every object has', async () => {
    const types = [
      undefined,
      null,
      1,
      '',
      'visit',
      'constructor',
      '__proto__',
      'toString',
      { toString: 1 },
      ['call.signal'],
    ]
    await sayAll(async () => ({ page: await clinic.here.socket(), list: types.map((type) => ({ type })) }))
  })
})

test('[PR6] a message that is nested without end is refused, whatever else it holds', async () => {
  const page = await clinic.here.socket()
  const nested = JSON.parse(`${'['.repeat(1000)}${']'.repeat(1000)}`)
  const said = { type: 'call.release', visitId: randomUUID(), callId: randomUUID(), nested }
  expect(await page.say(said)).toMatchObject({ ok: false, code: 'request/invalid' })
  expect((await page.say({ ...said, nested: [[]] })).ok).toBe(true)
  expect((await page.say({ ...said, nested: `"${'['.repeat(1000)}` })).ok).toBe(true)
})

test('[RT14] bytes that are no message end at most the connection that sent them', async () => {
  const watching = await openConsole(clinic.colleague)
  const address = `${server.url}/socket.io/?EIO=4&transport=polling`
  const deep = `42["message",${'['.repeat(20_000)}${']'.repeat(20_000)}]`
  const packets = [
    '42',
    '42[',
    '42["message"',
    '42{"a":1}',
    '42[1]',
    '42["message",]',
    deep,
    '451-["message",{"_placeholder":true,"num":9}]',
  ]
  const more = [
    '40/other,',
    '40null',
    '40[]',
    '99',
    '\0',
    'x'.repeat(50_000),
    '43[',
    '41',
    '2probe',
    '451-["message",{}]\u001eb4AA=',
  ]
  for (const packet of [...packets, ...more]) {
    const opened = await (await fetch(address)).text()
    const { sid } = JSON.parse(opened.slice(1)) as { sid: string }
    await fetch(`${address}&sid=${sid}`, { method: 'POST', body: '40{"as":"staff"}' })
    await fetch(`${address}&sid=${sid}`, { method: 'POST', body: packet }).catch(() => {})
    await fetch(`${address}&sid=${sid}`).then((response) => response.text())
  }
  for (const query of [
    '',
    '?EIO=4',
    '?EIO=4&transport=none',
    '?EIO=4&transport=polling&sid=%00',
    '?EIO=x&transport=polling',
  ])
    expect((await fetch(`${server.url}/socket.io/${query}`)).status).toBe(400)
  expect((await watching.say({ type: 'staff.open', pageId: watching.pageId })).ok).toBe(true)
  expect(watching.connected).toBe(true)
})

test('[RT14] a message beyond 100 kB ends its own connection; the others hear nothing of it', async () => {
  const watching = await openConsole(clinic.colleague)
  const page = await clinic.here.socket()
  const ended = page.ended()
  void page.say({ type: 'staff.open', pageId: 'x'.repeat(150_000) }).catch(() => {})
  await ended
  expect((await watching.say({ type: 'staff.open', pageId: watching.pageId })).ok).toBe(true)
  expect(watching.connected).toBe(true)
})

test('[RT15] who says too much at once is told so; everybody else is answered as ever', async () => {
  const watching = await openConsole(clinic.colleague)
  const page = await openConsole(clinic.here)
  const answers = await Promise.all(
    Array.from({ length: 300 }, () => page.say({ type: 'call.release', visitId: randomUUID(), callId: randomUUID() })),
  )
  const refused = answers.filter((answer) => !answer.ok && answer.code === 'request/too-many')
  expect(refused.length).toBeGreaterThan(50)
  expect(answers.length - refused.length).toBeGreaterThanOrEqual(200)
  expect((await watching.say({ type: 'staff.open', pageId: watching.pageId })).ok).toBe(true)
})

test('[RT14] of all that nothing was a fault', () => {
  expect(server.logLines.filter((line) => line.includes('"fault"'))).toEqual([])
})
