// A website of somebody else: one page, on an address of its own, with as strict a policy as websites have.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { onTestFinished } from 'vitest'

/** Its address. `allowed`: what the page may load scripts from and ask, besides nothing. It ends with the test. */
export async function openWebsite(body: string, allowed: string): Promise<string> {
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/' ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; script-src ${allowed}; connect-src ${allowed}`,
      'set-cookie': 'website=1',
    })
    response.end(`<!doctype html><html lang="en"><title>A website</title>${body}`)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  // By a name, so that it is another site than the product's number.
  return `http://localhost:${typeof address === 'object' && address ? address.port : 0}`
}
