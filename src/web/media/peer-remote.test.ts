import { describe, expect, test } from 'vitest'
import type { PeerState } from './peer-channel.ts'
import { watchRemote } from './peer-remote.ts'

const HEARD = { packets: 0, lost: 0, playedMs: 0, concealedMs: 0, frames: 0 }
const said = (picture: PeerState['picture'], sound: PeerState['sound'] = 'on'): PeerState => ({
  picture,
  sound,
  heard: HEARD,
})
const look = { flowing: true, said: said('showing') }

describe('what there is to see', () => {
  test('[C15] nothing before the first frame, then the picture', () => {
    const remote = watchRemote()
    expect(remote.look({ ...look, at: 0, framesDecoded: 0 }).picture).toBe('none')
    expect(remote.look({ ...look, at: 5000, framesDecoded: 0 }).picture).toBe('none')
    expect(remote.look({ ...look, at: 5100, framesDecoded: 1 }).picture).toBe('showing')
  })

  test('[C16] no new frame for more than a second is a frozen picture, which keeps the time of its last frame', () => {
    const remote = watchRemote()
    remote.look({ ...look, at: 0, framesDecoded: 1 })
    remote.look({ ...look, at: 100, framesDecoded: 2 })
    expect(remote.look({ ...look, at: 1100, framesDecoded: 2 }).picture).toBe('showing')
    expect(remote.look({ ...look, at: 1101, framesDecoded: 2 })).toMatchObject({ picture: 'frozen', lastFrameAt: 100 })
    expect(remote.look({ ...look, at: 9000, framesDecoded: 3 }).picture).toBe('showing')
  })

  test.each(['off', 'paused-for-sound', 'none'] as const)(
    '[C16] a picture that is %s is not called frozen',
    (picture) => {
      const remote = watchRemote()
      remote.look({ ...look, at: 0, framesDecoded: 9 })
      expect(remote.look({ ...look, at: 60_000, framesDecoded: 9, said: said(picture) }).picture).toBe(picture)
    },
  )

  test('[C16] a picture that comes back has a second for its first frame', () => {
    const remote = watchRemote()
    remote.look({ ...look, at: 0, framesDecoded: 9 })
    remote.look({ ...look, at: 8000, framesDecoded: 9, said: said('off') })
    expect(remote.look({ ...look, at: 8100, framesDecoded: 9 }).picture).toBe('none')
    expect(remote.look({ ...look, at: 8300, framesDecoded: 10 }).picture).toBe('showing')
  })

  test('[C15] a far side that has said nothing is judged by its frames', () => {
    const remote = watchRemote()
    expect(remote.look({ at: 0, flowing: true, framesDecoded: 3, said: null })).toMatchObject({
      picture: 'showing',
      sound: 'none',
    })
    expect(remote.look({ at: 2000, flowing: true, framesDecoded: 3, said: null }).picture).toBe('frozen')
  })

  test('[C2] while media may not flow there is nothing to see and nothing to hear', () => {
    const seen = watchRemote().look({ ...look, at: 0, flowing: false, framesDecoded: 5 })
    expect(seen).toMatchObject({ picture: 'none', sound: 'none' })
  })
})
