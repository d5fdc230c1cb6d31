// Words of what needs attention on the server, for administrators: what comes of it, and what to do.
import type { Warning } from '#contract/warnings'

interface Said {
  readonly title: string
  readonly harm: string
  readonly act: string
}

type Of<K extends Warning['kind']> = Extract<Warning, { kind: K }>

const HOURS = 3600
const minutesApart = (seconds: number) => Math.max(1, Math.round(Math.abs(seconds) / 60))
const apart = (seconds: number) => {
  const amount = Math.abs(seconds) < 2 * HOURS ? minutesApart(seconds) : Math.round(Math.abs(seconds) / HOURS)
  const unit = Math.abs(seconds) < 2 * HOURS ? 'minute' : 'hour'
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`
}
const joined = (names: readonly string[]) => new Intl.ListFormat('en-GB').format(names)

const KEEPERS = {
  file: 'the file of BEDSIDE_AUDIT_HEAD_FILE',
  webhook: 'the server of BEDSIDE_AUDIT_HEAD_URL',
} as const

const said: { readonly [K in Warning['kind']]: (warning: Of<K>) => Said } = {
  claim: () => ({
    title: 'Another Bedside may be using the database',
    harm: 'Two servers on one database work against each other.',
    act: 'Make sure that only one Bedside runs on this database, then start this one again. The log names the other.',
  }),
  events: () => ({
    title: 'Pages do not hear what happens',
    harm: 'An arrival or a message is seen only after a page is loaded again.',
    act: 'Look whether something between Bedside and the database (a firewall, a pooler) cuts connections. Bedside tries again by itself; if this stays, start it again.',
  }),
  storing: () => ({
    title: 'Nothing can be stored',
    harm: 'Arrivals, notes and messages are refused.',
    act: 'Free some room on the database’s disk. If the database is a copy that only reads, set DATABASE_URL to the main one. Bedside goes on by itself once it can store.',
  }),
  disk: ({ freeMegabytes }) => ({
    title: `The disk is almost full: ${freeMegabytes} MB left`,
    harm: 'When it is full, arrivals, notes and messages are refused.',
    act: 'Free some room on the disk of the data folder, or move the folder to a larger one. Old backups are a good place to begin.',
  }),
  clock: ({ aheadSeconds }) => ({
    ...(Math.abs(aheadSeconds) < 60
      ? {
          title: 'The clock of the server was changed',
          harm: 'Until an hour after that, nothing is deleted for its age, and nobody is taken off a queue.',
        }
      : {
          title: `The server’s clock is ${apart(aheadSeconds)} ${aheadSeconds > 0 ? 'ahead of' : 'behind'} the database’s`,
          harm: 'As long as they differ, nothing is deleted for its age, and nobody is taken off a queue.',
        }),
    act: 'Look at the time on both machines, and let a time service (NTP) keep it there.',
  }),
  timers: ({ names }) => ({
    title: 'Work that Bedside does by itself fails',
    harm: `This does not come to its end: ${joined(names)}.`,
    act: 'The log says why, in lines that begin with “timer”. If it stays, start Bedside again.',
  }),
  heads: ({ keepers }) => ({
    title: 'The end of the audit does not reach where it is kept',
    harm: `It could not be handed to ${joined(keepers.map((keeper) => KEEPERS[keeper]))}. Until it can, nobody outside can prove the newest entries.`,
    act: 'Look whether it can be reached and written. Bedside tries again each minute.',
  }),
  backup: ({ days, most }) => ({
    title: days === null ? 'There is no backup' : `The last backup is ${days} days old`,
    harm: days === null ? 'If the database is lost, all is.' : 'If the database is lost, so is what was written since.',
    act: `Run “npm run backup”, or look why the timer that should do so does not. A backup is wanted every ${most === 1 ? 'day' : `${most} days`} (BEDSIDE_BACKUP_DAYS).`,
  }),
  proxy: ({ fault, peer }) => ({
    title: 'The reverse proxy does not pass on who people are',
    harm: 'People come by https, but their requests reach Bedside as http. Until this is mended, the audit holds the proxy’s address in the place of theirs, and limits count all of them as one.',
    act:
      fault === 'not-told'
        ? `Have the proxy (${peer}) send the headers X-Forwarded-Proto, with the value https, and X-Forwarded-For. Then set BEDSIDE_TRUST_PROXY=${peer} and start Bedside again.`
        : `Requests come from ${peer}. If this is your proxy, set BEDSIDE_TRUST_PROXY=${peer} and start Bedside again.`,
  }),
}

export const words = {
  label: 'What needs attention on the server',
  open: 'What to do',
  summary: (first: string, others: number) => (others === 0 ? first : `${first}, and ${others} more`),
  say: <K extends Warning['kind']>(warning: Of<K>): Said => said[warning.kind as K](warning),
}
