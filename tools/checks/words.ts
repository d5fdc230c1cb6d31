// Words that people read stand in src/web/text, one file per language, and nowhere else in the browser's code.
import { Visitor } from 'vite'
import { type Check, type Finding, lineAt } from '../sources.ts'

const SPOKEN = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
  'label',
  'content',
]
const LETTERS = /\p{L}{2}/u
/** A sentence, by its looks: a capital, and at least three words. */
const SENTENCE = /^\p{Lu}\p{Ll}*(\s[\p{L}\d'’,;:-]+){2,}[.!?…]?$/u

export const words: Check = (sources) =>
  sources
    .filter(
      ({ path }) =>
        /^src\/web\/.*\.tsx?$/.test(path) &&
        !/^src\/web\/text\/|\.test\.tsx?$|\.examples\.tsx$|\/(made-up|fake-[^/]+)\.ts$/.test(path),
    )
    .flatMap(({ path, text, tree }) => {
      const found: Finding[] = []
      const tell = (start: number, words: string, where: string) =>
        found.push({ path, line: lineAt(text, start), says: `"${words.trim()}" ${where}: move it to src/web/text.` })
      let errors = 0
      new Visitor({
        JSXText(node) {
          if (LETTERS.test(node.value)) tell(node.start, node.value, 'stands in the drawing')
        },
        JSXAttribute(node) {
          const name = node.name.type === 'JSXIdentifier' ? node.name.name : ''
          if (!SPOKEN.includes(name) || node.value === null) return
          const value = node.value.type === 'JSXExpressionContainer' ? node.value.expression : node.value
          if (value.type === 'Literal' && typeof value.value === 'string' && LETTERS.test(value.value)) {
            tell(node.start, value.value, `is read out as ${name}`)
          }
          if (value.type === 'TemplateLiteral') {
            const said = value.quasis.map((quasi) => quasi.value.raw).join(' ')
            if (LETTERS.test(said)) tell(node.start, said, `is read out as ${name}`)
          }
        },
        JSXExpressionContainer(node) {
          const { expression } = node
          if (
            expression.type === 'Literal' &&
            typeof expression.value === 'string' &&
            SENTENCE.test(expression.value)
          ) {
            tell(node.start, expression.value, 'stands in the drawing')
          }
        },
        // What an `Error` says is for whoever repairs it.
        NewExpression() {
          errors += 1
        },
        'NewExpression:exit'() {
          errors -= 1
        },
        Literal(node) {
          if (errors === 0 && typeof node.value === 'string' && SENTENCE.test(node.value)) {
            tell(node.start, node.value, 'looks like a sentence for people')
          }
        },
      }).visit(tree as NonNullable<typeof tree>)
      return unique(found)
    })

function unique(found: readonly Finding[]): Finding[] {
  return [...new Map(found.map((each) => [`${each.line} ${each.says.split('"')[1]}`, each])).values()]
}
