// No regular expression that reads what a client sends takes more than linear time: a few thousand signs chosen for it
// would stop the server for everybody. Also the patterns of schemas.
import { analyse } from 'scslre'
import { Visitor } from 'vite'
import { type Check, type Finding, lineAt } from '../sources.ts'

export const regexes: Check = (sources) =>
  sources
    .filter(({ path }) => /^src\/(domain|contract|server)\/.*\.ts$/.test(path) && !/\.test\.ts$/.test(path))
    .flatMap(({ path, text, tree }) => {
      const found: Finding[] = []
      const judge = (start: number, source: string, flags: string) => {
        const trouble = troubleOf(source, flags)
        if (trouble) found.push({ path, line: lineAt(text, start), says: `/${source}/${flags} ${trouble}` })
      }
      new Visitor({
        Literal(node) {
          if ('regex' in node && node.regex) judge(node.start, node.regex.pattern, node.regex.flags)
        },
        Property(node) {
          if (node.key.type !== 'Identifier' || node.key.name !== 'pattern') return
          if (node.value.type !== 'Literal' || typeof node.value.value !== 'string')
            found.push({ path, line: lineAt(text, node.start), says: `${UNREAD} Write the pattern out.` })
          // As the checks of schemas compile it.
          else judge(node.start, node.value.value, 'u')
        },
        NewExpression(node) {
          if (node.callee.type !== 'Identifier' || node.callee.name !== 'RegExp') return
          found.push({ path, line: lineAt(text, node.start), says: `${UNREAD} Write it as /…/.` })
        },
      }).visit(tree as NonNullable<typeof tree>)
      return found
    })

const UNREAD = 'is a regular expression that nobody can look at before it runs.'

function troubleOf(source: string, flags: string): string | null {
  const { reports } = analyse({ source, flags } as RegExp)
  const [first] = reports
  if (!first) return null
  const grows = reports.some(({ exponential }) => exponential) ? 'exponentially' : 'faster than its text'
  return `takes time that grows ${grows}, such as for many ${JSON.stringify(first.character.pick)}: let no two repeats take the same characters, or do without it.`
}
