// Fills an empty database with areas, practitioners who are signed in, and patients who wait, in one go.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { openConnection } from '../../src/server/platform/db.ts'
import type { LoadArea, LoadPatient } from './words.ts'

/** What one practitioner can still look at: see docs/bench.md. */
const PATIENTS_PER_AREA = 100

export interface Seeded {
  readonly areas: readonly LoadArea[]
  /** In order of arrival. */
  readonly patients: readonly LoadPatient[]
}

const secret = () => randomBytes(32).toString('base64url')
const fingerprint = (value: string) => createHash('sha256').update(value).digest('hex')

export const areaCount = (patients: number) => Math.max(1, Math.round(patients / PATIENTS_PER_AREA))

export async function seed(databaseUrl: string, count: number): Promise<Seeded> {
  const [organisationId, serviceId] = [randomUUID(), randomUUID()]
  const areas = Array.from({ length: areaCount(count) }, (_, index) => ({
    id: randomUUID(),
    slug: `area-${index + 1}`,
    personId: randomUUID(),
    session: secret(),
  }))
  const patients = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    area: areas[index % areas.length] as (typeof areas)[number],
    secret: secret(),
    // All of them have come within the last hour.
    minutes: ((count - index) * 60) / count,
  }))
  const connection = await openConnection(databaseUrl)
  const rows = (text: string, values: readonly object[]) => connection.query(text, [JSON.stringify(values)])
  try {
    await connection.query('begin')
    await connection.query(
      `insert into organisations (id, name, sample, details_minutes, signed_note_days, created_at)
       values ($1, 'Bench', false, 60, 30, now())`,
      [organisationId],
    )
    await connection.query(`insert into services (id, organisation_id, name) values ($1, $2, 'Bench')`, [
      serviceId,
      organisationId,
    ])
    await rows(
      `insert into areas (id, service_id, slug, name, about, short_code)
       select id, '${serviceId}', slug, slug, '', left(id::text, 8)
       from json_to_recordset($1) as r(id uuid, slug text)`,
      areas,
    )
    await rows(
      `insert into people (id, organisation_id, name, title, email, password_hash)
       select "personId", '${organisationId}', 'Dr ' || slug, 'GP', slug || '@bench.test', '-'
       from json_to_recordset($1) as r("personId" uuid, slug text)`,
      areas,
    )
    await rows(
      `insert into memberships (person_id, service_id, role, area_ids)
       select "personId", '${serviceId}', 'practitioner', array[id] from json_to_recordset($1) as r("personId" uuid, id uuid)`,
      areas,
    )
    await rows(
      `insert into sessions (id, token_hash, person_id, created_at, expires_at)
       select gen_random_uuid(), hash, "personId", now(), now() + interval '1 day'
       from json_to_recordset($1) as r(hash text, "personId" uuid)`,
      areas.map(({ personId, session }) => ({ personId, hash: fingerprint(session) })),
    )
    const visits = patients.map(({ id, area, secret, minutes }) => ({
      id,
      areaId: area.id,
      hash: fingerprint(secret),
      minutes,
    }))
    await rows(
      `insert into visits (id, area_id, token_hash, status, since, arrived_at, away_since, picture, sound, phone_me)
       select id, "areaId", hash, 'waiting', now() - minutes * interval '1 minute',
              now() - minutes * interval '1 minute', now(), 'works', 'works', false
       from json_to_recordset($1) as r(id uuid, "areaId" uuid, hash text, minutes float8)`,
      visits,
    )
    await rows(
      `insert into visit_details (visit_id, first_name, last_name, date_of_birth, phone)
       select id, 'Sam', 'Waiting', '1950-01-01', '0113 496 0000' from json_to_recordset($1) as r(id uuid)`,
      visits,
    )
    await connection.query('commit')
    await connection.query('analyze')
  } finally {
    await connection.end()
  }
  return {
    areas: areas.map(({ slug, session }) => ({ slug, staffCookie: `bedside_session=${session}` })),
    patients: patients.map((one) => ({ area: one.area.slug, cookie: `bedside_visit=${one.id}.${one.secret}` })),
  }
}
