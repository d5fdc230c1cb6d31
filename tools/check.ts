// Runs every check and says what to do. Names of checks as arguments run only those (`npm run check -- words rules`).
import { diagram } from './checks/diagram.ts'
import { doors } from './checks/doors.ts'
import { entries } from './checks/entries.ts'
import { glossary } from './checks/glossary.ts'
import { imports } from './checks/imports.ts'
import { kept } from './checks/kept.ts'
import { long, names, opening, tooLong } from './checks/layout.ts'
import { namedFiles } from './checks/named-files.ts'
import { drawnPages } from './checks/pages.ts'
import { readability } from './checks/readability.ts'
import { regexes } from './checks/regexes.ts'
import { rules } from './checks/rules.ts'
import { words } from './checks/words.ts'
import { programChecks, runProgram } from './programs.ts'
import { type Check, type Finding, readSources } from './sources.ts'

const CHECKS: Readonly<Record<string, Check>> = {
  imports,
  diagram,
  entries,
  doors,
  names,
  opening,
  'file length': tooLong,
  words,
  readability,
  regexes,
  rules,
  kept,
  'drawn pages': drawnPages,
  glossary,
  'named files': namedFiles,
}

/** The exit code. */
export async function check(wanted: readonly string[]): Promise<number> {
  const chosen = (name: string) => wanted.length === 0 || wanted.some((each) => name.includes(each))
  // They run beside each other and answer in order.
  const programs = programChecks
    .filter(({ name }) => chosen(name))
    .map((each) => ({ ...each, result: runProgram(each) }))
  let failed = 0
  const report = (name: string, trouble: string | null, advice = '') => {
    console.log(`${trouble === null ? 'ok    ' : 'FAILED'}  ${name}`)
    if (trouble === null) return
    failed += 1
    console.log(`${indent(trouble)}${advice && `\n        ${advice}`}\n`)
  }
  const sources = readSources()
  for (const [name, ask] of Object.entries(CHECKS).filter(([each]) => chosen(each))) report(name, print(ask(sources)))
  for (const { name, result, advice } of programs) report(name, await result, advice)
  const warnings = print(long(sources))
  if (warnings !== null && chosen('file length')) console.log(`\nGrowing long:\n${indent(warnings)}`)
  console.log(failed === 0 ? '\nAll is well.' : `\n${failed} of the checks failed.`)
  return failed === 0 ? 0 : 1
}

function print(found: readonly Finding[]): string | null {
  if (found.length === 0) return null
  return found.map(({ path, line, says }) => `${path}${line === undefined ? '' : `:${line}`} ${says}`).join('\n')
}

function indent(text: string): string {
  return text.replace(/^/gm, '        ')
}
