// What keeps the audit's rows as they are: functions, triggers, owner and rights in the database. Compares them with what
// the migrations say, so that a guard that was emptied, switched off or gone round is noticed.
import { sql } from 'drizzle-orm'
import type { Tx } from '../db.ts'
import { migrationStatements } from '../migrate.ts'

export interface GuardFinding {
  readonly kind: 'guard'
  /** As PostgreSQL would call it: `trigger audit_only_grows on audit`. */
  readonly what: string
  readonly is: 'missing' | 'switched off' | 'changed' | 'unknown'
}

/** Bits of `pg_trigger.tgtype`. */
const [EACH_ROW, BEFORE, DELETE, UPDATE, TRUNCATE] = [1, 2, 8, 16, 32]

interface Trigger {
  readonly name: string
  readonly calls: string
  readonly type: number
}

const ONLY_GROWS: Trigger = {
  name: 'audit_only_grows',
  calls: 'audit_refuse',
  type: BEFORE + UPDATE + DELETE + TRUNCATE,
}

const TRIGGERS: Readonly<Record<string, readonly Trigger[]>> = {
  audit: [ONLY_GROWS],
  audit_inbox: [
    { name: 'audit_inbox_only_grows', calls: 'audit_refuse', type: BEFORE + UPDATE + TRUNCATE },
    { name: 'audit_inbox_until_chained', calls: 'audit_refuse_unchained', type: EACH_ROW + BEFORE + DELETE },
  ],
  audit_head: [
    { name: 'audit_head_stays', calls: 'audit_refuse', type: BEFORE + DELETE + TRUNCATE },
    { name: 'audit_head_forward', calls: 'audit_head_forward', type: EACH_ROW + BEFORE + UPDATE },
  ],
  audit_addresses: [{ name: 'audit_addresses_stay', calls: 'audit_refuse', type: BEFORE + UPDATE + TRUNCATE }],
  audit_archives: [{ name: 'audit_archives_stay', calls: 'audit_refuse', type: BEFORE + UPDATE + DELETE + TRUNCATE }],
}

const FUNCTIONS = ['audit_refuse', 'audit_refuse_unchained', 'audit_head_forward', 'audit_open_month']

/** What a role that is not the owner may do; nothing in a partition, which is reached through the audit. */
export const RIGHTS: Readonly<Record<string, readonly string[]>> = {
  audit: ['SELECT', 'INSERT'],
  audit_inbox: ['SELECT', 'INSERT', 'DELETE'],
  audit_head: ['SELECT', 'INSERT', 'UPDATE'],
  audit_addresses: ['SELECT', 'INSERT', 'DELETE'],
  audit_archives: ['SELECT'],
}

/** The guarded tables with their partitions. */
const GUARDED = sql`
  select c.oid, c.relname as name, c.relowner as owner, c.relacl as acl, c.relrowsecurity as secured, parent.inhparent is not null as part
  from pg_class c left join pg_inherits parent on parent.inhrelid = c.oid
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and (c.relname in ${Object.keys(TRIGGERS)}
    or parent.inhparent = to_regclass('public.audit'))`

export async function checkGuards(tx: Tx): Promise<GuardFinding[]> {
  return [...(await functions(tx)), ...(await triggers(tx)), ...(await besides(tx)), ...(await rights(tx))]
}

/** Whether whoever asks owns the tables, and so could switch the guards off. */
export async function ownsAudit(tx: Tx): Promise<boolean> {
  const { rows } = await tx.execute<{ owns: boolean }>(
    sql`select pg_has_role(relowner, 'usage') as owns from pg_class where oid = to_regclass('public.audit')`,
  )
  return rows[0]?.owns ?? false
}

const finding = (what: string, is: GuardFinding['is']): GuardFinding => ({ kind: 'guard', what, is })

async function functions(tx: Tx): Promise<GuardFinding[]> {
  const { rows } = await tx.execute<{ name: string; body: string; definer: boolean; config: string; language: string }>(
    sql`select p.proname as name, p.prosrc as body, p.prosecdef as definer, coalesce(p.proconfig::text, '') as config, l.lanname as language
      from pg_proc p join pg_language l on l.oid = p.prolang
      where p.pronamespace = 'public'::regnamespace and p.proname in ${FUNCTIONS}`,
  )
  return FUNCTIONS.flatMap((name) => {
    const what = `function ${name}`
    const found = rows.filter((row) => row.name === name)
    const [only] = found
    if (!only) return [finding(what, 'missing')]
    const { header, body } = written(name)
    const same =
      found.length === 1 &&
      only.body === body &&
      only.language === 'plpgsql' &&
      only.definer === header.includes('SECURITY DEFINER') &&
      only.config === '{"search_path=pg_catalog, pg_temp"}'
    return same ? [] : [finding(what, 'changed')]
  })
}

