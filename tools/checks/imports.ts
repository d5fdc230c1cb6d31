// Who may import whom: the rules of ARCHITECTURE.md. `$1` in a target is what the first group of the rule's `of` matched.
import type { Check, Finding, Import, Source } from '../sources.ts'

interface Rule {
  readonly of: RegExp
  /** Files that the rule leaves alone. */
  readonly except?: RegExp
  /** All that may be imported; everything else is refused. */
  readonly only?: readonly string[]
  /** What may not be imported; everything else is fine. */
  readonly never?: readonly string[]
  /** Types alone may be imported from here nevertheless. */
  readonly types?: readonly string[]
  readonly says: string
}

const PACKAGES = '^(?!src/|test/|e2e/|bench/|tools/)'
const SLICE = /^src\/server\/(?!platform\/|integrations\/)([^/]+)\//

const RULES: readonly Rule[] = [
  { of: /^src\/domain\//, only: ['^src/domain/'], says: 'The domain is pure: it imports nothing but the domain.' },
  {
    of: /^src\/contract\//,
    only: ['^src/(contract|domain)/', '^typebox(/|$)'],
    says: 'The contract imports only the contract, the domain and TypeBox.',
  },
  {
    of: /^src\/server\//,
    never: ['^src/web/'],
    says: 'The server knows nothing of the browser: they meet in the contract.',
  },
  {
    of: /^src\/web\//,
    never: ['^src/server/'],
    says: 'The browser knows nothing of the server: they meet in the contract.',
  },
  {
    of: /^src\/web\//,
    never: ['^src/contract/', '^typebox(/|$)'],
    types: ['^src/contract/'],
    says: 'The browser takes only types from the contract (`import type`): TypeBox must never reach a patient.',
  },
  {
    of: /^src\/server\/platform\//,
    only: ['^src/server/platform/', '^src/(contract|domain)/', PACKAGES],
    says: 'The platform knows no slice and no integration: what it needs is handed to it.',
  },
  {
    of: /^src\/server\/integrations\/([^/]+)\//,
    only: ['^src/server/integrations/$1/', '^src/(contract|domain)/', PACKAGES],
    says: 'An integration is a leaf: it imports only its own files, the contract and the domain.',
  },
  {
    of: SLICE,
    only: ['^src/server/$1/', '^src/server/platform/', '^src/(contract|domain)/', PACKAGES],
    types: ['^src/server/deps\\.ts$'],
    says: 'A slice imports its own files, the platform, the contract, the domain and the types of deps. Slices meet in the domain, in the access question and in events.',
  },
  {
    of: /^src\/server\/([^/]+)\/[^/]*store\.ts$/,
    never: ['^src/server/$1/(.*-)?(service|routes|slice)\\.ts$'],
    says: 'routes -> service -> store, never back.',
  },
  {
    of: SLICE,
    except: /\/(routes|slice)\.ts$/,
    never: ['^src/server/$1/(.*-)?routes\\.ts$'],
    says: 'routes -> service -> store, never back.',
  },
  {
    of: /^src\/server\//,
    except: /^src\/server\/(platform\/|[^/]+\/([^/]+-)?store\.ts$)/,
    never: ['^drizzle-orm(/|$)'],
    says: 'SQL stands in stores and in the platform.',
  },
  {
    of: /^src\//,
    except: /^src\/server\/platform\/db[^/]*\.ts$/,
    never: ['^pg$'],
    types: ['^pg$'],
    says: 'One door to PostgreSQL: src/server/platform/db.ts.',
  },
  {
    of: /^src\/server\/(?:integrations\/([^/]+)\/)?/,
    except: /^src\/server\/(main|serve|operate)\.ts$/,
    never: ['^src/server/integrations/(?!$1/).*(?<!/port\\.ts)$'],
    types: ['^src/server/integrations/'],
    says: 'Only main, serve and operate build adapters; everyone else knows the port.',
  },
  {
    of: /^src\/web\/patient\//,
    never: ['^src/web/staff/'],
    says: "The patient's side and the staff's side never import each other. What both need stands in call, kit or ui.",
  },
  {
    of: /^src\/web\/staff\//,
    never: ['^src/web/patient/'],
    says: "The patient's side and the staff's side never import each other. What both need stands in call, kit or ui.",
  },
  {
    of: /^src\/web\/call\//,
    never: ['^src/web/(patient|staff)/'],
    says: 'What both sides of a call use knows neither side.',
  },
  {
    of: /^src\/web\/(kit|ui|media|checks|coach|net|text)\//,
    never: ['^src/web/(patient|staff|call)/'],
    // Words name what they are about.
    types: ['^src/web/(patient|staff|call)/'],
    says: 'What every page is built of knows no page.',
  },
  {
    of: /^src\/web\/.*\.tsx$/,
    // Where a page is put together, and where it is shown with made-up people.
    except: /(^src\/web\/(patient|staff)\/(main|visit-part)|\.examples)\.tsx$/,
    never: ['^src/web/(net|media)/'],
    types: ['^src/web/(net|media)/'],
    says: 'A view draws and its model decides: a view takes only types from net and media.',
  },
  {
    of: /^src\//,
    except: /^src\/web\/media\//,
    never: ['^livekit-client$'],
    says: 'One door to LiveKit: src/web/media/livekit.ts.',
  },
]

export const imports: Check = (sources) => {
  const product = sources.filter(({ path }) => path.startsWith('src/') && !/\.test\.tsx?$/.test(path))
  return [...product.flatMap(brokenRules), ...missing(product), ...cycles(product)]
}

function brokenRules(source: Source): Finding[] {
  return RULES.flatMap((rule) => {
    const match = rule.of.exec(source.path)
    if (!match || rule.except?.test(source.path)) return []
    const fits = (patterns: readonly string[] | undefined, to: string) =>
      patterns?.some((pattern) => new RegExp(pattern.replaceAll('$1', match[1] ?? '(?!)')).test(to)) ?? false
    return source.imports
      .filter(({ to, typeOnly }) => {
        if (typeOnly && fits(rule.types, to)) return false
        return rule.only ? !fits(rule.only, to) : fits(rule.never, to)
      })
      .map(({ to, line }) => ({ path: source.path, line, says: `imports ${to}. ${rule.says}` }))
  })
}

function missing(sources: readonly Source[]): Finding[] {
  const known = new Set(sources.map(({ path }) => path))
  return sources.flatMap(({ path, imports: list }) =>
    list
      .filter(({ to }) => /^src\/.*\.(ts|tsx)$/.test(to) && !known.has(to))
      .map(({ to, line }) => ({ path, line, says: `imports ${to}, which does not exist.` })),
  )
}

/** Every ring of files once, by its first file in the alphabet. Rings of types alone count: they, too, are one file in pieces. */
function cycles(sources: readonly Source[]): Finding[] {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const found = new Map<string, Finding>()
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path)
    if (start !== -1) {
      const ring = trail.slice(start)
      const key = [...ring].sort().join()
      found.set(key, {
        path: [...ring].sort()[0] ?? path,
        says: `is in a ring: ${[...ring, path].join(' -> ')}. Move what they share to a file of its own.`,
      })
      return
    }
    if (done.has(path)) return
    for (const { to } of byPath.get(path)?.imports ?? []) visit(to, [...trail, path])
    done.add(path)
  }
  for (const { path } of sources) visit(path, [])
  return [...found.values()]
}

/** All files that a page loads, at once or later. */
export function reachedFrom(entry: string, sources: readonly Source[]): Map<string, readonly string[]> {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const reached = new Map<string, readonly string[]>()
  const queue: (readonly string[])[] = [[entry]]
  for (let trail = queue.shift(); trail; trail = queue.shift()) {
    const path = trail.at(-1) ?? ''
    if (reached.has(path) || !byPath.has(path)) continue
    reached.set(path, trail)
    const next: readonly Import[] = byPath.get(path)?.imports ?? []
    for (const { to, typeOnly } of next) if (!typeOnly) queue.push([...trail, to])
  }
  return reached
}
