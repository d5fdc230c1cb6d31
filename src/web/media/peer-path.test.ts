import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type PathWatch, watchPath } from './peer-path.ts'

/** A connection that says what the test wants, and a page that can be hidden. */
class Connection extends EventTarget {
  iceConnectionState: RTCIceConnectionState = 'new'
  connectionState: RTCPeerConnectionState = 'new'
  remoteDescription: object | null = null
}
const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
const world = new EventTarget()

let connection: Connection
let negotiation: { asked: number; unanswered: boolean; offerAgain(): void }
let path: PathWatch
let changes: number

beforeEach(() => {
  vi.stubGlobal('window', world)
  vi.stubGlobal('document', page)
  connection = new Connection()
  negotiation = {
    asked: 0,
    unanswered: false,
    offerAgain() {
      this.asked++
    },
  }
  changes = 0
  path = watchPath(connection as never, negotiation, () => changes++)
})
afterEach(() => {
  path.close()
  vi.unstubAllGlobals()
})

/** Time goes on in steps of 100 ms from `from`; with `heard` something comes all the while. */
function pass(from: number, ms: number, heard = false): number {
  let at = from
  for (; at < from + ms; at += 100) {
    if (heard) path.heard(at)
    path.tick(at, 1000)
  }
  return at
}
function connected(at = 0) {
  connection.iceConnectionState = 'connected'
  path.heard(at)
  path.tick(at, 1000)
}

test('[C6] a path is being prepared until it stands once', () => {
  expect(path.link).toBe('preparing')
  pass(0, 20_000)
  expect([path.link, negotiation.asked]).toEqual(['preparing', 0])
  connected(20_000)
  expect(path.link).toBe('ready')
})

test('[C3] a first offer that is under way is not replaced when the page mends its lines; a lost path is offered anew', () => {
  negotiation.unanswered = true
  path.restart(0)
  expect(negotiation.asked).toBe(0)
  negotiation.unanswered = false
  path.restart(100)
  expect(negotiation.asked).toBe(1)
  connected(200)
  negotiation.unanswered = true
  path.restart(300)
  expect(negotiation.asked).toBe(2)
})

test('[C6] a first path that was agreed on and does not come about is looked for anew, again and again', () => {
  connection.iceConnectionState = 'checking'
  negotiation.unanswered = true
  connection.remoteDescription = {}
  let at = pass(0, 20_000)
  expect(negotiation.asked).toBe(0)
  negotiation.unanswered = false
  at = pass(at, 6000)
  expect(negotiation.asked).toBe(0)
  at = pass(at, 6000)
  expect([path.link, negotiation.asked]).toEqual(['preparing', 1])
  at = pass(at, 6000)
  expect(negotiation.asked).toBe(2)
  connected(at)
  pass(at, 20_000, true)
  expect([path.link, negotiation.asked]).toEqual(['ready', 2])
})

test('[C6] silence on a path that the browser calls lost is a lost path; a new one is looked for after a second, and again', () => {
  connected()
  connection.iceConnectionState = 'disconnected'
  const at = pass(0, 1200)
  expect([path.link, negotiation.asked, changes]).toEqual(['reconnecting', 0, 2])
  const later = pass(at, 1000)
  expect(negotiation.asked).toBe(1)
  pass(later, 6100)
  expect(negotiation.asked).toBe(3)
})

test('[C6] a path on which something comes is not lost, whatever the browser calls it', () => {
  connected()
  connection.iceConnectionState = 'disconnected'
  pass(0, 10_000, true)
  expect([path.link, negotiation.asked]).toEqual(['ready', 0])
})

test('[C6] a path that carries again by itself is ready at once and asks for nothing', () => {
  connected()
  connection.iceConnectionState = 'disconnected'
  const at = pass(0, 1800)
  path.heard(at)
  path.tick(at, 1000)
  expect([path.link, negotiation.asked]).toEqual(['ready', 0])
})

test('[C6] long silence is a lost path though the browser has not noticed', () => {
  connected()
  pass(0, 1700)
  expect(path.link).toBe('reconnecting')
})

test('[C6] a failed path is not waited for', () => {
  connected()
  connection.iceConnectionState = 'failed'
  pass(0, 1300)
  expect(negotiation.asked).toBe(1)
})

test('[C6] the network, the server and the person coming back each set off a search at once, unless the path carries', () => {
  connected()
  path.heard(performance.now())
  path.restart(performance.now())
  world.dispatchEvent(new Event('online'))
  expect(negotiation.asked).toBe(0)
  path.restart(performance.now() + 5000)
  expect(negotiation.asked).toBe(1)
  negotiation.unanswered = true
  world.dispatchEvent(new Event('online'))
  expect(negotiation.asked).toBe(2)
  page.dispatchEvent(new Event('visibilitychange'))
  expect(negotiation.asked).toBe(2)
})

test('[C6] a closed engine looks for nothing any more', () => {
  connected()
  path.close()
  world.dispatchEvent(new Event('online'))
  connection.connectionState = 'closed'
  path.restart(performance.now() + 60_000)
  expect(negotiation.asked).toBe(0)
})
