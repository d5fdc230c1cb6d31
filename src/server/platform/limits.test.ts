import { request } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { openBrowser } from '../../../test/browser.ts'
import { serverForThisTest } from '../../../test/server.ts'

/** The answer's headers; of its body nothing is taken. */
const headersOf = (url: string, method: string) =>
  new Promise<Record<string, unknown>>((resolve, reject) => {
    const asked = request(url, { method, agent: false }, (response) => {
      resolve(response.headers)
      response.destroy()
    })
    asked.once('error', reject)
    asked.end()
  })

test('[PR12] every route of the running server has a limit, and so has what is none', async () => {
  const server = await serverForThisTest({ rateLimits: true, metricsToken: 'a-token-of-26-characters!!' })
  const { routes, endpoints } = server.served()
  const all = routes.map(({ method, url }) => [method, url] as const)
  expect(all.length).toBeGreaterThan(endpoints.length + 10)
  const without: string[] = []
  for (const [method, url] of [...all, ['GET', '/no-such-page'], ['POST', '/api/open/no-such']] as const) {
    const address = server.url + url.replace(/:\w+/g, 'x').replace('*', 'x')
    const headers = await headersOf(address, method.split(',')[0] ?? 'GET')
    if (!(Number(headers['x-ratelimit-limit']) > 0)) without.push(`${method} ${url}`)
  }
  expect(without).toEqual([])
}, 60_000)

test('[PR13] who never ends a request, or keeps a connection for nothing, is cut off; a page’s socket is not', async () => {
  const server = await serverForThisTest({ patience: { headers: 300, request: 600, idle: 900, look: 100 } })
  const page = await openBrowser(server).connect('patient')
  const cutOff = (sent: string) =>
    new Promise<string>((resolve) => {
      let came = ''
      const line = connect(Number(new URL(server.url).port), '127.0.0.1', () => line.write(sent))
      line.on('data', (part) => {
        came += part.toString('latin1')
      })
      line.on('error', () => {})
      line.on('close', () => resolve(came))
    })
  const post = 'POST /api/open/setup HTTP/1.1\r\nhost: x\r\nx-bedside: 1\r\ncontent-type: application/json\r\n'
  const endless = [post, `${post}content-length: 100\r\n\r\n{`, `${post}transfer-encoding: chunked\r\n\r\n1\r\n{\r\n`]
  for (const reply of await Promise.all(endless.map((sent) => cutOff(sent)))) expect(reply).toMatch(/^HTTP\/1\.1 408 /)
  await cutOff('')
  expect(await page.say({ type: 'made-up' })).toMatchObject({ code: 'request/invalid' })
})
