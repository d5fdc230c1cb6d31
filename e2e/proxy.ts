// A hospital's proxy as practitioners meet it: plain requests pass, WebSockets do not.
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { Socket } from 'node:net'

export interface Proxy {
  readonly url: string
  close(): Promise<void>
}

/** `refuses` answers an upgrade with 403; `swallows` never answers it. */
export async function startProxy(target: string, manner: 'refuses' | 'swallows'): Promise<Proxy> {
  const { hostname, port } = new URL(target)
  const open = new Set<Socket>()
  const server = createServer((asked, reply) => {
    const onward = request(
      { hostname, port, method: asked.method, path: asked.url, headers: asked.headers },
      (answer) => {
        reply.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(reply)
      },
    )
    onward.on('error', () => reply.destroy())
    reply.on('close', () => onward.destroy())
    asked.pipe(onward)
  })
  server.on('connection', (socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
  server.on('upgrade', (_, socket) => {
    socket.on('error', () => {})
    if (manner === 'refuses') socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n')
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  const address = server.address()
  return {
    url: `http://localhost:${typeof address === 'object' && address ? address.port : 0}`,
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
