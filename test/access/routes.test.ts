// Everything that the server answers over HTTP. Sockets are no routes: each of their messages is tried in messages.test.ts.
import { expect, test } from 'vitest'
import { serverForThisTest } from '../server.ts'

/** Pages carry what anybody may read, and so do their files, which in tests are two. */
const PAGES = [
  '/at/:slug',
  '/v/:secret',
  '/a/:code',
  '/check',
  '/stop',
  '/',
  '/a',
  '/setup',
  '/sample',
  '/staff',
  '/staff/*',
]
const FILES = ['/patient.html', '/staff.html']
/** For operators, by a token of their own. */
const FIGURES = '/metrics'

test('[AC1] every route comes from endpoint(), but pages, their files and the figures for operators', async () => {
  const server = await serverForThisTest({ metricsToken: 'a token of many letters' })
  const { routes, endpoints } = server.served()
  const others = routes.filter(({ byEndpoint }) => !byEndpoint)
  expect([...new Set(others.map(({ url }) => url))].sort()).toEqual([...PAGES, ...FILES, FIGURES].sort())
  expect(others.filter(({ method }) => !/^(GET|HEAD|HEAD,GET)$/.test(method))).toEqual([])
  const made = routes.filter(({ byEndpoint, method }) => byEndpoint && method !== 'HEAD')
  expect(made.map(({ method, url }) => `${method} ${url}`).sort()).toEqual(
    endpoints.map(({ method, url }) => `${method} ${url}`).sort(),
  )
})
