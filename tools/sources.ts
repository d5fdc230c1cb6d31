// The project's own files, read and parsed once for all checks.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync } from 'vite'

export type Tree = ReturnType<typeof parseSync>['program']

export interface Source {
  /** From the project's root, with forward slashes. */
  readonly path: string
  readonly text: string
  readonly lines: number
  /** null for what is no TypeScript. */
  readonly tree: Tree | null
  readonly imports: readonly Import[]
}

export interface Import {
  /** A path of this project, or a package's name as it was written. */
  readonly to: string
  readonly line: number
  /** Gone at run time. */
  readonly typeOnly: boolean
  /** Loaded only when it is needed. */
  readonly later: boolean
}

export interface Finding {
  readonly path: string
  readonly line?: number
  readonly says: string
}

/** The question a check asks of all sources. */
export type Check = (sources: readonly Source[]) => Finding[]

const FOLDERS = ['src', 'gallery', 'test', 'e2e', 'bench', 'tools', 'docs/spec']
const KINDS = /\.(ts|tsx|mjs|scss|html|md)$/

export function readSources(): Source[] {
  return FOLDERS.filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => KINDS.test(path) && statSync(path).isFile())
    .sort()
    .map((path) => toSource(path, readFileSync(path, 'utf8')))
}

/** Also for the tests of the checks, which write sources that stand in no file. */
export function toSource(path: string, text: string): Source {
  const lines = text.split('\n').length - 1
  if (!/\.(ts|tsx|mjs)$/.test(path)) return { path, text, lines, tree: null, imports: [] }
  const { program, module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const at = (start: number, to: string, typeOnly: boolean, later = false): Import => ({
    to: resolveImport(path, to),
    line: lineAt(text, start),
    typeOnly,
    later,
  })
  const imports = [
    ...module.staticImports.map((each) =>
      at(each.start, each.moduleRequest.value, each.entries.length > 0 && each.entries.every((entry) => entry.isType)),
    ),
    ...module.staticExports.flatMap((each) =>
      each.entries.flatMap((entry) =>
        entry.moduleRequest ? [at(entry.start, entry.moduleRequest.value, entry.isType)] : [],
      ),
    ),
    ...module.dynamicImports.map((each) =>
      at(each.start, text.slice(each.moduleRequest.start + 1, each.moduleRequest.end - 1), false, true),
    ),
  ]
  return { path, text, lines, tree: program, imports }
}

function resolveImport(from: string, name: string): string {
  const plain = name.replace(/\?.*$/, '')
  if (plain.startsWith('#text/')) return `src/web/text/en/${plain.slice(6)}.ts`
  if (plain.startsWith('#')) return `src/${plain.slice(1)}.ts`
  if (plain.startsWith('.')) return join(dirname(from), plain).replaceAll('\\', '/')
  return plain
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
