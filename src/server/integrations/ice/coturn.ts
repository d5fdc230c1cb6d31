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

export function openIce(settings: IceSettings): IceSource {
  return {
    policy: settings.policy,
    servers(holder, now) {
      const servers: ReturnType<IceSource['servers']> = []
      if (settings.stunUrls.length > 0) servers.push({ urls: [...settings.stunUrls] })
      const { turn } = settings
      if (turn?.secret) {
        const username = `${Math.floor(now.getTime() / 1000) + turn.lifetimeSeconds}:${holder}`
        const credential = createHmac('sha1', turn.secret).update(username).digest('base64')
        servers.push({ urls: [...turn.urls], username, credential })
      }
      return servers
    },
  }
}
