// The SQL of what is counted each time /metrics is read. Ids of waiting areas and numbers; never a person.
import { sql } from 'drizzle-orm'
import { auditInbox } from '../platform/audit/tables.ts'
import type { Db } from '../platform/db.ts'

export interface Presence {
  readonly areaId: string
  readonly status: 'waiting' | 'being-seen' | 'on-hold'
  readonly away: boolean
  readonly patients: number
}

export async function patientsByArea(db: Db): Promise<Presence[]> {
  const { rows } = await db.execute<Presence & Record<string, unknown>>(sql`
    select area_id as "areaId", status, away_since is not null as away, count(*)::int as patients
    from visits where status <> 'ended' group by 1, 2, 3`)
  return rows
}

export interface Held {
  readonly areaId: string
  readonly medium: 'video' | 'phone'
  readonly consultations: number
}

export async function consultationsUnderWay(db: Db): Promise<Held[]> {
  const { rows } = await db.execute<Held & Record<string, unknown>>(sql`
    select visits.area_id as "areaId", medium, count(*)::int as consultations
    from consultations join visits on visits.id = visit_id where consultations.ended_at is null group by 1, 2`)
  return rows
}

/** Entries of the audit that are not in its chain yet: more than a few, for longer than seconds, is a fault. */
export const unchained = (db: Db): Promise<number> => db.$count(auditInbox)
