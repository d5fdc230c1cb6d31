// The commands and configuration of a page of documentation, as they stand there. Each block of code has a name behind its
// language (```nginx proxy), by which a test takes it; a block that no test took is found by `untried`.
import { readFileSync } from 'node:fs'

export interface Documented {
  /** The block of that name. `replaced`: what must differ in a test, such as a port; each must be there. */
  take(name: string, replaced?: Readonly<Record<string, string>>): string
  untried(): string[]
  /** The whole page. */
  text(): string
}

export function documented(page: string): Documented {
  const blocks = new Map<string, string>()
  const untried = new Set<string>()
  const text = readFileSync(page, 'utf8')
  for (const [, info = '', code = ''] of text.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)) {
    const [language = '', name] = info.split(' ')
    // A drawing is no configuration.
    if (language === '' && /[─►]/.test(code)) continue
    if (!name || blocks.has(name))
      throw new Error(`${page}: a block needs a name of its own: ${info} ${code.slice(0, 60)}`)
    blocks.set(name, code)
    untried.add(name)
  }
  return {
    take(name, replaced = {}) {
      let code = blocks.get(name)
      if (code === undefined) throw new Error(`${page} has no block ${name}`)
      untried.delete(name)
      for (const [from, to] of Object.entries(replaced)) {
        if (!code.includes(from)) throw new Error(`${page}: "${from}" is not in the block ${name}`)
        code = code.replaceAll(from, to)
      }
      return code
    },
    untried: () => [...untried],
    text: () => text,
  }
}
