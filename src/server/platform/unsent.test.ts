import { EventEmitter } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { ServerMessage } from '#contract/realtime'
import { openClinic, waitingPatient } from '../../../test/clinic.ts'
import { serverForThisTest } from '../../../test/server.ts'
import { VISIT_COOKIE } from './caller.ts'
import { visitChannel } from './channels.ts'
import { type Connection, watchUnsent } from './unsent.ts'

const MB = 1024 * 1024

test('[RT21] a page that does not read is cut off; one that does hears everything', async () => {
  const server = await serverForThisTest()
  const clinic = await openClinic(server)
  const [deaf, hearing] = [await waitingPatient(clinic), await waitingPatient(clinic)]
  const { hub } = server.served().deps
  deaf.page.stopReading()
  const heard = (view: typeof deaf.opened): ServerMessage => ({
    type: 'visit',
    view: { ...view, phone: 'x'.repeat(2 * MB) },
  })
  let sent = 0
  // Beside the most there is what the two systems keep for a connection.
  for (; sent < 100 && hub.size() === 2; sent++) {
    hub.send(visitChannel(deaf.visitId), heard(deaf.opened))
    hub.send(visitChannel(hearing.visitId), heard(hearing.opened))
    await hearing.page.hear('visit', () => hearing.page.heard('visit').length > sent)
  }
  expect(hub.size()).toBe(1)
  expect(hearing.page.connected).toBe(true)
  expect(hearing.page.heard('visit').length).toBeGreaterThanOrEqual(sent)
})

test('[RT21] so is one that polls and fetches nothing', async () => {
  const server = await serverForThisTest()
  const clinic = await openClinic(server)
  const person = await waitingPatient(clinic)
  person.page.close()
  const headers = { cookie: `${VISIT_COOKIE}=${person.cookie(VISIT_COOKIE)}` }
  const address = `${server.url}/socket.io/?EIO=4&transport=polling`
  const { sid } = JSON.parse((await (await fetch(address, { headers })).text()).slice(1)) as { sid: string }
  const line = `${address}&sid=${sid}`
  const take = async () => (await fetch(line)).text()
  const give = (body: string) => fetch(line, { method: 'POST', body })
  await give('40{"as":"patient"}')
  await take()
  await give(
    `421["message",{"type":"patient.open","visitId":"${person.visitId}","pageId":"${person.page.pageId}","claim":true}]`,
  )
  for (let came = ''; !came.includes('431['); came = await take());
  const { hub } = server.served().deps
  const view = { ...person.opened, phone: 'x'.repeat(MB / 2) }
  for (let sent = 0; sent < 8; sent++) hub.send(visitChannel(person.visitId), { type: 'visit', view })
  expect(hub.size()).toBe(1)
  for (let sent = 0; sent < 2; sent++) hub.send(visitChannel(person.visitId), { type: 'visit', view })
  expect(hub.size()).toBe(0)
})

/** As engine.io's: what is written stays until `read`. */
function connection() {
  const emitter = new EventEmitter()
  const state = { bufferedAmount: 0, ended: false }
  const end = () => {
    state.ended = true
    emitter.emit('close')
  }
  const made = Object.assign(emitter, {
    transport: {
      name: 'websocket',
      socket: {
        terminate: end,
        get bufferedAmount() {
          return state.bufferedAmount
        },
      },
    },
    close: () => {},
  }) as unknown as Connection
  return {
    made,
    state,
    write(bytes: number) {
      emitter.emit('packetCreate', { data: 'x'.repeat(bytes) })
      emitter.emit('flush')
      state.bufferedAmount += bytes
    },
  }
}

test('[RT21] of all pages together, the one with the longest backlog goes first', async () => {
  const unsent = watchUnsent(1000, 1500)
  const [long, short, late] = [connection(), connection(), connection()]
  for (const each of [long, short, late]) unsent.watch(each.made)
  long.write(900)
  short.write(500)
  late.write(400)
  await turn()
  expect([long.state.ended, short.state.ended, late.state.ended]).toEqual([true, false, false])
  expect(unsent.total()).toBe(900)
})

test('[RT21] what was read meanwhile counts no more', () => {
  const unsent = watchUnsent(1000, 1500)
  const [one, other] = [connection(), connection()]
  for (const each of [one, other]) unsent.watch(each.made)
  one.write(900)
  one.state.bufferedAmount = 0
  other.write(900)
  one.write(500)
  expect([one.state.ended, other.state.ended]).toEqual([false, false])
})

test('[RT21] what finds nothing before it is sent whatever its size; the next one is not', () => {
  const unsent = watchUnsent(1000, 10_000)
  const one = connection()
  unsent.watch(one.made)
  one.write(3000)
  expect(one.state.ended).toBe(false)
  one.write(1)
  expect(one.state.ended).toBe(true)
})
