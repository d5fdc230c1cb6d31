// Explains to the operator why PostgreSQL cannot be reached. Never prints the address, which holds a password.
import { StartProblem } from './embedded/problem.ts'

const SETTING = 'Look at DATABASE_URL.'

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: `Nothing listens at the database’s host and port. Start PostgreSQL, or mend the address. ${SETTING}`,
  ENOENT: `The database’s socket is not there. Start PostgreSQL, or mend the path. ${SETTING}`,
  EACCES: `The account that runs Bedside may not use the database’s socket. ${SETTING}`,
  ENOTFOUND: `No host has the database’s name. ${SETTING}`,
  EAI_AGAIN: `The name of the database’s host cannot be looked up at the moment: the name server does not answer. ${SETTING}`,
  ETIMEDOUT: `The database’s host does not answer: a firewall may be between. ${SETTING}`,
  EHOSTUNREACH: `No way leads to the database’s host. ${SETTING}`,
  ENETUNREACH: `No way leads to the database’s host. ${SETTING}`,
  ECONNRESET: `The database’s host hangs up. Is it PostgreSQL, and does it allow this host in pg_hba.conf? ${SETTING}`,
  '28P01': `The database does not take this name and password. Signs in the password must be percent-encoded. ${SETTING}`,
  '28000': `The database does not let this role in from here: see pg_hba.conf and whether the role may log in. ${SETTING}`,
  '3D000': `The server has no database of this name. Make it: create database bedside owner bedside. ${SETTING}`,
  '42501': 'The role may not connect to this database: grant connect on database bedside to bedside.',
  '53300': 'The database has no connection left. Raise its max_connections, or end what holds them.',
  '57P03': 'The database is starting or stopping and takes no connections yet. Start Bedside again in a moment.',
  CERT_HAS_EXPIRED: 'The database’s certificate has run out. Renew it.',
  ERR_TLS_CERT_ALTNAME_INVALID: `The database’s certificate is for another host name than the one in the address. ${SETTING}`,
}

const UNKNOWN_ISSUER =
  'Nobody whom Bedside knows has signed the database’s certificate. Name the file of its authority: &sslrootcert=/path/to/ca.pem at the end of DATABASE_URL.'
const UNKNOWN_ISSUERS = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]

/** An error with words for the operator and `error` as its cause; `error` itself if it is of no known kind. */
export function inWords(error: unknown): unknown {
  const { code, message } = error as { code?: unknown; message?: unknown }
  const words = wordsFor(String(code), String(message))
  if (words === undefined) return error
  const problem = new StartProblem(words)
  problem.cause = error
  return problem
}

function wordsFor(code: string, message: string): string | undefined {
  if (UNKNOWN_ISSUERS.includes(code)) return UNKNOWN_ISSUER
  // The driver gives these two no code.
  if (/does not support SSL/.test(message))
    return `The database offers no TLS, and the address demands it (sslmode). ${SETTING}`
  return WORDS[/timeout expired/.test(message) ? 'ETIMEDOUT' : code]
}
