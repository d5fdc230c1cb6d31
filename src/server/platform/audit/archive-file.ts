// A month of the audit as a file: text in UTF-8, one JSON object a line. The first says which month and which piece of
// the chain it is, then each row with all that its hash covers. docs/audit-archive.md describes it for other programs.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { AuditRow } from './entries.ts'

export interface ArchiveHead {
  readonly 'bedside-audit-archive': 1
  /** `2026-05`, UTC. */
  readonly month: string
  readonly firstSeq: number
  readonly lastSeq: number
  /** The hash before the first row, and that of the last; hex. */
  readonly previous: string
  readonly hash: string
}

/** What stops the command or a verification, in words for the terminal. */
export class ArchiveProblem extends Error {}

export const headLine = (head: ArchiveHead): string => `${JSON.stringify(head)}\n`

export function rowLine({ month, previous, hash, ...facts }: AuditRow): string {
  const line = JSON.stringify({ ...facts, previous: previous.toString('hex'), hash: hash.toString('hex') })
  // Some programs take these for the end of a line.
  return `${line.replace(/[\u2028\u2029]/g, (sign) => (sign === '\u2028' ? '\\u2028' : '\\u2029'))}\n`
}

/** The head of an archive and its rows, as they stand there: nothing is checked yet but the form. */
export async function openArchive(
  file: string,
): Promise<{ readonly head: ArchiveHead; readonly rows: AsyncGenerator<AuditRow>; close(): void }> {
  const stream = createReadStream(file)
  // Told to whoever reads the lines, too.
  stream.on('error', () => {})
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]()
  const next = async (): Promise<Record<string, unknown> | null> => {
    try {
      const { value, done } = await lines.next()
      return done ? null : (JSON.parse(value) as Record<string, unknown>)
    } catch (error) {
      if (error instanceof SyntaxError) throw new ArchiveProblem(`${file} holds a line that is no JSON.`)
      throw new ArchiveProblem(`${file} cannot be read.`)
    }
  }
  const head = (await next()) as ArchiveHead | null
  if (head?.['bedside-audit-archive'] !== 1)
    throw new ArchiveProblem(`${file} is no archive of the audit, or one of a later version.`)
  async function* rows() {
    for (let line = await next(); line !== null; line = await next()) yield rowOf(line, `${head?.month}-01`)
  }
  return { head, rows: rows(), close: () => stream.destroy() }
}

function rowOf(line: Record<string, unknown>, month: string): AuditRow {
  const { at, until, previous, hash, ...facts } = line
  return {
    ...(facts as unknown as AuditRow),
    month,
    at: new Date(String(at)),
    until: until === null ? null : new Date(String(until)),
    previous: Buffer.from(String(previous), 'hex'),
    hash: Buffer.from(String(hash), 'hex'),
  }
}
