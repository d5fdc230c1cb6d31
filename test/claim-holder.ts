// A process that holds the database whose address is given to it, says so (or why not), and stays.
import { claimDatabase } from '../src/server/platform/claim.ts'
import { openLog } from '../src/server/platform/log.ts'

try {
  await claimDatabase(process.argv[2] ?? '', openLog('silent'))
  process.stdout.write('held\n')
} catch (error) {
  process.stdout.write(`${String(error)}\n`)
  process.exitCode = 1
}
