import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { CarrierReport } from '#domain/notification'
import { SMPP, type SmppServer, startSmpp } from '../../../../test/carriers/smpp-server.ts'
import { openSmpp } from './smpp.ts'

let centre: SmppServer
beforeAll(async () => {
  centre = await startSmpp()
})
afterAll(() => centre.close())

const open = (change: Partial<Parameters<typeof openSmpp>[0]> = {}) => {
  const channel = openSmpp({ ...SMPP, url: centre.url, patienceMs: 500, ...change })
  onTestFinished(() => channel.close())
  return channel
}
const message = (text: string) => ({ id: 'x', channel: 'sms' as const, to: '+447700900123', subject: '', text })

test.each([
  ['of the 7-bit alphabet', `Zoè, £5 @ 10:30 {€} ${'a'.repeat(120)}`, 1, 0],
  ['of the 7-bit alphabet, long', `${'a'.repeat(152)}€${'b'.repeat(200)}`, 3, 0],
  ['in another script', 'Łódź, Ω and 😀', 1, 8],
  ['in another script, long', `${'ł'.repeat(66)}😀 عائشة ${'b'.repeat(80)}`, 3, 8],
])('[CH12] a text %s arrives whole, in as many parts as are counted', async (_, text, parts, coding) => {
  expect(await open().deliver(message(text))).toMatchObject({ kind: 'sent' })
  expect(centre.taken.at(-1)).toMatchObject({ to: '+447700900123', from: '441632960000', text, parts, coding })
})

test('[CH12] a wrong password sends nothing, and is tried again', async () => {
  const before = centre.taken.length
  expect(await open({ password: 'guess' }).deliver(message('x'))).toEqual({
    ...{ kind: 'failed', fault: 'smpp 14', lasting: false },
  })
  expect(centre.taken).toHaveLength(before)
})

test('[CH12] a part that is refused after another one went leaves doubt', async () => {
  centre.next(null, 400)
  expect(await open().deliver(message('a'.repeat(200)))).toMatchObject({ kind: 'uncertain', fault: 'smpp 11' })
})

test('[CH13] receipts and what comes in are heard, again until they are known, and after the line was cut', async () => {
  const channel = open()
  const heard: CarrierReport[] = []
  let unknown = 1
  channel.onReport?.(async (report) => {
    heard.push(report)
    unknown -= 1
    return unknown < 0
  })
  const sent = await channel.deliver(message('Hello'))
  const reference = sent.kind === 'sent' ? sent.reference : null
  const text = `id:${reference} sub:001 dlvrd:001 submit date:2606010900 done date:2606010901 stat:DELIVRD err:000 text:Hello`
  await centre.deliver({ esm_class: 4, source_addr: '447700900123', short_message: { message: text } })
  expect(heard).toEqual([
    { kind: 'delivered', reference },
    { kind: 'delivered', reference },
  ])
  const binds = centre.binds()
  centre.cut()
  await expect.poll(() => centre.binds(), { timeout: 15_000 }).toBe(binds + 1)
  await pause(50)
  await centre.deliver({ esm_class: 4, short_message: { message: `id:${reference} stat:UNDELIV err:001` } })
  await centre.deliver({ source_addr: '447700900123', short_message: { message: 'STOP' } })
  expect(heard.slice(2)).toEqual([
    { kind: 'failed', reference, fault: 'smpp UNDELIV' },
    { kind: 'came-in', from: '447700900123', text: 'STOP' },
  ])
}, 30_000)
