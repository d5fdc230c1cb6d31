// Structured logs without patients' data: ids, codes and durations only. Addresses of requests are logged as routes
// (`/api/open/areas/:slug`), never as typed.
import { type DestinationStream, pino } from 'pino'

export interface Log {
  info(message: string, facts?: LogFacts): void
  warn(message: string, facts?: LogFacts): void
  error(message: string, facts?: LogFacts): void
}

export type LogFacts = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Writes to standard output unless `to` is given. */
export function openLog(level: string, to?: DestinationStream): Log {
  const logger = pino({ level, base: null }, to)
  return {
    info: (message, facts) => logger.info(facts ?? {}, message),
    warn: (message, facts) => logger.warn(facts ?? {}, message),
    error: (message, facts) => logger.error(facts ?? {}, message),
  }
}

/** What may be logged of a fault: its name, its place in our code, and the database's code; never its message. */
export function faultFacts(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { fault: typeof error }
  // A driver's message can quote the row that it refused; its SQLSTATE and the stack's frames cannot.
  const cause = (error.cause ?? error) as { code?: unknown }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    fault: error.name,
    code: typeof cause.code === 'string' ? cause.code : undefined,
    at: frames
      .slice(0, 6)
      .map((line) => line.trim())
      .join(' | '),
  }
}
