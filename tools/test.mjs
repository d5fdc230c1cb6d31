// Runs the tests of the projects it is given, one project after the other. Files that fail are run once more, alone, and
// said at the end: journeys use real browsers, media and clocks, and share the machine. What fails twice has failed.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'bedside-tests-'))
const report = join(folder, 'report.json')
/** More than these is no chance. */
const MOST_AGAIN = 3

/** The files that failed; null when vitest itself did. */
function run(project, files) {
  rmSync(report, { force: true })
  const { status } = spawnSync(
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
    { stdio: 'inherit' },
  )
  if (status === 0) return []
  try {
    const failed = JSON.parse(readFileSync(report, 'utf8')).testResults.filter((file) => file.status === 'failed')
    return failed.length > 0 ? failed.map((file) => relative(process.cwd(), file.name)) : null
  } catch {
    return null
  }
}

/** Whether all of a project's tests passed, some files perhaps at their second run. */
function passes(project) {
  const failed = run(project, [])
  if (failed === null || failed.length > MOST_AGAIN) return false
  if (failed.length === 0) return true
  process.stdout.write(`\nOnce more, alone: ${failed.join(', ')}\n`)
  if (run(project, failed)?.length !== 0) return false
  process.stdout.write(`\nPassed at the second run only: ${failed.join(', ')}\n`)
  return true
}

const passed = process.argv.slice(2).every(passes)
rmSync(folder, { recursive: true, force: true })
process.exitCode = passed ? 0 : 1
