import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { startCarrier, WEBHOOK_SECRET, webhookManner } from '../../../test/carriers/carrier-server.ts'
import { startSmpp } from '../../../test/carriers/smpp-server.ts'
import { startSmtp } from '../../../test/carriers/smtp-server.ts'
import { freshDatabase } from '../../../test/fresh-database.ts'
import { buildProgram } from '../../../test/node-program.ts'
import { openConnection } from '../platform/db.ts'

const MESSAGES = 500
const KILLS = 50
/** Longer than a message is reserved: what a dead process left is found by the next. */
const LATER_MS = 6 * 60_000

async function ended(child: ChildProcess, work = () => {}): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  work()
  await gone
}

/** Where text messages go, and the numbers that they arrived at. */
const CARRIERS = {
  async webhook() {
    const hook = await startCarrier(webhookManner)
    return { ...hook, arrived: () => hook.taken.map(({ to }) => to) }
  },
  async SMPP() {
    const centre = await startSmpp()
    return { ...centre, arrived: () => centre.taken.map(({ to }) => to) }
  },
}

test.each(['webhook', 'SMPP'] as const)(
  `[CH1] ${KILLS} times killed while ${MESSAGES} messages go by SMTP and %s: each arrives once, or is uncertain`,
  async (by) => {
    const [database, smtp, carrier, program] = await Promise.all([
      freshDatabase(),
      startSmtp(),
      CARRIERS[by](),
      buildProgram('test/carriers/sender-program.ts'),
    ])
    const connection = await openConnection(database.url)
    onTestFinished(async () => {
      await connection.end()
      await Promise.all([smtp.close(), carrier.close(), program.remove(), database.drop()])
    })
    const sql = async <Row>(text: string, values: unknown[] = []) =>
      (await connection.query(text, values)).rows as Row[]
    const [row] = await sql<{ id: string }>(
      `insert into organisations (id, name, sample, details_minutes, signed_note_days, created_at)
     values ($1, 'Harbour Health', false, 60, 30, now()) returning id`,
      [randomUUID()],
    )
    await sql(
      `insert into notifications (id, organisation_id, channel, recipient, subject, body, created_at, next_try_at)
     select gen_random_uuid(), $1, case n % 2 when 0 then 'email' else 'sms' end,
       case n % 2 when 0 then 'jo' || n || '@harbour.example' else '+4477009' || lpad(n::text, 5, '0') end,
       'Subject', 'Text', now(), now() - interval '1 hour'
     from generate_series(1, $2::int) n`,
      [row?.id, MESSAGES],
    )
    const begin = (round: number) =>
      program.start(database.url, smtp.url, carrier.url, WEBHOOK_SECRET, String(round * LATER_MS))

    for (let round = 0; round < KILLS; round += 1) {
      const { process, line } = await begin(round)
      expect(line).toBe('sending')
      // Some die before the first message and some in the middle of five.
      await pause((round * 37) % 110)
      await ended(process, () => void process.kill('SIGKILL'))
    }
    // Two at once take the rest, and once more what they might have left.
    for (const round of [KILLS, KILLS + 1]) {
      const two = await Promise.all([begin(round), begin(round)])
      await Promise.all(two.map(({ process }) => ended(process)))
    }

    const arrivals = new Map<string, number>()
    const count = (to: string) => arrivals.set(to, (arrivals.get(to) ?? 0) + 1)
    for (const to of carrier.arrived()) count(to)
    for (const { to } of smtp.letters) count(to.join())
    const rows = await sql<{ recipient: string; state: string }>('select recipient, state from notifications')
    const wrong = rows.filter(({ recipient, state }) => {
      const times = arrivals.get(recipient) ?? 0
      return state === 'uncertain' ? times > 1 : state !== 'sent' || times !== 1
    })
    expect(wrong).toEqual([])
    expect(rows).toHaveLength(MESSAGES)
    expect([...arrivals.keys()].filter((to) => !rows.some(({ recipient }) => recipient === to))).toEqual([])
    // It is no test unless somebody died in the middle, and most of it worked all the same.
    const uncertain = rows.filter(({ state }) => state === 'uncertain').length
    expect(uncertain).toBeGreaterThan(0)
    expect(uncertain).toBeLessThanOrEqual(KILLS * 5)
  },
  180_000,
)
