import { afterEach, describe, expect, test } from 'vitest'
import { openDevices } from './devices-open.ts'
import { openPeer } from './peer.ts'

// Node has neither: as a browser in which calls are switched off, and one in which they fail only once they are asked for.
const page = globalThis as { RTCPeerConnection?: unknown; MediaStream?: unknown }
const ticket = { callId: 'a', polite: false, iceServers: [], iceTransportPolicy: 'all' } as never

class Stream {}
class Refusing {
  constructor() {
    throw new DOMException('Cannot create so many PeerConnections', 'UnknownError')
  }
}

afterEach(() => {
  delete page.RTCPeerConnection
  delete page.MediaStream
})

describe('[CS45] a call that this browser cannot make', () => {
  test.each([
    ['switched off', undefined],
    ['failing once it is asked for', Refusing],
  ])('%s: its engine says so, carries nothing, and nothing throws', async (_, connection) => {
    page.MediaStream = Stream
    if (connection) page.RTCPeerConnection = connection
    const engine = openPeer(ticket, () => {})
    engine.setMediaEnabled(true)
    engine.setOutgoing({})
    engine.receive('b', { kind: 'candidate' } as never)
    engine.restart()
    expect(engine.state.get()).toMatchObject({ link: 'impossible', remotes: new Map() })
    engine.close()
    expect(engine.state.get().link).toBe('impossible')
  })

  test('is found out with camera and microphone, before anybody waits for it', async () => {
    const asked = { camera: { id: null, facing: null }, microphone: { id: null, voiceProcessing: true } } as const
    expect(await openDevices(asked)).toEqual({ camera: 'unsupported', microphone: 'unsupported' })
  })
})
