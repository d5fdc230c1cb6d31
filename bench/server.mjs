// The real server in a process of its own, for measuring: no rate limits, any free port, and it tells its memory when asked.
// Arguments: the database's URL, the address to listen on, and other settings as JSON.
import { serve } from '../dist/server/serve.js'
import { sampleToken } from '../dist/server/setup/service.js'
import { tellCost } from './tell-cost.mjs'

const print = (message, facts) => process.stderr.write(`server: ${message} ${JSON.stringify(facts ?? {})}\n`)
const log = { info() {}, warn: print, error: print }

const served = await serve(
  {
    databaseUrl: process.argv[2],
    host: process.argv[3] ?? '127.0.0.1',
    port: 0,
    https: null,
    trustProxy: false,
    rateLimits: false,
    ice: { stunUrls: [], turn: null, policy: 'all' },
    ...JSON.parse(process.argv[4] ?? '{}'),
  },
  log,
)
tellCost()
process.on('message', async ({ type }) => {
  if (type === 'where') process.send({ type: 'at', port: served.port })
  if (type === 'sample') process.send({ type: 'sample-is', clinic: await sampleClinic() })
})

/** Over HTTP, as a person gets it; asked from here, because nobody else may be able to reach this address. */
async function sampleClinic() {
  const reply = await fetch(`http://127.0.0.1:${served.port}/api/open/sample`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-bedside': '1' },
    body: JSON.stringify({ token: sampleToken(served.secret) }),
  })
  return reply.json()
}
process.once('SIGTERM', () => served.close().finally(() => process.exit(0)))
