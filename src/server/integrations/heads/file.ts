// Appends each head to a file, one JSON object a line: on another machine's disk, or one that can only be appended to.
import { appendFile } from 'node:fs/promises'
import type { HeadKeeper } from './port.ts'

export function headFile(file: string): HeadKeeper {
  return {
    name: 'file',
    keep: (head) => appendFile(file, `${JSON.stringify(head)}\n`, { mode: 0o600, flush: true }),
  }
}
