// What a backup looks like: lines of text, compressed. The first says what it is, then each table in PostgreSQL's own text
// form with `\.` after its last row, then a line that says how many rows there were: without it, it is not whole.

export interface BackupTable {
  readonly name: string
  readonly columns: readonly string[]
}

export interface BackupHead {
  readonly 'bedside-backup': 1
  /** ISO. */
  readonly at: string
  /** The schema that the rows fit: see platform/migrate. */
  readonly schema: number
  /** The key that seals what must not lie open in the database (base64): without it those things are lost. */
  readonly key?: string
  /** In an order in which each row finds those that it refers to. */
  readonly tables: readonly BackupTable[]
  /** The months of the audit that have a partition, `2026-05-01`. */
  readonly auditMonths?: readonly string[]
  /** After the tables stands each file that patients sent, as it lies in its folder, a line of `BackupFile`. */
  readonly files?: true
  /** The last number that each sequence gave. */
  readonly sequences: Readonly<Record<string, string>>
}

export interface BackupFile {
  readonly file: string
  /** Base64, encrypted as it is kept. */
  readonly bytes: string
}

export interface BackupEnd {
  readonly rows: Readonly<Record<string, number>>
}

export const END_OF_TABLE = '\\.'

/** What stops a command, in words for the terminal. */
export class BackupProblem extends Error {}

export const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`
export const columnList = (columns: readonly string[]) => columns.map(identifier).join(', ')

const NEWLINE = 0x0a

/** The lines of a stream, without their ends. Only a line feed ends one: text in it may hold every other mark. */
export async function* linesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = []
  for await (const chunk of stream) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
      const line = chunk.subarray(from, at)
      yield rest.length > 0 ? Buffer.concat([...rest, line]) : line
      rest = []
      from = at + 1
    }
    if (from < chunk.length) rest.push(chunk.subarray(from))
  }
  if (rest.length > 0) yield Buffer.concat(rest)
}
