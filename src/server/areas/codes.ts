// Short codes as people type them: with blanks, hyphens and small letters.
import { codeOf } from '#domain/short-code'
import type { Deps } from '../deps.ts'
import { slugWithCode } from './code-store.ts'

/** The area's address; null when what was typed leads nowhere. */
export async function slugOfTyped({ db }: Pick<Deps, 'db'>, typed: string): Promise<string | null> {
  const code = codeOf(typed)
  return code === '' ? null : slugWithCode(db, code)
}
