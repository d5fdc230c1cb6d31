// A process that starts the embedded database of the folder given to it, prints where it is (or why not), and stays.
import { startEmbeddedPostgres } from '../src/server/platform/embedded/start.ts'

try {
  const database = await startEmbeddedPostgres(process.argv[2] ?? '', () => {})
  process.once('SIGTERM', () => void database.stop())
  process.stdout.write(`${database.connectionString}\n`)
} catch (error) {
  process.stdout.write(`${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}\n`)
  process.exitCode = 1
}