/** As the newest migration has it that says anything of it. */
function written(name: string): { header: string; body: string } {
  const statement = migrationStatements().findLast(
    (each) => each.includes(`FUNCTION "${name}"(`) && each.includes('$$'),
  )
  const [header = '', body = ''] = statement?.split('$$') ?? []
  return { header, body }
}

async function triggers(tx: Tx): Promise<GuardFinding[]> {
  const { rows: tables } = await tx.execute<{ name: string; part: boolean }>(GUARDED)
  const { rows } = await tx.execute<{
    table: string
    name: string
    calls: string
    type: number
    enabled: string
    plain: boolean
  }>(
    sql`select g.name as table, t.tgname as name, p.pronamespace::regnamespace || '.' || p.proname as calls, t.tgtype::int as type, t.tgenabled as enabled,
        t.tgqual is null and t.tgnargs = 0 and t.tgattr = '' as plain
      from pg_trigger t join (${GUARDED}) g on g.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
      where not t.tgisinternal`,
  )
  const all = [...Object.keys(TRIGGERS), ...tables.filter(({ part }) => part).map(({ name }) => name)]
  return all.flatMap((table) => {
    const due = TRIGGERS[table] ?? [ONLY_GROWS]
    const there = rows.filter((row) => row.table === table)
    const judged = due.flatMap(({ name, calls, type }) => {
      const what = `trigger ${name} on ${table}`
      const row = there.find((each) => each.name === name)
      if (!row) return [finding(what, 'missing')]
      if (row.enabled !== 'A') return [finding(what, 'switched off')]
      return row.plain && row.type === type && row.calls === `public.${calls}` ? [] : [finding(what, 'changed')]
    })
    const strange = there.filter((row) => !due.some(({ name }) => name === row.name))
    return [...judged, ...strange.map((row) => finding(`trigger ${row.name} on ${table}`, 'unknown'))]
  })
}

/** Rules and row policies could drop or hide rows without any trigger. */
async function besides(tx: Tx): Promise<GuardFinding[]> {
  const { rows } = await tx.execute<{ what: string }>(sql`
    select 'rule ' || r.rulename || ' on ' || g.name as what from pg_rewrite r join (${GUARDED}) g on g.oid = r.ev_class
    union all select 'row security on ' || g.name from (${GUARDED}) g where g.secured`)
  return rows.map(({ what }) => finding(what, 'unknown'))
}

/** One owner for all of it, and nobody else with more than the server needs. */
async function rights(tx: Tx): Promise<GuardFinding[]> {
  const { rows: owned } = await tx.execute<{ what: string }>(sql`
    with owner as (select relowner from pg_class where oid = to_regclass('public.audit'))
    select 'owner of ' || g.name as what from (${GUARDED}) g where g.owner <> (select relowner from owner)
    union all select 'owner of ' || p.proname from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.proname in ${FUNCTIONS} and p.proowner <> (select relowner from owner)`)
  const { rows: granted } = await tx.execute<{ table: string; role: string; privilege: string }>(sql`
    select g.name as table, case when a.grantee = 0 then 'everybody' else a.grantee::regrole::text end as role, a.privilege_type as privilege
    from (${GUARDED}) g, aclexplode(g.acl) a where a.grantee <> g.owner
    union select g.name, case when a.grantee = 0 then 'everybody' else a.grantee::regrole::text end, a.privilege_type
    from (${GUARDED}) g join pg_attribute t on t.attrelid = g.oid, aclexplode(t.attacl) a where a.grantee <> g.owner
    order by 1, 2, 3`)
  return [
    ...owned.map(({ what }) => finding(what, 'changed')),
    ...granted
      .filter(({ table, privilege }) => !(RIGHTS[table] ?? ['SELECT']).includes(privilege))
      .map(({ table, role, privilege }) => finding(`right ${privilege} on ${table} for ${role}`, 'unknown')),
  ]
}
