// The one place where a failure becomes an answer: RFC 9457 over HTTP, `ok: false` over the socket.
// Expected refusals keep their code; everything else is logged as a fault and tells the caller nothing of its inside.
import type { ProblemReply } from '#contract/shapes'
import { Problem } from '#domain/problem'
import { faultFacts, type Log } from './log.ts'

/** SQLSTATE classes and driver codes that say "the database is away for the moment". */
const AWAY = /^(08|57P|53)|^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT)/

/** The problem that `error` is to a caller. Faults are logged here, once, with `where` they happened. */
export function problemOf(error: unknown, where: string, log: Log): Problem {
  if (error instanceof Problem) return error
  const known = error as {
    statusCode?: unknown
    code?: unknown
    cause?: { code?: unknown; message?: unknown }
    message?: unknown
  }
  if (known?.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Problem('request/too-large')
  if (known?.statusCode === 429) return new Problem('request/too-many')
  if (typeof known?.statusCode === 'number' && known.statusCode >= 400 && known.statusCode < 500)
    return new Problem('request/invalid')
  // As Node's HTTP says it of a body whose sender is gone. Of the database's lines it says which call failed, too.
  if (known?.code === 'ECONNRESET' && known.message === 'aborted') return new Problem('request/invalid')
  const code = String(known?.cause?.code ?? known?.code ?? '')
  const words = String(known?.cause?.message ?? known?.message ?? '')
  if (
    AWAY.test(code) ||
    /Connection terminated|Query read timeout|not queryable|timeout exceeded when trying to connect/.test(words)
  ) {
    log.warn('database away', { where })
    return new Problem('server/busy')
  }
  log.error('fault', { where, ...faultFacts(error) })
  return new Problem('server/fault')
}

export function problemReply(problem: Problem): ProblemReply {
  return {
    type: `urn:bedside:problem:${problem.code}`,
    title: problem.code,
    status: problem.status,
    code: problem.code,
    detail: { ...problem.detail },
  }
}
