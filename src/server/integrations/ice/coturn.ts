// STUN and TURN from configuration. TURN credentials follow coturn's `use-auth-secret` (the TURN REST draft): the name
// is `<expiry>:<holder>`, the password its HMAC-SHA1 under the shared secret, so the server keeps no list.
import { createHmac } from 'node:crypto'
import type { IceSource } from './port.ts'

export interface IceSettings {
  readonly stunUrls: readonly string[]
  readonly turn: {
    readonly urls: readonly string[]
    readonly secret: string | null
    readonly lifetimeSeconds: number
  } | null
  readonly policy: 'all' | 'relay'
}

export function openIce({ stunUrls, turn, policy }: IceSettings): IceSource {
  const relays: IceSource['relays'] = (holder, now, lifetimeSeconds) => {
    if (!turn?.secret) return []
    const username = `${Math.floor(now.getTime() / 1000) + lifetimeSeconds}:${holder}`
    const credential = createHmac('sha1', turn.secret).update(username).digest('base64')
    return [{ urls: [...turn.urls], username, credential }]
  }
  return {
    policy,
    relays,
    servers(holder, now) {
      const stun = stunUrls.length > 0 ? [{ urls: [...stunUrls] }] : []
      return [...stun, ...relays(holder, now, turn?.lifetimeSeconds ?? 0)]
    },
  }
}
