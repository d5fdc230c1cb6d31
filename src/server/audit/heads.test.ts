import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { folderForThisTest } from '../../../test/folder.ts'
import { setUp } from '../../../test/people.ts'
import { serverForThisTest } from '../../../test/server.ts'
import { headFile } from '../integrations/heads/file.ts'
import { headWebhook } from '../integrations/heads/webhook.ts'
import { verifyAudit } from '../platform/audit/verify.ts'
import { openHeadTeller } from './heads.ts'

const SECRET = 'a secret of the webhook'

/** Another server, which takes what it is sent once `status` is 200. */
async function keeper() {
  const got: { body: string; signature: string }[] = []
  const answer = { status: 200 }
  const server = createServer((request, reply) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      if (answer.status === 200) got.push({ body, signature: String(request.headers['bedside-signature']) })
      reply.writeHead(answer.status).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/heads`, got, answer }
}

test('[AU19] the end of the chain is told whenever it moved: to the log, to a file, and signed to another server', async () => {
  const server = await serverForThisTest()
  const [there, folder] = [await keeper(), await folderForThisTest()]
  const file = join(folder, 'heads')
  const { deps } = server.served()
  const { tell } = openHeadTeller({ ...deps, heads: [headFile(file), headWebhook(there.url, SECRET)] })
  const logged = () => server.logLines.filter((line) => line.includes('"msg":"audit head"')).length
  await setUp(server)
  await deps.audit.settle()
  const before = logged()
  await tell()
  await tell()
  const head = await deps.audit.head()
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual([{ at: server.clock.now().toISOString(), ...head }])
  expect(logged()).toBe(before + 1)
  const [{ body, signature }] = there.got as [{ body: string; signature: string }]
  expect([there.got.length, JSON.parse(body)]).toEqual([1, JSON.parse(lines[0] ?? '')])
  const [, seconds, hmac] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? []
  expect(Number(seconds)).toBe(Math.floor(server.clock.now().getTime() / 1000))
  expect(hmac).toBe(createHmac('sha256', SECRET).update(`${seconds}.${body}`).digest('hex'))
  // What was told proves the chain.
  expect((await verifyAudit(deps.db, { noted: head })).findings).toEqual([])
})

test('[AU19] whoever did not take it is told the next one, and the log says so without a word of theirs', async () => {
  const server = await serverForThisTest()
  const there = await keeper()
  const { deps } = server.served()
  const folder = await folderForThisTest()
  const { tell } = openHeadTeller({
    ...deps,
    heads: [headFile(join(folder, 'no/such/folder')), headWebhook(there.url, SECRET)],
  })
  await setUp(server)
  await deps.audit.settle()
  there.answer.status = 503
  await tell()
  expect(there.got).toEqual([])
  const failures = server.logLines.filter((line) => line.includes('audit head: not kept'))
  expect(failures.map((line) => JSON.parse(line).keeper).sort()).toEqual(['file', 'webhook'])
  there.answer.status = 200
  await tell()
  expect(there.got).toHaveLength(1)
})
