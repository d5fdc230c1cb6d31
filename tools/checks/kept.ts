// Every table is in the registry of retention, and every column of it that can hold text is named there: as identity, as
// words, as sealed, or as harmless with its reason.
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { Entry } from '../../src/server/platform/retention/entry.ts'
import { REGISTRY } from '../../src/server/platform/retention/registry.ts'
import { type Check, type Finding, lineAt, type Source } from '../sources.ts'

const TABLE = /\bpgTable\(\s*'([^']+)'/g
/** These hold no text. */
const NO_TEXT = /^(uuid|integer|bigint|smallint|real|double precision|boolean|date|timestamp\b.*)(\[\])*$/

export const kept: Check = (sources) => unkept(sources, REGISTRY)

export function unkept(sources: readonly Source[], registry: readonly Entry[]): Finding[] {
  const names = registry.map(({ table }) => getTableName(table))
  const tables = sources
    .filter(({ path }) => path.startsWith('src/server/') && !path.endsWith('.test.ts'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(TABLE)].map((match) => ({ path, line: lineAt(text, match.index), name: match[1] ?? '' })),
    )
  return tables.flatMap(({ name, ...place }) => {
    const entries = registry.filter((_, at) => names[at] === name)
    const [entry] = entries
    if (!entry || entries.length > 1)
      return [
        { ...place, says: `the table ${name} stands ${entries.length} times in the registry of retention: ${DO}` },
      ]
    return wrongColumns(entry).map((says) => ({ ...place, says: `${name}.${says}` }))
  })
}

const DO = 'list it once under src/server/platform/retention.'

function wrongColumns({ table, columns }: Entry): string[] {
  const { identity = [], words = [], sealed = [], harmless = {} } = columns
  const named = [...identity, ...words, ...sealed, ...Object.keys(harmless)]
  return Object.entries(getTableColumns(table)).flatMap(([column, facts]) => {
    const times = named.filter((one) => one === column).length
    if (times === 1 || (times === 0 && NO_TEXT.test(facts.getSQLType()))) return []
    return [
      times === 0
        ? `${column} can hold text: its entry under src/server/platform/retention says that it is identity, words, sealed, or harmless and why.`
        : `${column} is named ${times} times in the registry of retention: once is right.`,
    ]
  })
}
