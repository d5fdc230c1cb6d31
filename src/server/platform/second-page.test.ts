import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

function open(): Socket {
  const socket = io(server.url, {
    auth: { as: 'staff' },
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
  })
  onTestFinished(() => void socket.close())
  return socket
}
const once = (socket: Socket, event: string) => new Promise<void>((resolve) => void socket.once(event, () => resolve()))

/** What a page says to close and to open on the line that it has: packets of socket.io. */
const CLOSE = '1'
const OPEN = '0{"as":"staff"}'
const live = async () => (await fetch(`${server.url}/api/open/health/live`)).status

test('[RT14] a line that opens twice, at once or later, costs itself its connection and nobody else anything', async () => {
  const [bystander, later, atOnce] = [open(), open(), open()]
  atOnce.io.on('open', () => {
    for (const packet of [OPEN, CLOSE, OPEN]) atOnce.io.engine.write(packet)
  })
  await Promise.all([bystander, later].map((socket) => once(socket, 'connect')))
  const over = once(later, 'disconnect')
  later.io.engine.write(CLOSE)
  // It has been heard by the time that something later is answered.
  await live()
  later.io.engine.write(OPEN)
  await over
  expect(await live()).toBe(200)
  expect(bystander.connected).toBe(true)
  const next = open()
  await once(next, 'connect')
  expect(next.connected).toBe(true)
})
