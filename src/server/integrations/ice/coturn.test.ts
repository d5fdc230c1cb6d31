import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openIce } from './coturn.ts'

const now = new Date('2026-06-01T09:00:00Z')
const turn = {
  urls: ['turn:turn.example.org:3478', 'turns:turn.example.org:443?transport=tcp'],
  secret: 'hush',
  lifetimeSeconds: 3600,
}

describe('[RT18] the servers that help two pages find a path', () => {
  test('nothing configured: none, and any path will do', () => {
    const ice = openIce({ stunUrls: [], turn: null, policy: 'all' })
    expect([ice.servers('a-call', now), ice.policy]).toEqual([[], 'all'])
  })

  test('TURN credentials name their end, and their password follows from the shared secret', () => {
    const ice = openIce({ stunUrls: ['stun:stun.example.org'], turn, policy: 'relay' })
    const [stun, relay] = ice.servers('a-call', now)
    expect(stun).toEqual({ urls: ['stun:stun.example.org'] })
    const username = `${now.getTime() / 1000 + 3600}:a-call`
    expect(relay).toEqual({
      urls: turn.urls,
      username,
      credential: createHmac('sha1', 'hush').update(username).digest('base64'),
    })
    expect(ice.policy).toBe('relay')
  })

  test('every call and every moment has its own; the secret itself is never given out', () => {
    const ice = openIce({ stunUrls: [], turn, policy: 'all' })
    const given = [ice.servers('a', now), ice.servers('b', now), ice.servers('a', new Date(now.getTime() + 1000))]
    expect(new Set(given.map((servers) => servers[0]?.credential)).size).toBe(3)
    expect(JSON.stringify(given)).not.toContain('hush')
  })
})
