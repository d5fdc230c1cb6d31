// What the audit holds of something that was just tried: read from the table itself, once what came in is chained.
import { expect } from 'vitest'
import { AUDITED } from '#domain/audit'
import type { Action } from '#domain/permission'
import type { TestServer } from '../server.ts'

export interface AuditLine {
  readonly seq: number
  readonly who_kind: string
  readonly who_id: string | null
  readonly role: string | null
  readonly organisation_id: string | null
  readonly action: string
  readonly via: string
  readonly subject_kind: string | null
  readonly subject_id: string | null
  readonly address: string
  readonly outcome: string
  readonly code: string | null
  readonly times: number | null
  readonly until: Date | null
  readonly at: Date
}

/** What was written down since the row `after`. */
export async function linesSince(server: TestServer, after: number): Promise<AuditLine[]> {
  await server.served().deps.audit.settle()
  return server.sql<AuditLine>(
    `select audit.*, coalesce(kept.address, audit.address) as address
     from audit left join audit_addresses kept using (seq) where seq > $1 order by seq`,
    [after],
  )
}

/** The number of the last row. */
export async function lastLine(server: TestServer): Promise<number> {
  await server.served().deps.audit.settle()
  const [row] = await server.sql<{ end: string | null }>('select max(seq) as end from audit')
  return Number(row?.end ?? 0)
}

/** Something was tried by way of `via`, and refused with `code` unless that is null: it is written down once, just so. */
export async function expectWritten(
  server: TestServer,
  after: number,
  { via, action, code, as }: { via: string; action: Action; code: string | null; as: string },
): Promise<void> {
  const kept = (await linesSince(server, after)).filter((line) => line.via === via)
  const silent = AUDITED[action] === 'never' || (AUDITED[action] === 'refusals' && code === null)
  // How things came to stand as they do may have taken the same way.
  const last = kept.filter((line) => line.action === action).at(-1)
  if (silent) expect(last).toBeUndefined()
  else expect(last).toMatchObject({ who_kind: as, outcome: code ? 'refused' : 'allowed', code, address: '127.0.0.1' })
}

/** How somebody who is `kind` in a story is known on the side that `via` is of. */
export function knownAs(kind: string, via: string): string {
  const side = /\/api\/(open|patient|staff)\//.exec(via)?.[1] ?? (kind.includes('patient') ? 'patient' : 'staff')
  if (side === 'open' || kind === 'guest') return 'guest'
  if (kind.startsWith('patient')) return side === 'patient' ? 'patient' : 'guest'
  return side === 'staff' ? 'person' : 'guest'
}
