// A line to the database that can be cut and mended: what a server sees when its database dies and comes back.
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'

export interface Line {
  /** The database at the other end, as it is reached through this line. */
  readonly url: string
  /** Ends what is connected and lets nobody in. */
  cut(): Promise<void>
  mend(): Promise<void>
}

export async function openLine(databaseUrl: string): Promise<Line> {
  const url = new URL(databaseUrl)
  const host = decodeURIComponent(url.hostname)
  const port = Number(url.port)
  const far = host.startsWith('/') ? { path: join(host, `.s.PGSQL.${port}`) } : { host, port }
  const ends = new Set<Socket>()
  const server = createServer((near) => {
    const there = connect(far)
    near.pipe(there).pipe(near)
    for (const end of [near, there]) {
      ends.add(end)
      end.on('error', () => {})
      end.once('close', () => {
        ends.delete(end)
        near.destroy()
        there.destroy()
      })
    }
  })
  const listen = async (at: number) => {
    server.listen(at, '127.0.0.1')
    await once(server, 'listening')
  }
  await listen(0)
  const here = (server.address() as AddressInfo).port
  return {
    url: `postgres://${url.username}${url.password ? `:${url.password}` : ''}@127.0.0.1:${here}${url.pathname}`,
    async cut() {
      server.close()
      for (const end of ends) end.destroy()
      if (server.listening) await once(server, 'close')
    },
    mend: () => listen(here),
  }
}
