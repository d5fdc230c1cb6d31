import { expect, test } from 'vitest'
import { chainOf, findings } from '../../../../test/audit/chained.ts'

const EMPTY = "language plpgsql as 'begin return null; end'"

test.each([
  [`create or replace function audit_refuse() returns trigger ${EMPTY}`, 'function audit_refuse', 'changed'],
  [
    `create or replace function audit_refuse_unchained() returns trigger ${EMPTY}`,
    'function audit_refuse_unchained',
    'changed',
  ],
  ['alter function audit_head_forward() set search_path = public', 'function audit_head_forward', 'changed'],
  ['alter function audit_open_month(date) security invoker', 'function audit_open_month', 'changed'],
  ['alter table audit disable trigger audit_only_grows', 'trigger audit_only_grows on audit', 'switched off'],
  ['alter table audit enable trigger audit_only_grows', 'trigger audit_only_grows on audit', 'switched off'],
  [
    'alter table audit_2026_06 disable trigger audit_only_grows',
    'trigger audit_only_grows on audit_2026_06',
    'switched off',
  ],
  ['drop trigger audit_archives_stay on audit_archives', 'trigger audit_archives_stay on audit_archives', 'missing'],
  [
    `create function other() returns trigger ${EMPTY};
     create or replace trigger audit_addresses_stay before update or truncate on audit_addresses execute function other();
     alter table audit_addresses enable always trigger audit_addresses_stay`,
    'trigger audit_addresses_stay on audit_addresses',
    'changed',
  ],
  [
    `create or replace trigger audit_inbox_until_chained before delete on audit_inbox for each row when (old.id < 0) execute function audit_refuse_unchained();
     alter table audit_inbox enable always trigger audit_inbox_until_chained`,
    'trigger audit_inbox_until_chained on audit_inbox',
    'changed',
  ],
  [
    `create function swallow() returns trigger ${EMPTY};
     create trigger swallow before insert on audit_inbox for each row execute function swallow()`,
    'trigger swallow on audit_inbox',
    'unknown',
  ],
  ['create rule nothing as on insert to audit_inbox do instead nothing', 'rule nothing on audit_inbox', 'unknown'],
  ['alter table audit_2026_06 enable row level security', 'row security on audit_2026_06', 'unknown'],
  ['grant update on audit to pg_monitor', 'right UPDATE on audit for pg_monitor', 'unknown'],
  ['grant delete on audit_2026_06 to public', 'right DELETE on audit_2026_06 for everybody', 'unknown'],
  ['grant update (address) on audit to pg_monitor', 'right UPDATE on audit for pg_monitor', 'unknown'],
  ['alter table audit_head owner to pg_monitor', 'owner of audit_head', 'changed'],
  ['alter function audit_refuse() owner to pg_monitor', 'owner of audit_refuse', 'changed'],
] as const)('[AU14] what keeps the rows is compared with what the migrations say: %s', async (statement, what, is) => {
  const opened = await chainOf(1)
  expect(await findings(opened)).toEqual([])
  await opened.pool.query(statement)
  expect(await findings(opened)).toEqual([{ kind: 'guard', what, is }])
})
