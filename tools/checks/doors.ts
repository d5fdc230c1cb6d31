// Things with one door, seen by their names: the environment, peer connections, the browser's storage of patients' data.
import type { Check } from '../sources.ts'
import { lineAt } from '../sources.ts'

const DOORS = [
  {
    name: /\bprocess\.(env|argv)\b/g,
    open: /^src\/server\/config\.ts$/,
    says: 'reads the environment. Only src/server/config.ts does; take what you need from its Config.',
  },
  {
    name: /\bRTCPeerConnection\b(?!['"\w])/g,
    open: /^src\/web\/(media|checks)\//,
    says: 'touches RTCPeerConnection. Only src/web/media and src/web/checks do; use the CallEngine port.',
  },
  {
    name: /\bgetUserMedia\b|\bgetDisplayMedia\b/g,
    open: /^src\/web\/(media|checks)\//,
    says: 'opens a camera or microphone. Only src/web/media and src/web/checks do; use the LocalMedia port.',
  },
  {
    name: /\bDate\.now\b/g,
    open: /^src\/(web|domain)\//,
    says: 'reads a clock that may be set. `now` of Deps says what time it is; what lasts, and what is allowed in a while, is measured by `elapsed` or `performance.now()`.',
  },
]

export const doors: Check = (sources) =>
  sources
    .filter(({ path }) => /^src\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .flatMap(({ path, text }) => {
      const code = withoutComments(text)
      return DOORS.filter(({ open }) => !open.test(path)).flatMap(({ name, says }) =>
        [...code.matchAll(name)].map((match) => ({ path, line: lineAt(text, match.index), says })),
      )
    })

/** Blanks of the same length, so that places stay where they are. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '))
}
