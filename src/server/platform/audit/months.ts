// Which months the audit holds, as the first day of each. A month without a row has no partition.

type Ask = (text: string) => Promise<{ rows: { month: string }[] }>

export async function monthsOfAudit(ask: Ask): Promise<string[]> {
  const { rows } = await ask(`
    select substring(c.relname from 7 for 4) || '-' || substring(c.relname from 12 for 2) || '-01' as month
    from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = to_regclass('public.audit') order by 1`)
  return rows.map(({ month }) => month)
}
