// The newest arrives, whatever the network does.
import { expect, it } from 'vitest'
import { handClock, settled } from '../../../test/patient/made-up.ts'
import { Refusal } from '../net/api.ts'
import { latestValueSender } from './latest-value-sender.ts'

function newest() {
  const clock = handClock()
  const sent: string[] = []
  const fail = { with: null as Refusal | null }
  const one = latestValueSender<string>(async (value) => {
    sent.push(value)
    if (fail.with) throw fail.with
  }, clock.later)
  return { one, clock, sent, fail }
}

it('[GR8] is sent again until it is there, and only the newest', async () => {
  const { one, clock, sent, fail } = newest()
  fail.with = new Refusal('offline')
  one.send('first')
  await settled()
  one.send('second')
  await settled()
  expect(sent).toEqual(['first', 'second'])
  fail.with = null
  await clock.pass(60_000)
  expect(sent).toEqual(['first', 'second', 'second'])
  await clock.pass(60_000)
  expect(sent).toHaveLength(3)
})

it('[GR8] what comes while another is on its way follows it', async () => {
  const { one, sent } = newest()
  one.send('first')
  one.send('second')
  await settled()
  expect(sent).toEqual(['first', 'second'])
})

it('[GR8] is not sent again where it would be refused again, nor after the end', async () => {
  const { one, clock, sent, fail } = newest()
  fail.with = new Refusal('visit/already-ended')
  one.send('late')
  await settled()
  await clock.pass(60_000)
  expect(sent).toEqual(['late'])
  fail.with = new Refusal('offline')
  one.send('last')
  await settled()
  one.close()
  await clock.pass(60_000)
  expect(sent).toEqual(['late', 'last'])
})

it('[GR8] a connection that is back is used at once', async () => {
  const { one, sent, fail } = newest()
  fail.with = new Refusal('offline')
  one.send('kept')
  await settled()
  fail.with = null
  one.push()
  await settled()
  expect(sent).toEqual(['kept', 'kept'])
})
