// How long files are and what they are called.
import { basename } from 'node:path'
import type { Check, Source } from '../sources.ts'

const LONG = 250
const TOO_LONG = 400
const EMPTY_NAMES = /^(utils?|helpers?|common|misc|lib|shared|managers?)$|[-.](utils?|helpers?|manager)$|Manager$/

const code = (sources: readonly Source[]) => sources.filter(({ path }) => /\.(ts|tsx|mjs|scss)$/.test(path))

export const tooLong: Check = (sources) =>
  code(sources)
    .filter(({ lines }) => lines > TOO_LONG)
    .map(({ path, lines }) => ({ path, says: `has ${lines} lines; ${TOO_LONG} is the end. Split it by noun.` }))

/** A warning: it does not fail. */
export const long: Check = (sources) =>
  code(sources)
    .filter(({ lines }) => lines > LONG && lines <= TOO_LONG)
    .map(({ path, lines }) => ({
      path,
      says: `has ${lines} lines. Home is 40 to 200; split it by noun before ${TOO_LONG}.`,
    }))

export const names: Check = (sources) =>
  code(sources).flatMap(({ path, text }) => {
    const stem = basename(path).replace(/\.(test|browser\.test|examples)?\.?\w+$/, '')
    const wrong = [...path.split('/').slice(0, -1), stem].find((part) => EMPTY_NAMES.test(part))
    if (wrong !== undefined) return [{ path, says: `"${wrong}" says nothing: name it after the thing in it.` }]
    if (/^index\.tsx?$/.test(basename(path)) || /^export \* from/m.test(text)) {
      return [{ path, says: 'is a barrel: import each thing from the file it stands in.' }]
    }
    return []
  })

export const opening: Check = (sources) =>
  code(sources)
    .filter(({ path }) => /^src\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$|^src\/web\/text\//.test(path))
    .filter(({ text }) => !/^(\/\/|\/\*)/.test(text))
    .map(({ path }) => ({
      path,
      line: 1,
      says: 'does not open with its job: one to three sentences, and what it must not do.',
    }))
