// The real server in a process of its own, for measuring: no rate limits, any free port, and it tells its memory when asked.
// Arguments: the database's URL.
import { serve } from '../dist/server/serve.js'
import { sampleToken } from '../dist/server/setup/service.js'
import { tellCost } from './tell-cost.mjs'

const print = (message, facts) => process.stderr.write(`server: ${message} ${JSON.stringify(facts ?? {})}\n`)
const log = { info() {}, warn: print, error: print }

const served = await serve(
  {
    databaseUrl: process.argv[2],
    host: '127.0.0.1',
    port: 0,
    https: null,
    trustProxy: false,
    rateLimits: false,
    ice: { stunUrls: [], turn: null, policy: 'all' },
  },
  log,
)
tellCost()
process.on('message', ({ type }) => {
  if (type === 'where') process.send({ type: 'at', port: served.port, sampleToken: sampleToken(served.secret) })
})
process.once('SIGTERM', () => served.close().finally(() => process.exit(0)))
