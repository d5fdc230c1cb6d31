// A line to the database that can be cut and mended: what a server sees when its database dies and comes back.
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'

export interface Line {
  /** The database at the other end, as it is reached through this line. */
  readonly url: string
  /**
   * From now on nothing passes on the connections that are there, and nobody is told: a firewall that forgot them. With a
   * name, on those alone that gave it (`application_name`). New ones pass, or with `forNew` are silent as well.
   */
  silence(name?: string, forNew?: boolean): void
  /** New connections pass again. Those that fell silent stay so. */
  speak(): void
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
  const passing = new Map<Socket, { there: Socket; said: string }>()
  let isSilent = (_said: string) => false
  const server = createServer((near) => {
    const there = connect(far)
    // Its name is in the first that a client says.
    near.once('data', (first) => {
      const said = first.toString('latin1')
      if (isSilent(said)) return near.resume()
      passing.set(near, { there, said })
      there.write(first)
      near.pipe(there).pipe(near)
    })
    for (const end of [near, there]) {
      ends.add(end)
      end.on('error', () => {})
      end.once('close', () => {
        ends.delete(end)
        passing.delete(near)
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
    silence(name, forNew = false) {
      const meant = (said: string) => name === undefined || said.includes(`application_name\0${name}\0`)
      if (forNew) isSilent = meant
      for (const [near, { there, said }] of passing) {
        if (!meant(said)) continue
        near.unpipe(there)
        there.unpipe(near)
        near.resume()
        there.resume()
      }
    },
    speak() {
      isSilent = () => false
    },
    async cut() {
      server.close()
      for (const end of ends) end.destroy()
      if (server.listening) await once(server, 'close')
    },
    mend: () => listen(here),
  }
}
