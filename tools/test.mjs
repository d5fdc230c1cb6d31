// Runs the tests of the projects it is given, one after the other; those that are joined by a plus run beside each other,
// the first before the rest where both want the machine. Files that fail are run once more, alone, and said at the end:
// journeys use real browsers, media and clocks, and share the machine. What fails twice has failed.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { setPriority, tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'bedside-tests-'))
/** More than these is no chance. */
const MOST_AGAIN = 3
/** Of 20: what else runs has the machine first. */
const AFTER_OTHERS = 10

/** The files that failed; null when vitest itself did. `beside`: what it says comes in one piece once it has ended. */
async function run(project, files, beside) {
  const report = join(folder, `${project}.json`)
  rmSync(report, { force: true })
  const child = spawn(
    process.execPath,
    [
      vitest,
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ].concat(files),
    { stdio: beside ? ['ignore', 'pipe', 'pipe'] : 'inherit' },
  )
  const ended = new Promise((resolve) => child.once('exit', resolve))
  if (beside) {
    setPriority(child.pid, AFTER_OTHERS)
    const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)])
    process.stdout.write(said + complained)
  }
  if ((await ended) === 0) return []
  try {
    const failed = JSON.parse(readFileSync(report, 'utf8')).testResults.filter((file) => file.status === 'failed')
    return failed.length > 0 ? failed.map((file) => relative(process.cwd(), file.name)) : null
  } catch {
    return null
  }
}

/** Whether all tests of a project that had `failed` passed at their second run. */
async function passesAgain(project, failed) {
  if (failed === null || failed.length > MOST_AGAIN) return false
  if (failed.length === 0) return true
  process.stdout.write(`\nOnce more, alone: ${failed.join(', ')}\n`)
  if ((await run(project, failed, false))?.length !== 0) return false
  process.stdout.write(`\nPassed at the second run only: ${failed.join(', ')}\n`)
  return true
}

async function pass(projects) {
  const failed = await Promise.all(projects.map((project, at) => run(project, [], at > 0)))
  for (const [at, project] of projects.entries()) if (!(await passesAgain(project, failed[at]))) return false
  return true
}

let passed = true
for (const group of process.argv.slice(2)) passed &&= await pass(group.split('+'))
rmSync(folder, { recursive: true, force: true })
process.exitCode = passed ? 0 : 1
